import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { solution, task } from '../../src/ui/tasks/order/example.js';
import { OrderTaskElement } from '../../src/ui/tasks/order/order-task.js';
import { expectAccessible, expectFits, expectLargeTargets, listen, pointOf, seen, showTask, voices, within } from './show-task.js';

customElements.define('test-order', OrderTaskElement);

const lines = (element: OrderTaskElement): string[] => within(element, 'li').map((line) => seen(line.querySelector('.text > span')));
const initial = ['Envoyer la candidature', 'Lire l’offre d’emploi en entier', 'Joindre le CV et la lettre', 'Adapter votre CV à l’offre'];

/** The name that assistive technology is given, from the ids it refers to. */
const nameOf = (element: OrderTaskElement, control: Element | null | undefined): string =>
  (control?.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => seen(element.shadowRoot?.getElementById(id)))
    .join(' ');
const focusName = (element: OrderTaskElement): string => nameOf(element, element.shadowRoot?.activeElement);
const status = (element: OrderTaskElement): string => seen(element.shadowRoot?.querySelector('[role=status]'));

describe('putting in order', () => {
  it('can be done with the keyboard: the focus follows the entry, and its place is announced', async () => {
    const element = await showTask(OrderTaskElement, { task });
    const heard = listen(element);
    expect(lines(element)).to.deep.equal(initial);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focusName(element)).to.equal('Descendre Envoyer la candidature');
    await sendKeys({ press: 'Enter' });
    expect(focusName(element)).to.equal('Descendre Envoyer la candidature');
    expect(status(element)).to.equal('Envoyer la candidature : place 2 sur 4.');
    await sendKeys({ press: 'Enter' });
    expect(focusName(element)).to.equal('Descendre Envoyer la candidature');
    expect(heard.map(({ order }) => order)).to.deep.equal([
      ['read', 'send', 'attach', 'adapt'],
      ['read', 'attach', 'send', 'adapt'],
    ]);
    expect(within(element, '.number').map(seen)).to.deep.equal(['1', '2', '3', '4']);
  });

  it('stops at both ends without losing the focus, and says so', async () => {
    const element = await showTask(OrderTaskElement, { task });
    const heard = listen(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(element.shadowRoot?.activeElement?.getAttribute('aria-disabled')).to.equal('true');
    expect(focusName(element)).to.equal('Monter Envoyer la candidature');
    expect(status(element)).to.equal('Envoyer la candidature : place 1 sur 4.');
    expect(heard).to.deep.equal([]);
  });

  it('reaches the solution by clicks', async () => {
    const element = await showTask(OrderTaskElement, { task });
    const press = async (name: string): Promise<void> => {
      const button = within(element, 'button').find((candidate) => nameOf(element, candidate) === name);
      if (!button) throw new Error(`no button ${name}`);
      await sendMouse({ type: 'click', position: pointOf(button) });
      await element.updateComplete;
      await Promise.all(element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    };
    for (let i = 0; i < 3; i++) await press('Descendre Envoyer la candidature');
    await press('Monter Adapter votre CV à l’offre');
    expect(element.response).to.deep.equal(solution);
  });

  it('also lets a pointer drag an entry by its number', async () => {
    const element = await showTask(OrderTaskElement, { task });
    const heard = listen(element);
    const [first] = within(element, '.handle');
    const last = within(element, 'li').at(-1);
    if (!first || !last) throw new Error('no entries');
    await sendMouse({ type: 'move', position: pointOf(first) });
    await sendMouse({ type: 'down' });
    const [x, y] = pointOf(last);
    for (const part of [0.3, 0.5, 0.7, 0.9, 1]) await sendMouse({ type: 'move', position: [x, Math.round(y * part) + 10] });
    await sendMouse({ type: 'up' });
    await element.updateComplete;
    expect(heard.at(-1)).to.deep.equal({ order: ['read', 'attach', 'adapt', 'send'] });
    expect(status(element)).to.equal('Envoyer la candidature : place 4 sur 4.');
    await sendMouse({ type: 'move', position: pointOf(first) });
    expect(heard.at(-1)?.order.at(-1), 'once released, the entry stays').to.equal('send');
  });

  it('does not take an untouched order for an answer', async () => {
    const element = await showTask(OrderTaskElement, { task });
    expect(element.missing()?.replace(/\s/g, ' ')).to.equal('L’ordre affiché n’est pas encore le bon : déplacez au moins une ligne.');
    element.voice = voices.tu;
    expect(element.missing()).to.include('déplace au moins');
    element.voice = voices.en;
    expect(element.missing()).to.include('move at least one line');
    within(element, 'button')[1]?.click();
    expect(element.missing()).to.equal(null);
  });

  it('starts from the order given before', async () => {
    const element = await showTask(OrderTaskElement, { task, response: solution, voice: voices.tu });
    expect(lines(element)).to.deep.equal([initial[1], 'Adapter ton CV à l’offre', initial[2], initial[0]]);
    expect(element.missing()).to.equal(null);
  });

  it('shows the order and changes nothing once disabled', async () => {
    const element = await showTask(OrderTaskElement, { task, response: solution, disabled: true });
    const heard = listen(element);
    const [, down] = within(element, 'button');
    const [handle] = within(element, '.handle');
    const last = within(element, 'li').at(-1);
    if (!down || !handle || !last) throw new Error('no entries');
    await sendMouse({ type: 'click', position: pointOf(down) });
    await sendMouse({ type: 'move', position: pointOf(handle) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: pointOf(last) });
    await sendMouse({ type: 'up' });
    expect(heard).to.deep.equal([]);
    expect(within(element, '.number').map(seen)).to.deep.equal(['1', '2', '3', '4']);
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`has no accessibility fault in its ${scheme} colours`, async () => {
      await expectAccessible(await showTask(OrderTaskElement, { task }, { scheme }));
      await expectAccessible(await showTask(OrderTaskElement, { task, response: solution, disabled: true }, { scheme, width: 320 }));
    });

  it('fits a 320 px screen, also with text twice as large, with targets for a thumb', async () => {
    const element = await showTask(OrderTaskElement, { task }, { width: 256 });
    expectFits(element);
    expectLargeTargets(element);
    expectFits(await showTask(OrderTaskElement, { task }, { width: 256, size: '2rem' }));
  });
});
