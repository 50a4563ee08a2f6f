import type { Bank, LoggedAnswer } from '../../src/engine/index.js';

/*
 * The model written as plainly as can be: every (τ, g, u of each domain, t of each subject) is enumerated with its
 * probability. It shares no code with the engine.
 */

/** One state of the world: its probability, the weight mastered, t of each subject. */
interface World {
  probability: number;
  /** Names (τ, g). */
  readonly cell: number;
  readonly levels: readonly number[];
  readonly byDomain: readonly number[];
  readonly mastered: number;
}

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
const shares = (values: number[]): number[] => values.map((value) => value / values.reduce((a, b) => a + b));
const clamp = (x: number, least: number, most: number): number => Math.max(least, Math.min(most, x));

/** P(right | t), as published. */
function right(bank: Bank, itemId: string, t: number): number {
  const item = bank.items.find(({ id }) => id === itemId);
  const k = 1 + Math.max(...bank.subjects.map(({ skills }) => skills.indexOf(item?.skill ?? '')));
  const lucky = clamp((item?.guess ?? 0) + 0.035, 0.01, 0.7);
  const slip = clamp((item?.slip ?? 0) + 0.035, 0.01, 0.6);
  return t > k ? 1 - slip : t === k ? 1 - slip - 0.04 : t === k - 1 ? lucky + 0.06 : lucky;
}

/** P("je ne sais pas encore" | t), as published. */
function silent(bank: Bank, itemId: string, t: number): number {
  const item = bank.items.find(({ id }) => id === itemId);
  const k = 1 + Math.max(...bank.subjects.map(({ skills }) => skills.indexOf(item?.skill ?? '')));
  return t > k ? 0.035 : t === k ? 0.075 : t === k - 1 ? 0.94 : 1;
}

const subjectOf = (bank: Bank, itemId: string): number => {
  const skill = bank.items.find(({ id }) => id === itemId)?.skill ?? '';
  return bank.subjects.findIndex(({ skills }) => skills.includes(skill));
};

/** Every world, with its probability after the answers. Two domains. */
export function worlds(bank: Bank, answers: readonly LoggedAnswer[]): World[] {
  const g = steps(-1, 21);
  const pg = shares(g.map((x) => (0.2 * phi((x - 1) / 1.2)) / 1.2 + (0.8 * phi((x - 4.4) / 1.9)) / 1.9));
  const u = steps(-1.5, 7);
  const pu = shares(u.map((x) => Math.exp(-(x * x) / (2 * 0.64))));
  const spread = [0.6, 1.2, 2, 3.2];
  const pSpread = [0.2, 0.3, 0.25, 0.25];
  const skills = new Map(bank.skills.map((skill) => [skill.id, skill]));
  const thresholds = bank.subjects.map((subject) => {
    let last = -Infinity;
    return subject.skills.map((id) => {
      const skill = skills.get(id);
      last = Math.max(skill?.threshold ?? (skill?.level ?? 0) - 0.5, last + 0.05);
      return last;
    });
  });
  const weights = bank.subjects.map((subject) => subject.skills.map((id) => skills.get(id)?.weight ?? 0));
  const vectors = thresholds.reduce<number[][]>(
    (all, { length }) => all.flatMap((v) => Array.from({ length: length + 1 }, (_, t) => [...v, t])),
    [[]],
  );
  const likelihoods = vectors.map((levels) =>
    answers.reduce((product, { item, outcome, unknown }) => {
      const t = levels[subjectOf(bank, item)] ?? 0;
      const r = right(bank, item, t);
      return product * (unknown ? silent(bank, item, t) : outcome ? r : 1 - r);
    }, 1),
  );
  const found: World[] = [];
  spread.forEach((tau, k) => {
    g.forEach((ability, i) => {
      u.forEach((first, a) => {
        u.forEach((second, b) => {
          const chance = thresholds.map((theta, s) => {
            const h = ability + (bank.subjects[s]?.domain === bank.domains[0] ? first : second);
            const atLeast = [1, ...theta.map((x) => normalCdf((h - x) / tau)), 0];
            return Array.from({ length: theta.length + 1 }, (_, t) => Math.max((atLeast[t] ?? 0) - (atLeast[t + 1] ?? 0), 1e-9));
          });
          vectors.forEach((levels, v) => {
            const gained = levels.map((t, s) => (weights[s] ?? []).slice(0, t).reduce((x, y) => x + y, 0));
            const byDomain = bank.domains.map((domain) =>
              gained.reduce((sum, x, s) => sum + (bank.subjects[s]?.domain === domain ? x : 0), 0),
            );
            let probability = (pg[i] ?? 0) * (pSpread[k] ?? 0) * (pu[a] ?? 0) * (pu[b] ?? 0) * (likelihoods[v] ?? 0);
            levels.forEach((t, s) => (probability *= chance[s]?.[t] ?? 0));
            found.push({ probability, cell: k * g.length + i, levels, byDomain, mastered: gained.reduce((x, y) => x + y, 0) });
          });
        });
      });
    });
  });
  const total = found.reduce((sum, { probability }) => sum + probability, 0);
  for (const world of found) world.probability /= total;
  return found;
}

/** E[f] over worlds. */
export const expectation = (all: readonly World[], f: (world: World) => number): number =>
  all.reduce((sum, world) => sum + world.probability * f(world), 0);

/** Var[f] over worlds. */
export function variance(all: readonly World[], f: (world: World) => number): number {
  const mean = expectation(all, f);
  return expectation(all, (world) => (f(world) - mean) ** 2);
}

/** P(S ≤ x) as the model states it: given (τ, g), S is normal with its exact mean and variance, and the model error e. */
export function mixtureCdf(all: readonly World[], x: number, e: number): number {
  const cells = new Map<number, { w: number; first: number; second: number }>();
  for (const { cell, probability, mastered } of all) {
    const sums = cells.get(cell) ?? { w: 0, first: 0, second: 0 };
    cells.set(cell, {
      w: sums.w + probability,
      first: sums.first + probability * mastered,
      second: sums.second + probability * mastered * mastered,
    });
  }
  let p = 0;
  for (const { w, first, second } of cells.values()) {
    const mean = first / w;
    p += w * normalCdf((x - mean) / Math.sqrt(second / w - mean * mean + e * e));
  }
  return p;
}

/** Expected reduction of Var S by an answer to the item. */
export function varianceReduction(bank: Bank, answers: readonly LoggedAnswer[], all: readonly World[], item: string): number {
  const p = expectation(all, ({ levels }) => right(bank, item, levels[subjectOf(bank, item)] ?? 0));
  const after = (outcome: boolean): number => variance(worlds(bank, [...answers, { item, outcome }]), ({ mastered }) => mastered);
  return variance(all, ({ mastered }) => mastered) - p * after(true) - (1 - p) * after(false);
}
