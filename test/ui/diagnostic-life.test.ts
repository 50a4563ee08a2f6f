import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import {
  answer,
  choose,
  hasPart,
  inside,
  make,
  page,
  part,
  pause,
  press,
  reach,
  seen,
  show,
  started,
  task,
  titleOf,
  until,
  words,
  type PixDiagnosticElement,
} from '../support/show-diagnostic.js';

const field = (element: PixDiagnosticElement): HTMLInputElement => {
  const found = task(element)?.shadowRoot?.querySelector<HTMLInputElement>('#answer');
  if (!found) throw new Error('no field');
  return found;
};

/** As far as the question with a field to type in. */
async function atField(): Promise<PixDiagnosticElement> {
  const element = await show(
    { preview: 'item:OUT-1-text', backendInstance: (await import('../support/runs.js')).smallBackend({ preview: 'item:OUT-1-text' }) },
    'question',
  );
  await task(element)?.updateComplete;
  return element;
}

describe('moving and removing', () => {
  it('moved in the page, the question and what was typed stay', async () => {
    const element = await atField();
    const typed = field(element);
    typed.focus();
    await sendKeys({ type: '7 heures' });
    const corner = document.createElement('div');
    document.querySelector('main')?.append(corner);
    corner.append(element);
    await pause(30);
    expect(field(element)).to.equal(typed);
    expect([typed.value, task(element)?.response, element.state]).to.deep.equal(['7 heures', { text: '7 heures' }, 'question']);
    await press(element, 'submit');
    await until(() => hasPart(element, 'feedback'), 'the feedback: the session lives on');
  });

  it('taken away for a while and put back, the question and what was typed stay', async () => {
    const element = await atField();
    field(element).focus();
    await sendKeys({ type: '7' });
    element.remove();
    await pause(50);
    page(element);
    await element.updateComplete;
    expect(field(element).value).to.equal('7');
    await press(element, 'submit');
    await until(() => hasPart(element, 'feedback'), 'the feedback');
  });

  it('taken away while it loads and put back, it loads', async () => {
    const element = make();
    page(element);
    await Promise.resolve();
    element.remove();
    await pause(30);
    page(element);
    await reach(element, 'intro');
  });

  it('removed, leaves no node, no listener and no timer', async () => {
    const original = {
      add: EventTarget.prototype.addEventListener,
      remove: EventTarget.prototype.removeEventListener,
      set: globalThis.setTimeout.bind(globalThis),
      clear: globalThis.clearTimeout.bind(globalThis),
      interval: globalThis.setInterval.bind(globalThis),
    };
    // What an earlier test showed is gone first.
    page();
    await pause(50);
    const listeners = new Map<string, number>();
    const timers = new Set<unknown>();
    let intervals = 0;
    const count = (target: EventTarget, type: string, by: number): void => {
      if (target !== window && target !== document && target !== document.body && target !== document.documentElement) return;
      listeners.set(type, (listeners.get(type) ?? 0) + by);
    };
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<EventTarget['addEventListener']>) {
      count(this ?? window, args[0], 1);
      original.add.apply(this ?? window, args);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args: Parameters<EventTarget['removeEventListener']>) {
      count(this ?? window, args[0], -1);
      original.remove.apply(this ?? window, args);
    };
    globalThis.setTimeout = ((work: () => void, wait?: number) => {
      const id = original.set(() => (timers.delete(id), work()), wait);
      timers.add(id);
      return id;
    }) as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => (timers.delete(id), original.clear(id))) as typeof clearTimeout;
    globalThis.setInterval = ((...args: Parameters<typeof setInterval>) => (intervals++, original.interval(...args))) as typeof setInterval;
    const nodes = (): string =>
      [...document.head.children, ...document.documentElement.children, ...document.body.children]
        .map(({ outerHTML }) => outerHTML.slice(0, 200))
        .join('\n');
    try {
      const before = nodes();
      const element = make({ kiosk: true });
      document.querySelector('main')?.append(element);
      await reach(element, 'intro');
      await press(element, 'start');
      await reach(element, 'question');
      await answer(element);
      expect(timers.size, 'the kiosk watches').to.be.above(0);
      element.remove();
      await pause(50);
      expect(nodes()).to.equal(before);
      expect([...element.children], 'nothing is left in the element either').to.deep.equal([]);
      expect([...listeners].filter(([, left]) => left !== 0)).to.deep.equal([]);
      expect([timers.size, intervals]).to.deep.equal([0, 0]);
    } finally {
      EventTarget.prototype.addEventListener = original.add;
      EventTarget.prototype.removeEventListener = original.remove;
      Object.assign(globalThis, { setTimeout: original.set, clearTimeout: original.clear, setInterval: original.interval });
    }
  });
});

describe('the focus', () => {
  it('stays where the page has it until the learner begins', async () => {
    await show();
    expect(document.activeElement).to.equal(document.body);
    const element = await show({ autostart: true }, 'question');
    expect(element.shadowRoot?.activeElement ?? null).to.equal(null);
  });

  it('goes to the title of each new screen', async () => {
    const element = await started();
    const focused = (): Element | null | undefined => element.shadowRoot?.activeElement;
    expect(focused()).to.equal(inside(element, '.title'));
    await answer(element);
    await until(() => focused() === inside(element, '.title'), 'the title of the second question');
    await press(element, 'pause');
    // The screen's code may still be on its way.
    await until(() => titleOf(element) === words('pausedTitle'), 'the title of the pause');
    expect(focused()).to.equal(inside(element, '.title'));
  });

  it('goes to the first question also from a real click', async () => {
    const element = await show();
    const { left, top } = part(element, 'start').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 5), Math.round(top + 5)] });
    await reach(element, 'question');
    await until(() => element.shadowRoot?.activeElement === inside(element, '.title'), 'the focus on the title');
  });

  it('goes to the feedback in learning mode', async () => {
    const element = await started({ pathway: 'gestes' });
    await press(element, 'continue');
    await until(() => task(element), 'the question');
    await choose(element, 'wrong');
    await press(element, 'submit');
    await until(() => hasPart(element, 'feedback'), 'the feedback');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'feedback'));
  });

  it('follows the keyboard alone: start, choose, send', async () => {
    const element = await show();
    part(element, 'start').focus();
    await sendKeys({ press: 'Enter' });
    await reach(element, 'question');
    await until(() => element.shadowRoot?.activeElement === inside(element, '.title'), 'the focus on the title');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await until(() => task(element)?.response, 'an answer chosen');
    for (let i = 0; i < 4 && element.shadowRoot?.activeElement !== part(element, 'submit'); i++) await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'submit'));
    await sendKeys({ press: 'Enter' });
    await until(() => titleOf(element).includes('NAV-1-a'), 'the next question');
  });

  it('says to screen readers that the answer was taken', async () => {
    const element = await started();
    await answer(element);
    const status = element.querySelector('[role=status]');
    expect(seen(status)).to.equal(words('recorded'));
    expect(status?.getBoundingClientRect().width, 'and shows it to nobody').to.be.below(2);
  });

  it('says what is missing before an answer can go', async () => {
    const element = await started();
    await press(element, 'submit');
    expect(seen(inside(element, '.notice[role=alert]'))).to.equal('Choisissez d’abord une réponse.');
    await answer(element);
    expect(seen(inside(element, '.notice'))).to.equal('');
  });
});
