import { uniform } from '../../engine/random.js';
import type { Bank, PackItem } from '../../model/index.js';
import { mix, mixText, normal } from './draws.js';
import { difficultyOf, offsetIn, type Persona } from './personas.js';

/** One simulated learner. What they do at an item depends on the seed, on who they are and on the item, not on when it comes. */
export interface Learner {
  readonly persona: Persona;
  /** Number among the learners of the persona, from 0. */
  readonly n: number;
  /** θ, in logits. */
  readonly ability: number;
  readonly seed: number;
}

/** What a learner does at an item. */
export interface Attempt {
  readonly passed: boolean;
  /** "Je ne sais pas encore". */
  readonly unknown: boolean;
  /** What the item shows of another level of its subject, where that is looked at. */
  readonly second?: boolean;
  readonly seconds: number;
}

/** Weariness of a task that no score counts, beside that of a question. */
const brief = 0.3;
/** Published seconds of a task that a persona does in their own median time. */
const usual = 45;
/** Standard deviation of the logarithm of the time. */
const timeSpread = 0.45;

/** The draws of one item. */
const draw = { knows: 0, slips: 1, says: 2, lucky: 3, time: 4, gives: 6, other: 7, otherSlips: 8, otherLucky: 9, remembers: 10 } as const;

/** The n-th learner of a persona, always the same for a seed. */
export function learnerOf(persona: Persona, n: number, seed: number): Learner {
  const own = mix(mixText(seed, persona.id), n);
  return { persona, n, ability: persona.ability + persona.sd * normal(own, 0), seed: own };
}

/** P(knows) = 1 / (1 + exp(b − θ)), 0 to 1. */
export const knowing = ({ persona, ability }: Pick<Learner, 'persona' | 'ability'>, subject: string, level: number): number =>
  1 / (1 + Math.exp(difficultyOf(subject, level) - ability - offsetIn(persona, subject)));

/** Share of the score that the learner can expect to know, 0 to 1: what a perfect diagnostic would find. */
export function trueScore(learner: Learner, { skills }: Pick<Bank, 'skills'>): number {
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  return skills.reduce((sum, { subject, level, weight }) => sum + weight * knowing(learner, subject, level), 0) / total;
}

/** What the learner does at an item. `unscored`: no score counts it; `after`: so many questions. */
export function attempt(learner: Learner, item: PackItem, unscored: boolean, after: number): Attempt {
  const { id, subject, level, harder, easier } = item;
  const { persona } = learner;
  const own = mixText(learner.seed, id);
  const happens = (which: number, chance: number): boolean => uniform(own, which) < chance;
  const { takenOver, remembers = 0, harder: hurdles = {} } = persona;
  const ability = takenOver && after >= takenOver.from ? takenOver.ability : learner.ability;
  const doer = { persona, ability: ability - (hurdles[id] ?? 0) };
  const knows = (which: number, at: number): boolean => happens(which, knowing(doer, subject, at));
  const lucky = (which: number, at: { readonly guess: number }): boolean => happens(which, Math.min(persona.guess, at.guess));
  const pace = unscored ? item.seconds / usual : 0.75 + 0.2 * (level - 1);
  const seconds = persona.seconds * pace * Math.exp(timeSpread * normal(own, draw.time));
  const able = knows(draw.knows, level) || happens(draw.remembers, remembers);
  if (!able && happens(draw.says, persona.unknown)) return { passed: false, unknown: true, seconds };
  const passed = able ? !happens(draw.slips, persona.slip) : lucky(draw.lucky, item);
  const other = passed ? harder : easier;
  if (!other) return { passed, unknown: false, seconds };
  const second = knows(draw.other, other.level) ? !happens(draw.otherSlips, persona.slip) : lucky(draw.otherLucky, other);
  return { passed, unknown: false, second, seconds };
}

/** Does the learner give up at this item? `discouraged`: the last two answers were not right. */
export function givesUp({ persona, seed }: Learner, item: string, unscored: boolean, discouraged: boolean): boolean {
  const { hazard, accompanied, audio } = persona;
  const chance = hazard * (discouraged ? 1.5 : 1) * (accompanied ? 0.6 : 1) * (audio ? 0.7 : 1) * (unscored ? brief : 1);
  return uniform(mixText(seed, item), draw.gives) < chance;
}

/** Does the learner accept the `nth` offer to stop? As readily as they say "je ne sais pas encore". */
export const acceptsToStop = ({ persona, seed }: Learner, nth: number): boolean => uniform(mixText(seed, 'stop'), nth) < persona.unknown;
