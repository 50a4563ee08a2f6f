import { log } from '../exponential.js';
import { firstCell, gCells, hCells, uCount } from '../grid.js';
import type { Evidence } from './evidence.js';
import { uSquares, type Population } from './population.js';
import type { Tables } from './tables.js';

/** Posterior of one session; filled again for the next. */
export interface SessionPosterior {
  /** ln P(answers), but for a constant. */
  logLikelihood: number;
  /** P(g, κ | answers). */
  readonly weight: Float64Array;
  /** For each domain met: P(h, κ | answers), and Σ E[u² | answers] over them. */
  readonly cells: Float64Array[];
  uSquare: number;
  /** For each domain met: Π Z over its subjects, and its mean and that of u² over u. */
  readonly products: Float64Array[];
  readonly evidence: Float64Array[];
  readonly squares: Float64Array[];
}

/** Room for the posterior of one session. */
export const newPosterior = (domains: number): SessionPosterior => {
  const rows = (length: number): Float64Array[] => Array.from({ length: domains }, () => new Float64Array(length));
  return {
    logLikelihood: 0,
    weight: new Float64Array(gCells),
    cells: rows(hCells),
    uSquare: 0,
    products: rows(hCells),
    evidence: rows(gCells),
    squares: rows(gCells),
  };
};

/** Computes the posterior of a session, exact on the engine's grid. */
export function fillPosterior(domains: Evidence, { z }: Tables, { abilities, deviations }: Population, into: SessionPosterior): void {
  const { weight } = into;
  weight.set(abilities);
  let scale = 0;
  for (let d = 0; d < domains.length; d++) {
    const product = into.products[d]!.fill(1);
    for (const pattern of domains[d]!) {
      const row = pattern * hCells;
      for (let cell = 0; cell < hCells; cell++) product[cell]! *= z[row + cell]!;
    }
    // Relative to the largest: products over many subjects would vanish.
    let top = 0;
    for (let cell = 0; cell < hCells; cell++) if (product[cell]! > top) top = product[cell]!;
    for (let cell = 0; cell < hCells; cell++) product[cell]! /= top;
    scale += log(top);
    const evidence = into.evidence[d]!;
    const squares = into.squares[d]!;
    for (let g = 0; g < gCells; g++) {
      const first = firstCell[g]!;
      let sum = 0;
      let square = 0;
      for (let u = 0; u < uCount; u++) {
        const x = deviations[u]! * product[first + u]!;
        sum += x;
        square += x * uSquares[u]!;
      }
      evidence[g] = sum;
      squares[g] = square;
      weight[g]! *= sum;
    }
  }
  let total = 0;
  for (let g = 0; g < gCells; g++) total += weight[g]!;
  for (let g = 0; g < gCells; g++) weight[g]! /= total;
  into.logLikelihood = scale + log(total);
  into.uSquare = 0;
  for (let d = 0; d < domains.length; d++) {
    const product = into.products[d]!;
    const evidence = into.evidence[d]!;
    const squares = into.squares[d]!;
    const cells = into.cells[d]!.fill(0);
    for (let g = 0; g < gCells; g++) {
      const rest = evidence[g]! > 0 ? weight[g]! / evidence[g]! : 0;
      into.uSquare += rest * squares[g]!;
      const first = firstCell[g]!;
      for (let u = 0; u < uCount; u++) cells[first + u]! += rest * deviations[u]!;
    }
    for (let cell = 0; cell < hCells; cell++) cells[cell]! *= product[cell]!;
  }
}
