/** What becomes of the process of the service that a request comes to: it is stopped gently, or killed. */
export type Mishap = 'restarts' | 'dies after' | { readonly diesAtQuery: number };

/** A submission that took effect, as the service's own log has it. */
export interface Row {
  readonly id: string;
  readonly sequence: number;
  /** null: to go on. */
  readonly item: string | null;
  readonly response: unknown;
}

/** Where the sessions live. */
export interface Home {
  /** Rejects when nobody is there to answer. */
  readonly service: (request: Request, mishap?: Mishap) => Promise<Response>;
  /** What gives launch tokens for a learner, a new one at each call. */
  readonly launchFor: (sub: string) => () => Promise<string>;
  readonly clock: HomeClock;
  /** An afternoon begins, and goes as it would alone. @param time milliseconds from 0. */
  readonly begin: (afternoon: number, time: () => number) => Promise<void>;
  /** The log of a session, in order. Undefined where the service keeps it to itself. */
  readonly log?: (session: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/** The service's clock: it goes with the time of an afternoon, and may be set. */
export interface HomeClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Begins anew at nine o'clock, with another time in milliseconds from 0. */
  follow(time: () => number): void;
  set(by: number): void;
}

const nine = Date.UTC(2026, 2, 2, 9);

export function homeClock(): HomeClock {
  let offset = nine;
  let read = (): number => 0;
  return {
    now: () => offset + read(),
    follow(time) {
      offset = nine;
      read = time;
    },
    set: (by) => void (offset += by),
  };
}
