import { log } from './exponential.js';
import { gCells, gCount, gFirst, hCells, hCount, hFirst, spreadShares, spreads, step, uCount, uFirst } from './grid.js';
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

/** ln p(g)·p(τ) for each cell (τ, g). */
export function abilityPrior(parts: readonly PriorPart[]): Float64Array {
  const g = normalised(
    Float64Array.from({ length: gCount }, (_, i) =>
      parts.reduce((sum, { share, mean, sd }) => sum + (share * density((gFirst + i * step - mean) / sd)) / sd, 1e-300),
    ),
  );
  return Float64Array.from({ length: gCells }, (_, cell) => log(g[cell % gCount]!) + log(spreadShares[Math.floor(cell / gCount)]!));
}

/** p(u): normal, sd 0.8 level. */
export const deviationPrior = normalised(Float64Array.from({ length: uCount }, (_, j) => density((uFirst + j * step) / 0.8)));

/**
 * P(t | h, τ) for one subject, t = 0…L skills mastered: by differences of P(t ≥ k) = Φ((h − θ_k)/τ), at least 1e-9.
 * @param thresholds θ_1…θ_L, strictly increasing, in levels.
 * @returns one row of L + 1 for each cell (τ, h).
 */
export function subjectPrior(thresholds: readonly number[]): Float64Array {
  const levels = thresholds.length + 1;
  const table = new Float64Array(hCells * levels);
  for (let cell = 0; cell < hCells; cell++) {
    const h = hFirst + (cell % hCount) * step;
    const spread = spreads[Math.floor(cell / hCount)]!;
    let atLeast = 1;
    for (let t = 0; t < levels; t++) {
      const threshold = thresholds[t];
      const next = threshold === undefined ? 0 : cdf((h - threshold) / spread);
      table[cell * levels + t] = Math.max(atLeast - next, 1e-9);
      atLeast = next;
    }
  }
  return table;
}
