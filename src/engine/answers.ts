import type { LoggedAnswer } from '../model/index.js';
import { entropy } from './exponential.js';

const clamp = (x: number, least: number, most: number): number => Math.min(Math.max(x, least), most);

/** Added to guess and slip: what protects against a wrong guess, slip or difficulty. */
const padding = 0.03;
/** What who has just arrived loses, and who stands just below gains. */
const [atLevel, justBelow] = [0.02, 0.03];

/**
 * r(t): chance of passing an item of the k-th skill of a subject, for t = 0…L skills mastered. Softer next to the skill:
 * who stands just below may pass, who has just arrived may fail.
 * @param guess,slip as published for the item, 0 to 1.
 */
export function passing(k: number, levels: number, guess: number, slip: number): Float64Array {
  const lucky = clamp(guess + padding, 0.01, 0.7);
  const solid = 1 - clamp(slip + padding, 0.01, 0.6);
  return Float64Array.from({ length: levels }, (_, t) =>
    t > k ? solid : t === k ? solid - atLevel : t === k - 1 ? lucky + justBelow : lucky,
  );
}

/**
 * P("je ne sais pas encore" | t), up to a factor that does not depend on t. Who does not try can neither be lucky nor
 * slip, so the item's guess and slip play no part: 1 far below the skill. Some are shy of what they master, as often as
 * others slip: 0.08 well above it, 0.1 for who has just arrived.
 */
const notKnowing = (k: number, t: number): number => (t > k ? 0.08 : t === k ? 0.1 : t === k - 1 ? 1 - justBelow : 1);

/** One thing observed: r(t), see {@link passing}, and the rank k of its skill. */
export interface Observation {
  readonly rank: number;
  readonly pass: Float64Array;
}

/** What an item observes. */
export interface Observed extends Observation {
  readonly harder?: Observation;
  readonly easier?: Observation;
}

/** What is looked at after the outcome: a harder skill once the item is passed, an easier one else. The rest would tell nearly nothing. */
const secondAfter = ({ harder, easier }: Observed, outcome: boolean): Observation | undefined => (outcome ? harder : easier);

const chance = ({ pass }: Observation, outcome: boolean): Float64Array => pass.map((r) => (outcome ? r : 1 - r));
const times = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, t) => value * b[t]!);

/** P(outcome | t) for each outcome that an item may have: passed or not, and what its second observation shows. They sum to 1. */
export const outcomesOf = (item: Observed): readonly Float64Array[] =>
  [true, false].flatMap((outcome) => {
    const first = chance(item, outcome);
    const second = secondAfter(item, outcome);
    return second ? [times(first, chance(second, true)), times(first, chance(second, false))] : [first];
  });

/** H(answer | t), in nats, for these chances of each outcome. */
export const doubtOf = (outcomes: readonly Float64Array[]): Float64Array =>
  outcomes[0]!.map((_, t) => outcomes.reduce((sum, outcome) => sum + entropy(outcome[t]!), 0));

/** Likelihood of an answer for t = 0…L. */
export function likelihoodOf({ outcome, unknown, second }: Omit<LoggedAnswer, 'item'>, item: Observed): Float64Array {
  if (unknown) return item.pass.map((_, t) => notKnowing(item.rank, t));
  const first = chance(item, outcome);
  const looked = secondAfter(item, outcome);
  return looked && second !== undefined ? times(first, chance(looked, second)) : first;
}
