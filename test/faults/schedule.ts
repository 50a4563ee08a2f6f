import type { OperationId } from '../../src/contract/index.js';
import { knowsAll, knowsNothing, knowsUpTo, type Learner } from '../support/runs.js';
import type { Fate } from '../support/wire.js';
import type { Mishap } from './home.js';
import { seeded } from './random.js';

/** What the device does with what is to be kept. */
export const storages = ['keeps', 'refuses at times', 'is full', 'is cleared'] as const;
export type Storage = (typeof storages)[number];

/** How one learner's afternoon goes wrong: all of it drawn from one number. */
export interface Schedule {
  /** The number that all of it is drawn from. */
  readonly number: number;
  readonly pathway: string;
  readonly storage: Storage;
  /** The partner's pseudonym of the learner, where it gives launch tokens. */
  readonly sub: string | undefined;
  readonly learner: Learner;
  readonly random: () => number;
  /** @param submission the number of a submission among those of the afternoon, when it is one. */
  fate(operation: OperationId, submission?: number): Fate;
  /** What becomes of the process of the service that a request comes to. */
  mishap(): Mishap | undefined;
  /** Milliseconds until the page dies next. */
  crash(): number;
  /** Milliseconds with a connection, then without. */
  connection(): readonly [on: number, off: number];
  /** Milliseconds until a clock is set, and by how many then. */
  clock(whose: 'device' | 'service'): readonly [after: number, by: number];
  /** Milliseconds that a learner looks at a screen. */
  think(): number;
}

export const pathways = ['depart', 'sondage', 'porte', 'gestes'];

const [minute, day, year] = [60_000, 24 * 3_600_000, 365 * 24 * 3_600_000];

export function scheduleOf(number: number): Schedule {
  const random = seeded(number);
  const between = (low: number, high: number): number => low + random() * (high - low);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const pathway = oneOf(pathways);
  const launches = random() < 0.5;
  const storage: Storage = random() < 0.6 ? 'keeps' : oneOf(storages.slice(1));
  const learner = oneOf([knowsUpTo(1), knowsUpTo(2), knowsAll, knowsNothing]);
  // Some afternoons are worse than others.
  const trouble = random() * random();
  const crashes = random() < 0.6 ? between(5000, 120_000) : Infinity;
  // A device that keeps nothing would begin anew for ever.
  let lives = 6;
  const outages = random() < 0.6 ? between(2000, 60_000) : 0;
  const mishaps = random() < 0.4 ? between(0, 0.25) : 0;
  const clocks = random() < 0.4 ? between(10_000, 300_000) : 0;
  /** Where anybody may begin, a session whose token has expired is nobody's any more: its week does not end in an afternoon. */
  const leaps = { device: [minute, day, year, 20 * year], service: launches ? [minute, 31 * minute, day, year] : [minute, 31 * minute] };
  /** The submission at which the service always fails. */
  const poison = random() < 0.08 ? Math.floor(between(0, 5)) : -1;

  const slow = (): number => (random() < trouble / 4 ? between(3000, 90_000) : between(5, 400));
  const instead = (operation: OperationId): Fate['instead'] => {
    const kind = random();
    if (kind < 0.3) return { status: 500, code: 'unexpected' };
    if (kind < 0.5) return { status: 502 };
    if (kind < 0.7) return { status: 503, code: 'unavailable', retryAfter: Math.ceil(between(0, 20)) };
    if (kind < 0.75) return { status: 503, code: 'unavailable', retryAfter: 400 };
    if (kind < 0.85 || !launches || operation === 'openSession') return { status: 429, code: 'too-many-requests', retryAfter: 2 };
    return { status: 401, code: 'token-expired' };
  };
  return {
    number,
    pathway,
    storage,
    sub: launches ? `learner-${number}` : undefined,
    learner,
    random,
    fate(operation, submission) {
      const way = { there: slow(), back: slow() };
      if (submission === poison) return { ...way, instead: { status: 500, code: 'unexpected' } };
      if (random() > trouble) return way;
      const kind = random();
      if (kind < 0.25) return { ...way, lost: 'there' };
      if (kind < 0.5) return { ...way, lost: 'back' };
      if (kind < 0.75) return { ...way, again: between(1, 60_000) };
      return { ...way, instead: instead(operation)! };
    },
    mishap: () => (random() < mishaps ? oneOf<Mishap>(['restarts', 'dies after', { diesAtQuery: Math.floor(between(0, 6)) }]) : undefined),
    crash: () => (lives-- <= 0 ? Infinity : random() < 0.5 ? between(1, crashes) : crashes),
    connection: () => [outages ? between(1000, 60_000) : Infinity, outages && between(100, outages)],
    clock: (whose) => [clocks && between(1000, clocks), oneOf(leaps[whose]) * between(-1, 1)],
    think: () => between(200, 8000),
  };
}
