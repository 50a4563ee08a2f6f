import { classOf, type Model } from './model.js';
import { uniform } from './random.js';
import type { ClassValues } from './selection.js';
import type { StopCheck, StopRule } from './stop.js';

/** How questions are chosen, beside their utility. */
export interface Comfort {
  /** The first questions, so many, have a chance of being passed of .6 to .9, or the nearest there is. */
  readonly easyStart: number;
  /** After so many questions in a row that were not passed, the next one is such an easy one; 0: never. */
  readonly relief: number;
  /** Items with at least this share of the best utility are drawn from. */
  readonly exposure: number;
  /** Share of the items that a session draws from. */
  readonly pool: number;
}

/** What each question is worth: U is its class's worth times its own pace. */
export interface ItemValues extends ClassValues {
  readonly pace: Float64Array;
}

/** What was asked, as indices of items, in order. */
export interface Asked {
  readonly items: readonly number[];
  /** How many of the last questions in a row were not passed. */
  readonly failures: number;
  /** For each domain, the questions that its quota still asks for. */
  readonly owed: readonly number[];
  /** Domains whose quota is used up, as indices. */
  readonly full: ReadonlySet<number>;
}

/** Distance of a chance of passing from .6 to .9. */
const discomfort = (passing: number): number => Math.max(0.6 - passing, passing - 0.9, 0);

/**
 * From the 7th question every second one goes to a domain that is owed some; so does any when nothing else is left to do,
 * or when there are only enough questions left for those domains.
 */
const mustVisit = (rule: StopRule, { answered, owed, sure }: StopCheck): boolean =>
  owed > 0 && ((answered >= 6 && answered % 2 === 0) || sure || rule.maxItems - answered <= owed);

/**
 * The items of a session: a share of the bank, drawn with its seed, so that no item is met by everybody. At least three for
 * two questions that may be asked.
 */
function inPool({ classIndex }: Model, { maxItems }: StopRule, pool: number, seed: number): (item: number) => boolean {
  const share = Math.max(pool, (1.5 * maxItems) / classIndex.length);
  return (item) => uniform(~seed, item) < share;
}

/** The next item, as an index, drawn with the seed among the best; at least one must be left. */
export function chooseItem(
  model: Model,
  { passing, worth, pace }: ItemValues,
  asked: Asked,
  rule: StopRule,
  check: StopCheck,
  { easyStart, relief, exposure, pool }: Comfort,
  seed: number,
): number {
  const { classIndex } = model;
  const domainOf = (item: number): number => classOf(model, item).domain;
  const done = new Set(asked.items);
  const open = [...classIndex.keys()].filter((item) => !done.has(item));
  const visit = mustVisit(rule, check);
  const allowed = open.filter((item) => (visit ? asked.owed[domainOf(item)]! > 0 : !asked.full.has(domainOf(item))));
  const pooled = allowed.filter(inPool(model, rule, pool, seed));
  let candidates = [pooled, allowed].find((items) => items.length > 0) ?? open;
  if (check.answered < easyStart || (relief > 0 && asked.failures >= relief)) {
    const away = (item: number): number => discomfort(passing[classIndex[item]!]!);
    const nearest = candidates.reduce((least, item) => Math.min(least, away(item)), Infinity);
    candidates = candidates.filter((item) => away(item) === nearest);
  }
  const utility = (item: number): number => worth[classIndex[item]!]! * pace[item]!;
  let best = 0;
  for (const item of candidates) best = Math.max(best, utility(item));
  // Nothing is known yet at the first question, so that all would meet the same: 0.61 for 0.85.
  const share = check.answered > 0 ? exposure : exposure * exposure * exposure;
  candidates = candidates.filter((item) => utility(item) >= share * best);
  const last = asked.items.at(-1);
  const skill = last === undefined ? undefined : classOf(model, last).skill;
  const varied = candidates.filter((item) => classOf(model, item).skill !== skill);
  if (varied.length > 0) candidates = varied;
  return candidates[Math.floor(uniform(seed, check.answered) * candidates.length)]!;
}
