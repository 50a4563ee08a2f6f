import type { Timers } from '../../src/backend/http/owners.js';

/** Time that passes only when nothing else is left to happen: hours in a moment, and in the same order each time. */
export interface VirtualTime {
  /** Milliseconds. */
  now(): number;
  readonly timers: Timers;
  /** Waits for work of the real world, such as a service computing its answer; time stands still meanwhile. */
  work<T>(promise: Promise<T>): Promise<T>;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Lets time pass until then. @throws when it has not come after so many milliseconds, or nothing more will happen. */
  until(come: () => boolean, within?: number): Promise<void>;
  /** What a promise brings, letting time pass until it does. */
  brings<T>(promise: Promise<T>, within?: number): Promise<T>;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Turns of the real clockwork in which a body is read and all that follows from it is done. */
const turns = 5;

export function virtualTime(): VirtualTime {
  const queue = new Set<Timer>();
  let now = 0;
  let working = 0;

  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < turns; quiet++) {
      await turn();
      if (working) quiet = -1;
    }
  };
  const next = (): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of queue) if (!first || timer.at < first.at) first = timer;
    return first;
  };

  const time: VirtualTime = {
    now: () => now,
    timers: {
      set(callback, milliseconds) {
        const timer = { at: now + milliseconds, callback };
        queue.add(timer);
        return () => void queue.delete(timer);
      },
    },
    work(promise) {
      working++;
      return promise.finally(() => working--);
    },
    sleep: (milliseconds) => new Promise((resolve) => time.timers.set(resolve, milliseconds)),
    async until(come, within = 3_600_000) {
      const end = now + within;
      for (;;) {
        await settle();
        if (come()) return;
        const timer = next();
        if (!timer || timer.at > end) throw new Error(timer ? `It has not come within ${within} ms.` : 'Nothing more will happen.');
        queue.delete(timer);
        now = timer.at;
        timer.callback();
      }
    },
    async brings(promise, within) {
      let done = false;
      const end = (): void => void (done = true);
      promise.then(end, end);
      await time.until(() => done, within);
      return promise;
    },
  };
  return time;
}
