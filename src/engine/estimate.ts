import type { Estimate } from '../model/index.js';
import { gCells, gCount } from './grid.js';
import { levelShares, marginalOf } from './marginal.js';
import type { Model } from './model.js';
import { cdf } from './normal.js';
import type { Posterior } from './posterior.js';

/** e / T: what wrong difficulties and holes in the hierarchy add to the score's standard deviation. */
const modelError = 0.03;

/** The score, as a mixture over (κ, g) of normal laws of the weight mastered. */
export interface Summary {
  /** E[S] and Var S, in weight. */
  readonly mean: number;
  readonly variance: number;
  /** The same as shares of T. */
  readonly score: number;
  readonly sd: number;
  readonly bandProbs: readonly [number, number, number];
  /** P(κ patchy): at home in some subjects and a stranger to the others. */
  readonly patchy: number;
  /** Of the domain whose score is least known: its standard deviation. */
  readonly domainSd: number;
}

const square = (x: number): number => x * x;

/** Mean and variance of a mixture of laws with these weights, means, and variances (each plus `error`). */
function moments(weights: Float64Array, means: Float64Array, variances: Float64Array, error: number): [number, number] {
  let mean = 0;
  for (let i = 0; i < weights.length; i++) mean += weights[i]! * means[i]!;
  let variance = error;
  for (let i = 0; i < weights.length; i++) variance += weights[i]! * (variances[i]! + (means[i]! - mean) * (means[i]! - mean));
  return [mean, variance];
}

/** P(S ≤ x), 0 to 1: Σ W Φ((x − C)/√(D + e²)). */
function scoreCdf({ total }: Model, { weight, mean, variance }: Posterior, x: number): number {
  const error = square(modelError * total);
  let sum = 0;
  for (let g = 0; g < weight.length; g++) sum += weight[g]! * cdf((x - mean[g]!) / Math.sqrt(variance[g]! + error));
  return sum;
}

/** Score of a domain and its variance, in weight. */
const domainMoments = ({ domains }: Model, posterior: Posterior, d: number): [number, number] => {
  const { mean, variance } = posterior.domains[d]!;
  return moments(posterior.weight, mean, variance, square(modelError * domains[d]!.weight));
};

/** Score, its doubt, and the bands. */
export function summarise(model: Model, posterior: Posterior): Summary {
  const { total, limits } = model;
  const [mean, variance] = moments(posterior.weight, posterior.mean, posterior.variance, square(modelError * total));
  const [low, upToMiddle] = [scoreCdf(model, posterior, limits[0]), scoreCdf(model, posterior, limits[1])];
  return {
    mean,
    variance,
    score: mean / total,
    sd: Math.sqrt(variance) / total,
    bandProbs: [low, Math.max(upToMiddle - low, 0), 1 - upToMiddle],
    patchy: posterior.weight.subarray(gCells - gCount).reduce((sum, w) => sum + w, 0),
    domainSd: Math.max(...model.domains.map(({ weight }, d) => Math.sqrt(domainMoments(model, posterior, d)[1]) / weight)),
  };
}

/**
 * Share of the score at the percentile `p`: by bisection, within 1e-9. Nothing is attainable in the last half unit at
 * either end but 0 and 1 themselves, where many learners are.
 */
function percentile(model: Model, posterior: Posterior, p: number): number {
  const { total, unit } = model;
  let [low, high] = [0, total];
  while (high - low > 1e-9 * total) {
    const middle = (low + high) / 2;
    if (scoreCdf(model, posterior, middle) < p) low = middle;
    else high = middle;
  }
  return low < unit / 2 ? 0 : low > total - unit / 2 ? 1 : low / total;
}

/** The most likely of three bands; the lower one of two equals. */
export const likeliest = (probs: readonly number[]): 0 | 1 | 2 => probs.indexOf(Math.max(...probs)) as 0 | 1 | 2;

/** All that is believed, but for the stopping rule. */
export function estimateFrom(model: Model, posterior: Posterior, { score, sd, bandProbs }: Summary): Estimate {
  const result = {
    score,
    sd,
    ci90: [percentile(model, posterior, 0.05), percentile(model, posterior, 0.95)] as const,
    bandProbs,
    band: likeliest(bandProbs),
    domainScores: {} as Record<string, number>,
    domainSd: {} as Record<string, number>,
    subjectScores: {} as Record<string, number>,
    skillProbs: {} as Record<string, number>,
  };
  model.domains.forEach((domain, d) => {
    const [m, v] = domainMoments(model, posterior, d);
    result.domainScores[domain.id] = m / domain.weight;
    result.domainSd[domain.id] = Math.sqrt(v) / domain.weight;
    const marginal = marginalOf(posterior, d);
    for (const s of domain.subjects) {
      const subject = model.subjects[s]!;
      const shares = levelShares(subject, posterior.subjects[s]!, marginal);
      let mastered = 0;
      let atLeast = 0;
      for (let t = subject.levels - 1; t >= 0; t--) {
        mastered += shares[t]! * subject.weights[t]!;
        atLeast += shares[t]!;
        if (t > 0) result.skillProbs[subject.skills[t - 1]!] = Math.min(atLeast, 1);
      }
      result.subjectScores[subject.id] = Math.min(mastered / subject.weights[subject.levels - 1]!, 1);
    }
  });
  return result;
}
