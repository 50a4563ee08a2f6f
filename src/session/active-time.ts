import type { ClockOwner } from './owners.js';

/** A question left open for longer than this was not being answered all the time, in seconds. */
const longest = 600;

/** How long a question has been before the learner, breaks apart. */
export interface ActiveTime {
  begin(): void;
  pause(): void;
  goOn(): void;
  seconds(): number;
}

export function createActiveTime(clock: ClockOwner): ActiveTime {
  let since = 0;
  /** Milliseconds before the break. */
  let spent = 0;
  return {
    begin() {
      since = clock.now();
      spent = 0;
    },
    pause() {
      spent = clock.now() - since;
    },
    goOn() {
      since = clock.now() - spent;
    },
    // A clock may be set back meanwhile.
    seconds: () => Math.max(0, Math.min(longest, (clock.now() - since) / 1000)),
  };
}
