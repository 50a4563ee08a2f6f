import { expect } from '@esm-bundle/chai';
import {
  answer,
  atResult,
  choose,
  inside,
  make,
  page,
  part,
  pause,
  press,
  reach,
  seen,
  started,
  titleOf,
  until,
  type PixDiagnosticElement,
  words,
} from '../support/show-diagnostic.js';

/** Holds the timers of ten seconds and more, to let the time pass by hand. */
function longTimers(): { pass(milliseconds: number): Promise<void>; stop(): void } {
  const { setTimeout, clearTimeout } = globalThis;
  const held = new Map<number, { at: number; work: () => void }>();
  let now = 0;
  let next = -1;
  globalThis.setTimeout = ((work: () => void, wait = 0, ...rest: unknown[]) => {
    if (wait < 10_000) return setTimeout(work, wait, ...rest);
    held.set(--next, { at: now + wait, work });
    return next;
  }) as typeof globalThis.setTimeout;
  globalThis.clearTimeout = ((id: number) => (held.delete(id) ? undefined : clearTimeout(id))) as typeof globalThis.clearTimeout;
  return {
    async pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const due = [...held].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        held.delete(due[0]);
        now = due[1].at;
        due[1].work();
        await pause(20);
      }
      now = end;
    },
    stop: () => void Object.assign(globalThis, { setTimeout, clearTimeout }),
  };
}

const asks = (element: PixDiagnosticElement): boolean => inside<HTMLDialogElement>(element, 'dialog')?.open ?? false;

describe('on a shared machine', () => {
  let time: ReturnType<typeof longTimers>;
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    time = longTimers();
  });
  afterEach(() => {
    document.body.replaceChildren();
    time.stop();
  });

  it('keeps nothing on the device, whatever the page says', async () => {
    const element = await started({ kiosk: true, storage: 'local' });
    await answer(element);
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });

  it('asks whether somebody is still there, then erases for the next person', async () => {
    const element = await started({ kiosk: true });
    await choose(element, 'wrong');
    await time.pass(119_000);
    expect(asks(element)).to.equal(false);
    await time.pass(2_000);
    await until(() => asks(element), 'the question');
    expect(seen(inside(element, '#dialog-title'))).to.equal(words('idleTitle'));
    await time.pass(19_000);
    expect(element.state, 'twenty seconds at least to answer').to.equal('question');
    await time.pass(20_000);
    await reach(element, 'intro');
    await until(() => !asks(element), 'the dialog gone');
    await press(element, 'start');
    await reach(element, 'question');
    expect(inside(element, '[data-task]')?.shadowRoot?.querySelector('input:checked') ?? null).to.equal(null);
  });

  it('goes on when somebody says so, at the same question', async () => {
    const element = await started({ kiosk: true });
    await answer(element);
    const title = titleOf(element);
    await time.pass(121_000);
    await until(() => asks(element), 'the question');
    await press(element, 'idle-stay');
    expect(asks(element)).to.equal(false);
    await time.pass(60_000);
    expect([element.state, titleOf(element)]).to.deep.equal(['question', title]);
  });

  it('erases at once when somebody has finished', async () => {
    const element = await atResult({ kiosk: true });
    part(element, 'share').dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true }));
    await time.pass(121_000);
    await until(() => asks(element), 'the question');
    await press(element, 'idle-end');
    await reach(element, 'intro');
    expect(element.result).to.equal(undefined);
  });

  it('is not asked while somebody types', async () => {
    const element = await started({ kiosk: true });
    for (let i = 0; i < 4; i++) {
      part(element, 'skip').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true }));
      await time.pass(100_000);
    }
    expect([asks(element), element.state]).to.deep.equal([false, 'question']);
  });

  it('does not ask an empty room: with nothing begun there is nothing to erase', async () => {
    const element = make({ kiosk: true });
    page(element);
    await reach(element, 'intro');
    await time.pass(125_000);
    await element.updateComplete;
    expect([asks(element), element.state]).to.deep.equal([false, 'intro']);
    await press(element, 'start');
    await time.pass(121_000);
    await until(() => asks(element), 'the question, once somebody has begun and left');
  });

  it('shows nobody the screen of the person before, when the browser goes back to the page', async () => {
    const element = await started({ kiosk: true });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await reach(element, 'intro');
  });

  it('a device of one’s own is never asked', async () => {
    const element = await started();
    await time.pass(3_600_000);
    expect([asks(element), element.state]).to.deep.equal([false, 'question']);
  });
});
