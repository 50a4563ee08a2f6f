import { exp } from '../exponential.js';
import { gCells, gCount, gFirst, kindShares, step, uCount, uFirst } from '../grid.js';
import { deviationPrior } from '../prior.js';

/*
 * The learners of a log are not those the engine supposes; if they were taken for them, easy skills would seem easier than
 * they are wherever learners are strong. So the engine's laws are tilted, by as many numbers as a log can tell:
 *   p(g, κ) ∝ engine's · exp(a·x + b·x² + c_κ), x = (g − 4)/2     p(u) ∝ engine's · exp(d·u²)
 */

/** a, b, c for each κ, d. */
export const tiltCount = 3 + kindShares.length;
/** Standard deviation of each about 0, where the engine's own laws are. */
export const tiltSd = 2;

/** What a, b and c multiply, for each cell (κ, g); rows of tiltCount − 1. */
const statistics = Array.from({ length: gCells }, (_, cell) => {
  const x = (gFirst + (cell % gCount) * step - 4) / 2;
  return [x, x * x, ...kindShares.map((_, i) => Number(i === Math.floor(cell / gCount)))];
});
const square = (x: number): number => x * x;
/** What d multiplies. */
export const uSquares = Float64Array.from({ length: uCount }, (_, j) => square(uFirst + j * step));

export interface Population {
  /** p(g, κ) and p(u), each of sum 1. */
  readonly abilities: Float64Array;
  readonly deviations: Float64Array;
  /** Means of what the tilts multiply. */
  readonly means: Float64Array;
  readonly uSquare: number;
}

/** Σ weight·statistics: what a session's P(g, κ) says of a, b and c. */
export function meansOf(weight: Float64Array): Float64Array {
  const means = new Float64Array(tiltCount - 1);
  for (let cell = 0; cell < gCells; cell++) for (let i = 0; i < means.length; i++) means[i]! += weight[cell]! * statistics[cell]![i]!;
  return means;
}

const normalised = (values: Float64Array): Float64Array => {
  const total = values.reduce((a, b) => a + b);
  return values.map((value) => value / total);
};

/** @param logAbilities the engine's ln p(g, κ). @param tilts a, b, c, d. */
export function populationOf(logAbilities: Float64Array, tilts: readonly number[]): Population {
  const abilities = normalised(logAbilities.map((value, cell) => exp(statistics[cell]!.reduce((sum, x, i) => sum + x * tilts[i]!, value))));
  const deviations = normalised(deviationPrior.map((value, u) => value * exp(tilts[tiltCount - 1]! * uSquares[u]!)));
  return { abilities, deviations, means: meansOf(abilities), uSquare: deviations.reduce((sum, share, u) => sum + share * uSquares[u]!, 0) };
}

/** Mean and standard deviation of the global ability, in levels. */
export function abilityOf({ abilities }: Population): { mean: number; sd: number } {
  const g = (cell: number): number => gFirst + (cell % gCount) * step;
  const mean = abilities.reduce((sum, share, cell) => sum + share * g(cell), 0);
  return { mean, sd: Math.sqrt(abilities.reduce((sum, share, cell) => sum + share * square(g(cell) - mean), 0)) };
}
