import { firstCell, gCells, hCells, uCount } from './grid.js';
import type { Subject } from './model.js';
import type { Posterior, SubjectPosterior } from './posterior.js';

/** A domain and what lies outside it, for each cell (κ, h) of the domain. */
export interface DomainMarginal {
  /** P(h, κ): Σ W·ω over g + u = h. */
  readonly weight: Float64Array;
  /** Mean and variance of the weight mastered in the other domains, given (h, κ). */
  readonly restMean: Float64Array;
  readonly restVariance: Float64Array;
}

/** Sums W(g, κ)·ω(u) over g and u of the same h. Exact. */
export function marginalOf(posterior: Posterior, d: number): DomainMarginal {
  const { omega, mean, variance } = posterior.domains[d]!;
  const [weight, restMean, restVariance] = [new Float64Array(hCells), new Float64Array(hCells), new Float64Array(hCells)];
  for (let g = 0; g < gCells; g++) {
    const w = posterior.weight[g]!;
    const rest = posterior.mean[g]! - mean[g]!;
    for (let u = 0, h = firstCell[g]!; u < uCount; u++, h++) {
      const x = w * omega[g * uCount + u]!;
      weight[h]! += x;
      restMean[h]! += x * rest;
    }
  }
  for (let h = 0; h < hCells; h++) if (weight[h]! > 0) restMean[h]! /= weight[h]!;
  for (let g = 0; g < gCells; g++) {
    const w = posterior.weight[g]!;
    const rest = posterior.mean[g]! - mean[g]!;
    const spread = posterior.variance[g]! - variance[g]!;
    for (let u = 0, h = firstCell[g]!; u < uCount; u++, h++) {
      const away = rest - restMean[h]!;
      restVariance[h]! += w * omega[g * uCount + u]! * (spread + away * away);
    }
  }
  for (let h = 0; h < hCells; h++) if (weight[h]! > 0) restVariance[h]! /= weight[h]!;
  return { weight, restMean, restVariance };
}

/** π(t) = P(t_s = t) of one subject, sum 1. */
export function levelShares({ levels }: Subject, { shares }: SubjectPosterior, { weight }: DomainMarginal): Float64Array {
  const sums = new Float64Array(levels);
  for (let i = 0; i < shares.length; i++) sums[i % levels]! += weight[Math.floor(i / levels)]! * shares[i]!;
  const total = sums.reduce((a, b) => a + b);
  return sums.map((value) => value / total);
}
