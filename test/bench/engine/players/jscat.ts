import { Cat } from '@bdelab/jscat';
import { shares } from '../learner.js';
import type { TestBank } from '../banks.js';
import type { Random } from '../random.js';
import type { Answer } from '../world.js';

/** One dimension. Slope per level, and the population, in levels: chosen on development seeds, for jsCAT's best. */
const slope = 1.4;
const population = { mean: 2.9, sd: 1.4 };
/** jsCAT's scale, on which the population is standard normal. */
const standardised = (level: number): number => (level - population.mean) / population.sd;

interface Zeta {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Ability and its standard error, on jsCAT's scale, as jsCAT states them. */
export interface Ability {
  readonly theta: number;
  readonly error: number;
}

export interface JscatTrace {
  readonly items: readonly number[];
  /** After each answer. */
  readonly abilities: readonly Ability[];
  /** Milliseconds of each step. */
  readonly times: readonly number[];
}

/** Logistic parameters of an item, from what is published. */
export const zetaOf = ({ bank, places, skillOf }: TestBank, item: number): Zeta => {
  const { guess, slip } = bank.items[item]!;
  return { a: slope * population.sd, b: standardised(places[skillOf[item]!]!.level - 0.5), c: guess, d: 1 - slip };
};

/** A session of jsCAT by expected a posteriori and maximum Fisher information. */
export const newCat = (): Cat =>
  new Cat({
    method: 'EAP',
    itemSelect: 'MFI',
    theta: 0,
    minTheta: -3.5,
    maxTheta: 3.5,
    priorDist: 'norm',
    priorPar: [0, 1],
    randomSeed: 'fixed',
  });

/**
 * Plays so many questions. Items with the same parameters are the same to jsCAT: of those left, one at random is offered,
 * so that it is not bound to the first subjects of the bank, and so that the run is shorter.
 */
export function playJscat(testBank: TestBank, answers: readonly Pick<Answer, 'outcome'>[], count: number, random: Random): JscatTrace {
  const left = new Map<string, { zeta: Zeta; items: number[] }>();
  testBank.bank.items.forEach((_, item) => {
    const zeta = zetaOf(testBank, item);
    const key = Object.values(zeta).join();
    const same = left.get(key);
    if (same) same.items.push(item);
    else left.set(key, { zeta, items: [item] });
  });
  const cat = newCat();
  const trace = { items: [] as number[], abilities: [] as Ability[], times: [] as number[] };
  while (trace.items.length < count && left.size > 0) {
    const start = performance.now();
    const stimuli = [...left].map(([key, { zeta }]) => ({ ...zeta, key }));
    const { key } = cat.findNextItem(stimuli, 'MFI', false).nextStimulus as unknown as { key: string };
    const { zeta, items } = left.get(key)!;
    const [item] = items.splice(random.below(items.length), 1) as [number];
    if (items.length === 0) left.delete(key);
    cat.updateAbilityEstimate({ ...zeta }, answers[item]!.outcome ? 1 : 0);
    trace.times.push(performance.now() - start);
    trace.items.push(item);
    trace.abilities.push({ theta: cat.theta, error: cat.seMeasurement });
  }
  return trace;
}

/** P(mastered) of each skill at an ability, under the published levels. */
export const masteryAt = ({ places }: TestBank, theta: number): number[] =>
  places.map(({ level }) => 1 / (1 + Math.exp(slope * population.sd * (standardised(level - 0.5) - theta))));

/** Share of the weight expected at an ability. */
export function scoreAt(testBank: TestBank, theta: number): { score: number; domainScores: number[] } {
  const mastery = masteryAt(testBank, theta);
  return shares(testBank, (skill) => mastery[skill]!);
}
