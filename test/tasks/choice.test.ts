import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { ChoiceTaskElement } from '../../src/ui/tasks/choice/choice-task.js';
import { solution, task } from '../../src/ui/tasks/choice/example.js';
import { expectAccessible, expectFits, expectLargeTargets, listen, pointOf, seen, showTask, voices, within } from './show-task.js';

customElements.define('test-choice', ChoiceTaskElement);
const several = { ...task, multiple: true };

describe('choosing an answer', () => {
  it('can be done with the keyboard alone', async () => {
    const element = await showTask(ChoiceTaskElement, { task });
    const heard = listen(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    expect(heard).to.deep.equal([{ selected: ['pay'] }, { selected: ['answer'] }]);
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement, 'one Tab leaves the question').to.equal(null);
  });

  it('takes a click anywhere on a card, and one answer replaces the other', async () => {
    const element = await showTask(ChoiceTaskElement, { task });
    const heard = listen(element);
    const [first, second] = within(element, 'label');
    if (!first || !second) throw new Error('no cards');
    await sendMouse({ type: 'click', position: pointOf(second, 0.97) });
    await sendMouse({ type: 'click', position: pointOf(first, 0.03) });
    expect(heard).to.deep.equal([{ selected: ['answer'] }, { selected: ['pay'] }]);
    expect(within<HTMLInputElement>(element, 'input').map(({ checked }) => checked)).to.deep.equal([true, false, false, false]);
  });

  it('keeps several answers, in the order of the list, and lets one go', async () => {
    const element = await showTask(ChoiceTaskElement, { task: several });
    expect(seen(element.shadowRoot?.querySelector('legend'))).to.equal('Plusieurs réponses sont possibles.');
    const heard = listen(element);
    const [first, , third] = within(element, 'label');
    third?.click();
    first?.click();
    third?.click();
    expect(heard).to.deep.equal([{ selected: ['check'] }, { selected: ['pay', 'check'] }, { selected: ['pay'] }]);
  });

  it('says its news to the screen around it only', async () => {
    const element = await showTask(ChoiceTaskElement, { task });
    let escaped = 0;
    document.addEventListener('response-change', () => escaped++);
    within(element, 'label')[0]?.click();
    expect(element.response).to.deep.equal({ selected: ['pay'] });
    expect(escaped).to.equal(0);
  });

  it('asks kindly for what is missing, in the learner’s voice', async () => {
    const element = await showTask(ChoiceTaskElement, { task });
    expect(element.missing()).to.equal('Choisissez d’abord une réponse.');
    element.voice = voices.tu;
    expect(element.missing()).to.equal('Choisis d’abord une réponse.');
    element.voice = voices.en;
    expect(element.missing()).to.equal('Choose an answer first.');
    element.response = solution;
    expect(element.missing()).to.equal(null);
    const unticked = await showTask(ChoiceTaskElement, { task: several, response: { selected: [] } });
    expect(unticked.missing()).to.equal('Choisissez d’abord au moins une réponse.');
  });

  it('says the options in the learner’s voice, and marks French where the interface is English', async () => {
    const element = await showTask(ChoiceTaskElement, { task, voice: voices.tu });
    const label = (): Element | undefined => within(element, 'label')[2];
    expect(seen(label())).to.include('où tu as commandé');
    element.voice = voices.en;
    await element.updateComplete;
    expect(label()?.querySelector('[lang=fr]')).to.not.equal(null);
    expect(seen(element.shadowRoot?.querySelector('legend'))).to.equal('Choose one answer.');
  });

  it('starts from the answer given before', async () => {
    const element = await showTask(ChoiceTaskElement, { task, response: solution });
    expect(within<HTMLInputElement>(element, 'input:checked').map(({ value }) => value)).to.deep.equal(['check']);
    element.response = undefined;
    await element.updateComplete;
    expect(within(element, 'input:checked')).to.deep.equal([]);
  });

  it('shows the answer and changes nothing once disabled', async () => {
    const element = await showTask(ChoiceTaskElement, { task, response: solution, disabled: true });
    const heard = listen(element);
    const [first] = within(element, 'label');
    if (!first) throw new Error('no cards');
    await sendMouse({ type: 'click', position: pointOf(first) });
    expect(heard).to.deep.equal([]);
    expect(element.response).to.deep.equal(solution);
    expect(getComputedStyle(first).color).to.equal(getComputedStyle(element).color);
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`has no accessibility fault in its ${scheme} colours`, async () => {
      await expectAccessible(await showTask(ChoiceTaskElement, { task }, { scheme }));
      await expectAccessible(await showTask(ChoiceTaskElement, { task, response: solution, disabled: true }, { scheme }));
      await expectAccessible(await showTask(ChoiceTaskElement, { task: several, response: { selected: ['pay'] } }, { scheme, width: 320 }));
    });

  it('fits a 320 px screen, also with text twice as large, with targets for a thumb', async () => {
    const element = await showTask(ChoiceTaskElement, { task }, { width: 256 });
    expectFits(element);
    expectLargeTargets(element);
    expectFits(await showTask(ChoiceTaskElement, { task }, { width: 256, size: '2rem' }));
  });
});
