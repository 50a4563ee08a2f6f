import type { OperationId } from '../../src/contract/index.js';
import { knowsAll, knowsNothing, knowsUpTo, type Learner } from '../support/runs.js';
import type { Fate } from '../support/wire.js';
import { seeded } from './random.js';

/** What the device does with what is to be kept. */
export type Storage = 'keeps' | 'refuses at times' | 'is cleared';

/** How one learner's afternoon goes wrong: all of it drawn from one number. */
export interface Schedule {
  readonly pathway: string;
  readonly storage: Storage;
  /** The partner's pseudonym of the learner, where it gives launch tokens. */
  readonly sub: string | undefined;
  readonly learner: Learner;
  readonly random: () => number;
  fate(operation: OperationId): Fate;
  /** Milliseconds until the page dies next. */
  crash(): number;
  /** Milliseconds with a connection, then without. */
  connection(): readonly [on: number, off: number];
  /** Milliseconds that a learner looks at a screen. */
  think(): number;
}

export const pathways = ['depart', 'sondage', 'porte', 'gestes'];

export function scheduleOf(seed: number): Schedule {
  const random = seeded(seed);
  const between = (low: number, high: number): number => low + random() * (high - low);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const pathway = oneOf(pathways);
  const launches = random() < 0.5;
  const storage: Storage = random() < 0.7 ? 'keeps' : launches && random() < 0.5 ? 'is cleared' : 'refuses at times';
  const learner = oneOf([knowsUpTo(1), knowsUpTo(2), knowsAll, knowsNothing]);
  // Some afternoons are worse than others.
  const trouble = random() * random();
  const crashes = random() < 0.6 ? between(5000, 120_000) : Infinity;
  const outages = random() < 0.6 ? between(2000, 60_000) : 0;

  const slow = (): number => (random() < trouble / 4 ? between(3000, 90_000) : between(5, 400));
  const instead = (operation: OperationId): Fate['instead'] => {
    const kind = random();
    if (kind < 0.3) return { status: 500, code: 'unexpected' };
    if (kind < 0.5) return { status: 502 };
    if (kind < 0.7) return { status: 503, code: 'unavailable', retryAfter: Math.ceil(between(0, 20)) };
    if (kind < 0.85 || !launches || operation === 'openSession') return { status: 429, code: 'too-many-requests', retryAfter: 2 };
    return { status: 401, code: 'token-expired' };
  };
  return {
    pathway,
    storage,
    sub: launches ? `learner-${seed}` : undefined,
    learner,
    random,
    fate(operation) {
      const way = { there: slow(), back: slow() };
      if (random() > trouble) return way;
      const kind = random();
      if (kind < 0.25) return { ...way, lost: 'there' };
      if (kind < 0.5) return { ...way, lost: 'back' };
      if (kind < 0.75) return { ...way, again: between(1, 60_000) };
      return { ...way, instead: instead(operation)! };
    },
    crash: () => (random() < 0.5 ? between(1, crashes) : crashes),
    connection: () => [outages ? between(1000, 60_000) : Infinity, outages && between(100, outages)],
    think: () => between(200, 20_000),
  };
}
