import { hCells, hCount, hFirst, step } from '../grid.js';
import { density } from '../normal.js';
import { subjectPrior } from '../prior.js';
import type { Data } from './evidence.js';

/**
 * τ of the kinds that have one. The engine's are wider, since they stand for wrong difficulties too, which are what is looked
 * for here: with these, planted difficulties are found best in populations of several sorts.
 */
const taus = [0.6, 1.4];

/** What follows from the thresholds, for all sessions. */
export interface Tables {
  /** P(t | h, κ) of each subject: rows of L + 1. */
  readonly priors: readonly Float64Array[];
  /** Minus the derivative of P(t ≥ k | h, κ) by θ_k, of each subject: φ((h − θ_k)/τ)/τ, 0 where patchy; rows of hCells. */
  readonly slopes: readonly Float64Array[];
  /** Z = Σ_t P(t | h, κ)·ℓ(t) of each pattern: rows of hCells. */
  readonly z: Float64Array;
}

function slopesOf(thresholds: readonly number[]): Float64Array {
  const table = new Float64Array(thresholds.length * hCells);
  thresholds.forEach((threshold, k) => {
    for (let cell = 0; cell < taus.length * hCount; cell++) {
      const spread = taus[Math.floor(cell / hCount)]!;
      table[k * hCells + cell] = density((hFirst + (cell % hCount) * step - threshold) / spread) / spread;
    }
  });
  return table;
}

/** The tables of thresholds given by subject, each strictly increasing. */
export function tablesOf({ patterns }: Pick<Data, 'patterns'>, thresholds: readonly (readonly number[])[]): Tables {
  const priors = thresholds.map((each) => subjectPrior(each, taus));
  const z = new Float64Array(patterns.length * hCells);
  patterns.forEach(({ subject, likelihood }, p) => {
    const prior = priors[subject]!;
    const levels = likelihood.length;
    for (let cell = 0; cell < hCells; cell++) {
      let sum = 0;
      for (let t = 0; t < levels; t++) sum += prior[cell * levels + t]! * likelihood[t]!;
      z[p * hCells + cell] = sum;
    }
  });
  return { priors, slopes: thresholds.map(slopesOf), z };
}
