import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { TextTask } from '../../src/model/index.js';
import { solution, task } from '../../src/ui/tasks/text/example.js';
import { TextTaskElement } from '../../src/ui/tasks/text/text-task.js';
import { expectAccessible, expectFits, expectLargeTargets, listen, pointOf, seen, showTask, voices, within } from './show-task.js';

customElements.define('test-text', TextTaskElement);

const long: TextTask = { type: 'text', label: { vous: 'Que répondez-vous\u202f?', tu: 'Que réponds-tu\u202f?' }, lines: 4 };
const field = (element: TextTaskElement): HTMLInputElement => {
  const [found] = within<HTMLInputElement>(element, '.field');
  if (!found) throw new Error('no field');
  return found;
};

describe('typing a short answer', () => {
  it('hears each letter, so that nothing typed is lost', async () => {
    const element = await showTask(TextTaskElement, { task });
    const heard = listen(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '7 h' });
    expect(heard.map(({ text }) => text)).to.deep.equal(['7', '7 ', '7 h']);
  });

  it('puts the cursor in the field when its label is clicked', async () => {
    const element = await showTask(TextTaskElement, { task: long });
    const [label] = within(element, 'label');
    if (!label) throw new Error('no label');
    await sendMouse({ type: 'click', position: pointOf(label, 0.02) });
    await sendKeys({ type: 'Bonjour,' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Oui.' });
    expect(element.response).to.deep.equal({ text: 'Bonjour,\nOui.' });
  });

  it('offers the keyboard that suits the answer, and no suggestion of the browser', async () => {
    const asked = async (input: NonNullable<TextTask['input']>): Promise<string[]> => {
      const { inputMode, autocomplete, spellcheck, autocapitalize } = field(await showTask(TextTaskElement, { task: { ...task, input } }));
      return [inputMode, autocomplete, String(spellcheck), autocapitalize];
    };
    expect(await asked('text')).to.deep.equal(['text', 'off', 'true', 'sentences']);
    expect(await asked('numeric')).to.deep.equal(['decimal', 'off', 'false', 'none']);
    expect(await asked('email')).to.deep.equal(['email', 'off', 'false', 'none']);
    expect(await asked('url')).to.deep.equal(['url', 'off', 'false', 'none']);
    expect(field(await showTask(TextTaskElement, { task: long })).autocomplete).to.equal('off');
  });

  it('asks kindly for what is missing, in the learner’s voice', async () => {
    const element = await showTask(TextTaskElement, { task: long, response: { text: ' \n' } });
    expect(element.missing()).to.equal('Écrivez d’abord votre réponse.');
    element.voice = voices.tu;
    expect(element.missing()).to.equal('Écris d’abord ta réponse.');
    await element.updateComplete;
    expect(seen(element.shadowRoot?.querySelector('label'))).to.equal('Que réponds-tu ?');
    element.voice = voices.en;
    expect(element.missing()).to.equal('Write your answer first.');
    element.response = { text: 'Oui' };
    expect(element.missing()).to.equal(null);
  });

  it('asks for figures where a number is wanted', async () => {
    const element = await showTask(TextTaskElement, { task, response: { text: 'sept' } });
    expect(element.missing()).to.equal('Écrivez d’abord un nombre, en chiffres.');
    element.response = solution;
    expect(element.missing()).to.equal(null);
  });

  it('starts from the text given before', async () => {
    expect(field(await showTask(TextTaskElement, { task, response: solution })).value).to.equal('7');
    const element = await showTask(TextTaskElement, { task: long, response: { text: 'Oui,\nmerci' } });
    expect(field(element).value).to.equal('Oui,\nmerci');
  });

  it('shows the text and changes nothing once disabled', async () => {
    const element = await showTask(TextTaskElement, { task, response: solution, disabled: true });
    const heard = listen(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '8' });
    expect(heard).to.deep.equal([]);
    expect(field(element).value).to.equal('7');
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`has no accessibility fault in its ${scheme} colours`, async () => {
      await expectAccessible(await showTask(TextTaskElement, { task }, { scheme }));
      await expectAccessible(await showTask(TextTaskElement, { task: long, response: solution, disabled: true }, { scheme, width: 320 }));
    });

  it('fits a 320 px screen, also with text twice as large, with targets for a thumb', async () => {
    const element = await showTask(TextTaskElement, { task }, { width: 256 });
    expectFits(element);
    expectLargeTargets(element);
    expectFits(await showTask(TextTaskElement, { task }, { width: 256, size: '2rem' }));
  });
});
