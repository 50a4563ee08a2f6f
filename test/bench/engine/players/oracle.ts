import type { TestBank } from '../banks.js';
import { bandOf, shares } from '../learner.js';
import type { Random } from '../random.js';
import type { Answer, Place } from '../world.js';

/*
 * Somebody who knows what no engine can: who the learners of the place are, how hard each skill really is, and how each item
 * really behaves. A crowd drawn from the place stands for that. What it reaches tells what can be, in practice, with
 * so many questions: they are chosen one step ahead, as the engine does, and the crowd thins as they go on.
 */
const size = 20_000;

/** Learners of one place, one column each. */
export interface Crowd {
  /** For each item: the chances of passing it, and of saying that one does not know. */
  readonly pass: readonly Float32Array[];
  readonly silent: readonly Float32Array[];
  readonly masters: readonly (readonly boolean[])[];
  readonly score: Float64Array;
  readonly band: Uint8Array;
}

export function crowdOf(testBank: TestBank, place: Place, random: Random): Crowd {
  const { bank, skillOf } = testBank;
  const people = Array.from({ length: size }, (_, i) => place.person(random, i));
  const chances = (answer: Answer): Float32Array[] =>
    bank.items.map(({ guess, slip }, item) => {
      const met = { item, skill: skillOf[item]!, guess, slip, silence: 1 };
      return Float32Array.from(people, (person) => person.likelihood(met, answer));
    });
  const score = Float64Array.from(people, ({ masters }) => shares(testBank, (skill) => Number(masters[skill])).score);
  return {
    pass: chances({ outcome: true, unknown: false }),
    silent: chances({ outcome: false, unknown: true }),
    masters: people.map(({ masters }) => masters),
    score,
    band: Uint8Array.from(score, (share) => bandOf(share, bank.cuts)),
  };
}

/** What is believed of each of the crowd after one more answer; they sum to 1. */
function believe(weights: Float64Array, { pass, silent }: Crowd, item: number, { outcome, unknown }: Answer): Float64Array {
  const chance = (i: number): number => (unknown ? silent[item]![i]! : outcome ? pass[item]![i]! : 1 - pass[item]![i]! - silent[item]![i]!);
  // Nobody of the crowd is impossible: it has gaps that the population has not.
  const next = weights.map((weight, i) => weight * Math.max(chance(i), 1e-6));
  const total = next.reduce((a, b) => a + b);
  return next.map((weight) => weight / total);
}

const evenly = (): Float64Array => new Float64Array(size).fill(1 / size);
const entropy = (p: number): number => (p > 1e-12 ? -p * Math.log(p) : 0);

/** Information on the band and a share of the variance, as the engine wants, whatever the time. */
function worthOf({ pass, score, band }: Crowd, weights: Float64Array, likely: readonly number[], item: number, unit: number): number {
  const all = [0, 0, 0];
  const passed = [0, 0, 0];
  let [mean, square, covered] = [0, 0, 0];
  for (const i of likely) {
    const weight = weights[i]!;
    const right = weight * pass[item]![i]!;
    all[band[i]!]! += weight;
    passed[band[i]!]! += right;
    mean += weight * score[i]!;
    square += weight * score[i]! * score[i]!;
    covered += right * score[i]!;
  }
  const p = passed[0]! + passed[1]! + passed[2]!;
  if (p < 1e-6 || p > 1 - 1e-6) return 0;
  const information =
    entropy(p) + entropy(1 - p) + all.reduce((sum, x, b) => sum + entropy(x) - entropy(passed[b]!) - entropy(x - passed[b]!), 0);
  return information + (0.3 * (covered - p * mean) ** 2) / (p * (1 - p)) / (square - mean * mean + 0.5 * unit * unit);
}

/** So many questions, each the best one for what is believed. */
export function playOracle(crowd: Crowd, answers: readonly Answer[], count: number): { items: number[]; times: [] } {
  const items: number[] = [];
  let weights = evenly();
  while (items.length < count) {
    const likely = [...weights.keys()].filter((i) => weights[i]! > 1e-7);
    let [best, most] = [-1, -1];
    for (const item of answers.keys()) {
      const worth = items.includes(item) ? -1 : worthOf(crowd, weights, likely, item, 1 / crowd.masters[0]!.length);
      if (worth > most) [best, most] = [item, worth];
    }
    items.push(best);
    weights = believe(weights, crowd, best, answers[best]!);
  }
  return { items, times: [] };
}

/** What is known after these answers. */
export function knownBy(crowd: Crowd, answers: readonly Answer[], items: readonly number[]): { bands: number[]; mastery: number[] } {
  const weights = items.reduce((before, item) => believe(before, crowd, item, answers[item]!), evenly());
  const bands = [0, 0, 0];
  const mastery = crowd.masters[0]!.map(() => 0);
  weights.forEach((weight, i) => {
    if (weight < 1e-9) return;
    bands[crowd.band[i]!]! += weight;
    crowd.masters[i]!.forEach((has, skill) => {
      if (has) mastery[skill]! += weight;
    });
  });
  return { bands, mastery };
}
