import { classOf, type Model } from './model.js';
import { uniform } from './random.js';
import type { ClassValues } from './selection.js';
import type { StopCheck, StopRule } from './stop.js';

/** How questions are chosen, beside their utility. */
export interface Comfort {
  /** The first questions, so many, have a chance of being passed of .6 to .9, or the nearest there is. */
  readonly easyStart: number;
  /** Items with at least this share of the best utility are drawn from. */
  readonly exposure: number;
}

/** What was asked, as indices of items, in order. */
export interface Asked {
  readonly items: readonly number[];
  /** Domains with items of which none was asked, as indices. */
  readonly unseen: ReadonlySet<number>;
}

/** Distance of a chance of passing from .6 to .9. */
const discomfort = (passing: number): number => Math.max(0.6 - passing, passing - 0.9, 0);

/**
 * From the 7th question every second one goes to a domain not seen yet; so does any when nothing else is left to do, or
 * when there are only enough questions left for those domains.
 */
const mustVisit = (rule: StopRule, { answered, unseen, sure }: StopCheck): boolean =>
  unseen > 0 && ((answered >= 6 && answered % 2 === 0) || sure || rule.maxItems - answered <= unseen);

/** The next item, as an index, drawn with the seed among the best; at least one must be left. */
export function chooseItem(
  model: Model,
  { passing, worth }: ClassValues,
  asked: Asked,
  rule: StopRule,
  check: StopCheck,
  { easyStart, exposure }: Comfort,
  seed: number,
): number {
  const { classIndex, pace } = model;
  const visit = mustVisit(rule, check);
  const easy = check.answered < easyStart;
  const done = new Set(asked.items);
  let candidates: number[] = [];
  let nearest = Infinity;
  for (let item = 0; item < classIndex.length; item++) {
    if (done.has(item) || (visit && !asked.unseen.has(classOf(model, item).domain))) continue;
    const distance = easy ? discomfort(passing[classIndex[item]!]!) : 0;
    if (distance < nearest) {
      nearest = distance;
      candidates = [];
    }
    if (distance === nearest) candidates.push(item);
  }
  const utility = (item: number): number => worth[classIndex[item]!]! * pace[item]!;
  let best = 0;
  for (const item of candidates) best = Math.max(best, utility(item));
  // Nothing is known yet at the first question, so that all would meet the same: 0.75 for 0.9.
  const share = check.answered > 0 ? exposure : 1 - 2.5 * (1 - exposure);
  candidates = candidates.filter((item) => utility(item) >= share * best);
  const last = asked.items.at(-1);
  const skill = last === undefined ? undefined : classOf(model, last).skill;
  const varied = candidates.filter((item) => classOf(model, item).skill !== skill);
  if (varied.length > 0) candidates = varied;
  return candidates[Math.floor(uniform(seed, check.answered) * candidates.length)]!;
}
