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
  /** The log of a session, in order. Undefined where the service keeps it to itself. */
  readonly log?: (session: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/** The service's clock: it goes with the time of an afternoon, and may be set. */
export interface HomeClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Goes on with another time, in milliseconds from 0. */
  follow(time: () => number): void;
  set(by: number): void;
}

export function homeClock(): HomeClock {
  let offset = Date.now();
  let read = (): number => 0;
  return {
    now: () => offset + read(),
    follow(time) {
      offset += read();
      read = time;
    },
    set: (by) => void (offset += by),
  };
}
