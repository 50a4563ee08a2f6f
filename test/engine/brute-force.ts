import type { Bank, LoggedAnswer } from '../../src/engine/index.js';

/*
 * The model written as plainly as can be: every (κ, g, u of each domain, t of each subject) is enumerated with its
 * probability. It shares no code with the engine, only its published formulas.
 */

/** Every state of the world that the model knows, after some answers. Weights are scaled: their mean over the bank is 1. */
export interface Worlds {
  readonly bank: Bank;
  /** c_s(t) of each subject. */
  readonly gained: readonly (readonly number[])[];
  /** Each possible t of all subjects. */
  readonly vectors: readonly (readonly number[])[];
  /** Each possible u of all domains, as indices; of those that have skills. */
  readonly deviations: readonly (readonly number[])[];
  /** Probability of each ((κ, g), u, t), in this order, t fastest; sum 1. */
  readonly probability: Float64Array;
  /** The same of each ((κ, g), t) and of each t. */
  readonly byCell: Float64Array;
  readonly byVector: Float64Array;
}

/** A part of a population: share, mean and sd of its global ability. */
export interface People {
  readonly share: number;
  readonly mean: number;
  readonly sd: number;
}
export const everybody: readonly People[] = [
  { share: 0.2, mean: 1, sd: 1.2 },
  { share: 0.8, mean: 4.4, sd: 1.9 },
];

const phi = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Φ by its series near 0 and by a continued fraction further on. */
export function normalCdf(x: number): number {
  if (x < 0) return 1 - normalCdf(-x);
  if (x > 5) {
    let fraction = x;
    for (let n = 60; n > 0; n--) fraction = x + n / fraction;
    return 1 - phi(x) / fraction;
  }
  let sum = x;
  for (let term = x, n = 1; n < 200; n++) sum += term *= (x * x) / (2 * n + 1);
  return 0.5 + phi(x) * sum;
}

const steps = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i / 2);
const shares = (values: readonly number[]): number[] => values.map((value) => value / values.reduce((a, b) => a + b));
const clamp = (x: number, least: number, most: number): number => Math.max(least, Math.min(most, x));
/** Every way to take one of each list. */
const product = (lists: readonly (readonly number[])[]): number[][] =>
  lists.reduce<number[][]>((all, list) => all.flatMap((taken) => list.map((one) => [...taken, one])), [[]]);
export const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The grid of a learner, with its probabilities. */
export const abilities = steps(-1, 21);
export const abilityShares = (people: readonly People[]): number[] =>
  shares(abilities.map((g) => sumOf(people.map(({ share, mean, sd }) => (share * phi((g - mean) / sd)) / sd))));
export const deviations = steps(-1.5, 7);
export const deviationShares = shares(deviations.map((u) => Math.exp(-(u * u) / (2 * 0.64))));
/** The kinds of learners: a spread, or patchy. */
export const kinds = [0.7, 1.7, 'patchy'] as const;
export type Kind = (typeof kinds)[number];
export const kindShares = [0.25, 0.4, 0.35];

/** P(t ≥ k | h) for who is patchy; `share`: (k − ½)/L. */
function patchyMastery(h: number, share: number): number {
  const familiar = normalCdf((h - 3.5) / 3);
  return familiar * normalCdf((0.95 - share) / 0.25) + (1 - familiar) * normalCdf((0.25 - share) / 0.25);
}

/** P(t | h, κ) of each subject, t = 0…L: differences of P(t ≥ k), which is Φ((h − θ_k)/τ) where there is a τ; none below 1e-9. */
export function levelChances(bank: Bank): ((h: number, kind: Kind) => number[])[] {
  return bank.subjects.map((subject) => {
    let last = -Infinity;
    const thresholds = subject.skills.map((id) => {
      const skill = bank.skills.find((each) => each.id === id);
      last = Math.max(skill?.threshold ?? (skill?.level ?? 0) - 0.5, last + 0.05);
      return last;
    });
    return (h, kind) => {
      const mastery = thresholds.map((threshold, i) =>
        kind === 'patchy' ? patchyMastery(h, (i + 0.5) / thresholds.length) : normalCdf((h - threshold) / kind),
      );
      const atLeast = [1, ...mastery, 0];
      return atLeast.slice(1).map((next, t) => Math.max((atLeast[t] ?? 0) - next, 1e-9));
    };
  });
}

/** The subject of an item, as an index, and the place of its skill there, from 1. */
export function placeOf(bank: Bank, itemId: string): { subject: number; rank: number; guess: number; slip: number } {
  const item = bank.items.find(({ id }) => id === itemId);
  if (!item) throw new Error(`No item "${itemId}".`);
  const subject = bank.subjects.findIndex(({ skills }) => skills.includes(item.skill));
  return { subject, rank: 1 + (bank.subjects[subject]?.skills.indexOf(item.skill) ?? 0), guess: item.guess, slip: item.slip };
}

/** P(right | t of the item's subject). */
export function right(bank: Bank, itemId: string, t: number): number {
  const { rank, guess, slip } = placeOf(bank, itemId);
  const lucky = clamp(guess + 0.03, 0.01, 0.7);
  const solid = 1 - clamp(slip + 0.03, 0.01, 0.6);
  return t > rank ? solid : t === rank ? solid - 0.02 : t === rank - 1 ? lucky + 0.03 : lucky;
}

/** P("je ne sais pas encore" | t), as published. */
function silent(bank: Bank, itemId: string, t: number): number {
  const { rank } = placeOf(bank, itemId);
  return t > rank ? 0.08 : t === rank ? 0.1 : t === rank - 1 ? 0.97 : 1;
}

/** P(answer | t of every subject). */
export function chanceOf(bank: Bank, { item, outcome, unknown }: LoggedAnswer, levels: readonly number[]): number {
  const t = levels[placeOf(bank, item).subject] ?? 0;
  return unknown ? silent(bank, item, t) : outcome ? right(bank, item, t) : 1 - right(bank, item, t);
}

/** Sums over all but what `place` says, without loss of last bits. */
export function summed(values: Float64Array, length: number, place: (i: number) => number): Float64Array {
  const [sums, lost] = [new Float64Array(length), new Float64Array(length)];
  values.forEach((value, i) => {
    const at = place(i);
    const y = value - (lost[at] ?? 0);
    const t = (sums[at] ?? 0) + y;
    lost[at] = t - (sums[at] ?? 0) - y;
    sums[at] = t;
  });
  return sums;
}

function complete(worlds: Omit<Worlds, 'byCell' | 'byVector'>): Worlds {
  const { vectors, deviations: all, probability } = worlds;
  const count = vectors.length;
  const [total = 0] = summed(probability, 1, () => 0);
  const shared = probability.map((x) => x / total);
  const byCell = summed(
    shared,
    (shared.length / (all.length * count)) * count,
    (i) => Math.floor(i / (all.length * count)) * count + (i % count),
  );
  return { ...worlds, probability: shared, byCell, byVector: summed(byCell, count, (i) => i % count) };
}

/** Every world of a bank before any answer. */
export function enumerate(bank: Bank, people: readonly People[] = everybody): Worlds {
  const weightOf = new Map(bank.skills.map(({ id, weight }) => [id, weight]));
  const raw = bank.subjects.map(({ skills }) => skills.map((id) => weightOf.get(id) ?? 0));
  const scale = raw.flat().length / sumOf(raw.flat());
  const gained = raw.map((weights) => [0, ...weights.map((_, i) => scale * sumOf(weights.slice(0, i + 1)))]);
  const domains = bank.domains.filter((id) => bank.subjects.some(({ domain, skills }) => domain === id && skills.length > 0));
  const vectors = product(gained.map((values) => values.map((_, t) => t)));
  const us = product(domains.map(() => deviations.map((_, j) => j)));
  const chances = levelChances(bank);
  const pg = abilityShares(people);
  const probability = new Float64Array(kinds.length * abilities.length * us.length * vectors.length);
  let place = 0;
  kinds.forEach((kind, k) => {
    abilities.forEach((g, i) => {
      // P(t) of each subject for each u.
      const tables = chances.map((chance) => deviations.map((u) => chance(g + u, kind)));
      for (const u of us) {
        const start = (pg[i] ?? 0) * (kindShares[k] ?? 0) * u.reduce((p, j) => p * (deviationShares[j] ?? 0), 1);
        const rows = tables.map((table, s) => table[u[domains.indexOf(bank.subjects[s]?.domain ?? '')] ?? 0] ?? []);
        for (const levels of vectors) probability[place++] = levels.reduce((p, t, s) => p * (rows[s]?.[t] ?? 0), start);
      }
    });
  });
  return complete({ bank, gained, vectors, deviations: us, probability });
}

/** The same worlds after answers. */
export function given(worlds: Worlds, answers: readonly LoggedAnswer[]): Worlds {
  const { bank, vectors, probability } = worlds;
  const likelihood = vectors.map((levels) => answers.reduce((p, answer) => p * chanceOf(bank, answer, levels), 1));
  return complete({ ...worlds, probability: probability.map((p, i) => p * (likelihood[i % vectors.length] ?? 0)) });
}

export type Levels = readonly number[];

/** Weight mastered, of the subjects that `counts` takes; all unless said. */
export const mastered =
  ({ gained }: Worlds, counts: (subject: number) => boolean = () => true) =>
  (levels: Levels): number =>
    levels.reduce((sum, t, s) => sum + (counts(s) ? (gained[s]?.[t] ?? 0) : 0), 0);

/** Mean and variance of f under weights of vectors, which need not sum to 1. */
export function momentsOf(
  vectors: readonly Levels[],
  weights: Float64Array,
  f: (levels: Levels) => number,
): { total: number; mean: number; variance: number } {
  const values = vectors.map(f);
  const [total = 0] = summed(weights, 1, () => 0);
  const [first = 0] = summed(
    weights.map((w, v) => w * (values[v] ?? 0)),
    1,
    () => 0,
  );
  const mean = first / total;
  const [second = 0] = summed(
    weights.map((w, v) => w * ((values[v] ?? 0) - mean) ** 2),
    1,
    () => 0,
  );
  return { total, mean, variance: second / total };
}

export const expectation = ({ vectors, byVector }: Worlds, f: (levels: Levels) => number): number => momentsOf(vectors, byVector, f).mean;
export const variance = ({ vectors, byVector }: Worlds, f: (levels: Levels) => number): number => momentsOf(vectors, byVector, f).variance;

/** P(S ≤ x) as the model states it: given (κ, g), S is normal with its exact mean and variance, and the model error e. */
export function mixtureCdf(worlds: Worlds, x: number, e: number): number {
  const { vectors, byCell } = worlds;
  let p = 0;
  for (let first = 0; first < byCell.length; first += vectors.length) {
    const { total, mean, variance } = momentsOf(vectors, byCell.subarray(first, first + vectors.length), mastered(worlds));
    if (total > 0) p += total * normalCdf((x - mean) / Math.sqrt(variance + e * e));
  }
  return p;
}
