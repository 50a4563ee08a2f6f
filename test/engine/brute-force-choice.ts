import {
  abilities,
  chanceOf,
  deviations,
  kinds,
  mastered,
  momentsOf,
  normalCdf,
  placeOf,
  right,
  summed,
  sumOf,
  type Worlds,
} from './brute-force.js';

/* What a question is worth, from the worlds enumerated: it shares no code with the engine. */

/** What asking an item is expected to bring. */
export interface Prospect {
  readonly passing: number;
  readonly variance: number;
  readonly information: number;
  /** On the levels mastered of the item's subject. */
  readonly levels: number;
}

const entropy = (p: number): number => (p > 0 ? -p * Math.log(p) : 0);

/**
 * P(band, t_s) as the model states it for choosing: given the ability h of the subject's domain, κ and t_s, S is normal
 * with its exact mean and variance, of at least 0.05; where (h, κ, t_s) is less likely than 2e-5 it is its mean.
 */
function bandTable(worlds: Worlds, subject: number, limits: readonly [number, number]): number[][] {
  const { bank, vectors, deviations: us, probability } = worlds;
  const populated = bank.domains.filter((id) => bank.subjects.some(({ domain, skills }) => domain === id && skills.length > 0));
  const domain = populated.indexOf(bank.subjects[subject]?.domain ?? '');
  const levels = (worlds.gained[subject] ?? []).length;
  const [count, hCount] = [vectors.length, abilities.length + deviations.length - 1];
  const place = (i: number): number => {
    const cell = Math.floor(i / (us.length * count));
    const h = (cell % abilities.length) + (us[Math.floor(i / count) % us.length]?.[domain] ?? 0);
    return (Math.floor(cell / abilities.length) * hCount + h) * levels + (vectors[i % count]?.[subject] ?? 0);
  };
  const cells = kinds.length * hCount * levels;
  const places = Int32Array.from(probability, (_, i) => place(i));
  const at = (i: number): number => places[i] ?? 0;
  const values = vectors.map(mastered(worlds));
  const weight = summed(probability, cells, at);
  const mean = summed(
    probability.map((p, i) => p * (values[i % count] ?? 0)),
    cells,
    at,
  ).map((x, i) => x / (weight[i] ?? 1));
  const spread = summed(
    probability.map((p, i) => p * ((values[i % count] ?? 0) - (mean[at(i)] ?? 0)) ** 2),
    cells,
    at,
  );
  const table = [0, 1, 2].map(() => new Array<number>(levels).fill(0));
  weight.forEach((x, i) => {
    const below = (limit: number): number =>
      x >= 2e-5 ? normalCdf((limit - (mean[i] ?? 0)) / Math.sqrt(Math.max((spread[i] ?? 0) / x, 0.05))) : Number((mean[i] ?? 0) < limit);
    const [low, upToMiddle] = [below(limits[0]), below(limits[1])];
    [low, upToMiddle - low, 1 - upToMiddle].forEach((p, b) => {
      const row = table[b] ?? [];
      row[i % levels] = (row[i % levels] ?? 0) + x * p;
    });
  });
  return table;
}

/** P(right), the expected reduction of Var S, the expected information on the band and on the subject's levels, of every item. */
export function prospects(worlds: Worlds, limits: readonly [number, number]): Map<string, Prospect> {
  const { bank, vectors, byVector } = worlds;
  const tables = bank.subjects.map((_, s) => bandTable(worlds, s, limits));
  const score = mastered(worlds);
  const before = momentsOf(vectors, byVector, score).variance;
  return new Map(
    bank.items.map(({ id }) => {
      const { subject } = placeOf(bank, id);
      const pass = (t: number): number => right(bank, id, t);
      const after = [true, false].map((outcome) =>
        momentsOf(
          vectors,
          byVector.map((p, v) => p * chanceOf(bank, { item: id, outcome }, vectors[v] ?? [])),
          score,
        ),
      );
      const left = sumOf(after.map(({ total, variance }) => total * variance));
      const bands = tables[subject] ?? [];
      const passed = bands.map((band) => sumOf(band.map((p, t) => p * pass(t))));
      const all = bands.map(sumOf);
      const p = after[0]?.total ?? 0;
      const information =
        sumOf(all.map(entropy)) + entropy(p) + entropy(1 - p) - sumOf(passed.map((x, b) => entropy(x) + entropy((all[b] ?? 0) - x)));
      const reached = summed(byVector, (worlds.gained[subject] ?? []).length, (v) => vectors[v]?.[subject] ?? 0);
      const both = sumOf([...reached].map((x, t) => entropy(x * pass(t)) + entropy(x * (1 - pass(t)))));
      const levels = sumOf([...reached].map(entropy)) + entropy(p) + entropy(1 - p) - both;
      return [id, { passing: p, variance: before - left, information, levels }];
    }),
  );
}
