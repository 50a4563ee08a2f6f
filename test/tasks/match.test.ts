import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { solution, task } from '../../src/ui/tasks/match/example.js';
import { MatchTaskElement } from '../../src/ui/tasks/match/match-task.js';
import { expectAccessible, expectFits, expectLargeTargets, listen, pointOf, seen, showTask, voices, within } from './show-task.js';

customElements.define('test-match', MatchTaskElement);

const progress = (element: MatchTaskElement): string => seen(element.shadowRoot?.querySelector('[role=status]'));
const picked = (element: MatchTaskElement): string[] => within(element, 'label:has(:checked)').map(seen);

describe('sorting into groups', () => {
  it('can be done with the keyboard alone, entry after entry', async () => {
    const element = await showTask(MatchTaskElement, { task });
    const heard = listen(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    for (const key of ['Tab', 'Space', 'ArrowRight', 'Tab', 'Space', 'ArrowRight']) await sendKeys({ press: key });
    expect(heard.at(-1)).to.deep.equal(solution);
    expect(progress(element)).to.equal('3 sur 3 classés');
  });

  it('takes a click anywhere on a group, and lets an entry change its group', async () => {
    const element = await showTask(MatchTaskElement, { task });
    const heard = listen(element);
    const [give, keep] = within(element, 'label');
    if (!give || !keep) throw new Error('no groups');
    await sendMouse({ type: 'click', position: pointOf(keep, 0.95) });
    await sendMouse({ type: 'click', position: pointOf(give) });
    expect(heard).to.deep.equal([{ groups: { mail: 'keep' } }, { groups: { mail: 'give' } }]);
    expect(picked(element)).to.deep.equal(['Je peux le donner']);
  });

  it('names each choice by its entry', async () => {
    const element = await showTask(MatchTaskElement, { task });
    expect(within(element, 'fieldset > legend').map(seen)).to.deep.equal([
      'Mon adresse e-mail À un recruteur',
      'Le code reçu par SMS À une personne qui dit appeler de ma banque',
      'Mon mot de passe À un collègue',
    ]);
  });

  it('counts what is sorted and asks kindly for the rest', async () => {
    const element = await showTask(MatchTaskElement, { task });
    expect(progress(element)).to.equal('0 sur 3 classés');
    expect(element.missing()).to.equal('Il vous en reste 3 à classer.');
    within(element, 'label')[0]?.click();
    await element.updateComplete;
    expect(progress(element)).to.equal('1 sur 3 classés');
    element.voice = voices.tu;
    expect(element.missing()).to.equal('Il t’en reste 2 à classer.');
    element.voice = voices.en;
    expect(element.missing()).to.equal('You have 2 left to sort.');
    await element.updateComplete;
    expect(progress(element)).to.equal('1 of 3 sorted');
    element.response = solution;
    expect(element.missing()).to.equal(null);
  });

  it('starts from the groups given before', async () => {
    const element = await showTask(MatchTaskElement, { task, response: { groups: { code: 'keep' } } });
    expect(picked(element)).to.deep.equal(['Je le garde secret']);
    expect(progress(element)).to.equal('1 sur 3 classés');
  });

  it('shows the groups and changes nothing once disabled', async () => {
    const element = await showTask(MatchTaskElement, { task, response: solution, disabled: true });
    const heard = listen(element);
    const [, keep] = within(element, 'label');
    if (!keep) throw new Error('no groups');
    await sendMouse({ type: 'click', position: pointOf(keep) });
    expect(heard).to.deep.equal([]);
    expect(picked(element)).to.deep.equal(['Je peux le donner', 'Je le garde secret', 'Je le garde secret']);
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`has no accessibility fault in its ${scheme} colours`, async () => {
      await expectAccessible(await showTask(MatchTaskElement, { task }, { scheme }));
      await expectAccessible(await showTask(MatchTaskElement, { task, response: solution, disabled: true }, { scheme, width: 320 }));
    });

  it('fits a 320 px screen, also with text twice as large, with targets for a thumb', async () => {
    const element = await showTask(MatchTaskElement, { task }, { width: 256 });
    expectFits(element);
    expectLargeTargets(element);
    expectFits(await showTask(MatchTaskElement, { task }, { width: 256, size: '2rem' }));
  });
});
