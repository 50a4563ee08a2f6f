import { log } from './exponential.js';
import { gCells, gCount, gFirst, hCells, hCount, hFirst, kindShares, spreads, step, uCount, uFirst } from './grid.js';
import { cdf, density } from './normal.js';

/** A part of the prior of the global ability: a normal law, in levels, and its share. */
export interface PriorPart {
  readonly share: number;
  readonly mean: number;
  readonly sd: number;
}

/** Some are far from digital life; most are spread about the middle of the eight levels. */
export const defaultPrior: readonly PriorPart[] = [
  { share: 0.2, mean: 1, sd: 1.2 },
  { share: 0.8, mean: 4.4, sd: 1.9 },
];

const normalised = (values: Float64Array): Float64Array => {
  const total = values.reduce((a, b) => a + b);
  return values.map((value) => value / total);
};

/** ln p(g)·p(κ) for each cell (κ, g). */
export function abilityPrior(parts: readonly PriorPart[]): Float64Array {
  const g = normalised(
    Float64Array.from({ length: gCount }, (_, i) =>
      parts.reduce((sum, { share, mean, sd }) => sum + (share * density((gFirst + i * step - mean) / sd)) / sd, 1e-300),
    ),
  );
  return Float64Array.from({ length: gCells }, (_, cell) => log(g[cell % gCount]!) + log(kindShares[Math.floor(cell / gCount)]!));
}

/** p(u): normal, sd 0.8 level. */
export const deviationPrior = normalised(Float64Array.from({ length: uCount }, (_, j) => density((uFirst + j * step) / 0.8)));

/** For who is patchy: ability at which half of the subjects are familiar, and its spread, in levels. */
const [familiarAt, familiarSpread] = [3.5, 3];
/** Share of a subject that is mastered where it is familiar and where it is not, and its spread. */
const [atHome, stranger, depthSpread] = [0.95, 0.25, 0.25];

/**
 * P(t ≥ k | h) for who is patchy: Φ((h − 3.5)/3) of the subjects are familiar, and most of their levels mastered, whatever
 * their difficulty; few of the others'.
 * @param share (k − ½)/L, L the levels in somebody's reach.
 */
const patchyMastery = (h: number, share: number): number => {
  const familiar = cdf((h - familiarAt) / familiarSpread);
  return familiar * cdf((atHome - share) / depthSpread) + (1 - familiar) * cdf((stranger - share) / depthSpread);
};

/**
 * P(t | h, κ) for one subject, t = 0…L skills mastered: by differences of P(t ≥ k), which is Φ((h − θ_k)/τ), or
 * {@link patchyMastery}; at least 1e-9.
 * @param thresholds θ_1…θ_L, strictly increasing, in levels.
 * @param taus τ of each kind that has one.
 * @returns one row of L + 1 for each cell (κ, h).
 */
export function subjectPrior(thresholds: readonly number[], taus: readonly number[] = spreads): Float64Array {
  const levels = thresholds.length + 1;
  // A level beyond the grid is out of everybody's reach.
  const inReach = thresholds.filter((threshold) => threshold <= hFirst + (hCount - 1) * step).length;
  const table = new Float64Array(hCells * levels);
  for (let cell = 0; cell < hCells; cell++) {
    const h = hFirst + (cell % hCount) * step;
    const spread = taus[Math.floor(cell / hCount)];
    let atLeast = 1;
    for (let t = 0; t < levels; t++) {
      const threshold = thresholds[t];
      const next =
        threshold === undefined || t >= inReach
          ? 0
          : spread === undefined
            ? patchyMastery(h, (t + 0.5) / inReach)
            : cdf((h - threshold) / spread);
      table[cell * levels + t] = Math.max(atLeast - next, 1e-9);
      atLeast = next;
    }
  }
  return table;
}
