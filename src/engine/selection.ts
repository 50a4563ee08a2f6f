import type { Aim } from './aim.js';
import type { Summary } from './estimate.js';
import { entropy } from './exponential.js';
import { hCells } from './grid.js';
import { marginalOf, type DomainMarginal } from './marginal.js';
import type { ItemClass, Model, Subject } from './model.js';
import { cdf } from './normal.js';
import type { DomainPosterior, Posterior, SubjectPosterior } from './posterior.js';

/** For one subject and each t = 0…L. */
export interface JointTable {
  /** π(t) = P(t_s = t). */
  readonly share: Float64Array;
  /** A(t) = E[(S − E[S])·1(t_s = t)]. */
  readonly excess: Float64Array;
  /** J_b(t) = P(band b and t_s = t), for the three bands. */
  readonly bands: readonly [Float64Array, Float64Array, Float64Array];
  /** P(band b) = Σ J_b, and H(band) in nats. */
  readonly bandShares: readonly number[];
  readonly bandEntropy: number;
}

/** For parts of the table less likely than this, the band of the mean stands for Φ: it saves time and changes nothing. */
const negligible = 2e-5;
/** Least variance of the score given (h, κ) and t_s. */
const leastVariance = 0.05;
/** Weight of the score's variance beside the information on the band. */
const varianceShare = 0.3;

/**
 * The joint table of a subject. Given (h, κ) and t the score is the sum of t's weight, the other subjects of the domain,
 * and the other domains; the normal law stands for the last two. π and A are exact.
 */
export function jointTable(
  { limits }: Pick<Model, 'limits'>,
  { levels, weights }: Subject,
  subject: SubjectPosterior,
  domain: DomainPosterior,
  marginal: DomainMarginal,
  scoreMean: number,
): JointTable {
  const vector = (): Float64Array => new Float64Array(levels);
  const [share, excess, first, second, third] = [vector(), vector(), vector(), vector(), vector()];
  for (let cell = 0; cell < hCells; cell++) {
    const weight = marginal.weight[cell]!;
    const others = marginal.restMean[cell]! + domain.meanAt[cell]! - subject.mean[cell]!;
    const variance = marginal.restVariance[cell]! + domain.varianceAt[cell]! - subject.variance[cell]!;
    const precision = 1 / Math.sqrt(Math.max(variance, leastVariance));
    for (let t = 0; t < levels; t++) {
      const x = weight * subject.shares[cell * levels + t]!;
      const mean = others + weights[t]!;
      share[t]! += x;
      excess[t]! += x * (mean - scoreMean);
      const exactly = x >= negligible;
      const low = exactly ? cdf((limits[0] - mean) * precision) : Number(mean < limits[0]);
      const upToMiddle = exactly ? cdf((limits[1] - mean) * precision) : Number(mean < limits[1]);
      first[t]! += x * low;
      second[t]! += x * (upToMiddle - low);
      third[t]! += x * (1 - upToMiddle);
    }
  }
  const bands = [first, second, third] as const;
  const bandShares = bands.map((band) => band.reduce((a, b) => a + b));
  return { share, excess, bands, bandShares, bandEntropy: bandShares.reduce((sum, p) => sum + entropy(p), 0) };
}

/** a·b. */
const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** What one more answer is expected to bring. */
export interface Gain {
  /** ΔV: expected reduction of Var S, in weight². Exact. */
  readonly variance: number;
  /** I: expected information on the band, in nats. */
  readonly information: number;
  /** K: expected information on t_s, in nats. */
  readonly levels: number;
}

/**
 * Gain of an item of this class; o are its outcomes.
 * ΔV = Σ_o cov_o²/p_o, cov_o = Σ A·P(o | t): the variance of the mean that the answer will leave.
 * I = H(band) + H(answer) − H(band and answer); K = H(answer) − Σ_t π(t) H(answer | t).
 */
export function gainOf(
  { share, excess, bands, bandEntropy }: JointTable,
  { outcomes, doubt }: Pick<ItemClass, 'outcomes' | 'doubt'>,
): Gain {
  let variance = 0;
  let information = bandEntropy;
  let levels = -dot(share, doubt);
  for (const outcome of outcomes) {
    const p = dot(share, outcome);
    const covariance = dot(excess, outcome);
    variance += (covariance * covariance) / p;
    const doubted = entropy(p);
    information += doubted;
    levels += doubted;
    for (const band of bands) information -= entropy(dot(band, outcome));
  }
  return { variance, information: Math.max(information, 0), levels };
}

/** For each class of items: P(right), and U before its division by the time. */
export interface ClassValues {
  readonly passing: Float64Array;
  readonly worth: Float64Array;
}

/** Values all classes once: I + 0.3·ΔV/(Var S + ½) + λ·K, λ being the aim's. U is this divided by (time/45 s)^power. */
export function classValues(
  model: Model,
  posterior: Posterior,
  { mean, variance }: Summary,
  { levelShare }: Pick<Aim, 'levelShare'>,
): ClassValues {
  const marginals = model.domains.map((_, d) => marginalOf(posterior, d));
  const tables: JointTable[] = [];
  const { length } = model.classes;
  const values = { passing: new Float64Array(length), worth: new Float64Array(length) };
  model.classes.forEach((itemClass, i) => {
    const { subject: s, domain: d, pass } = itemClass;
    tables[s] ??= jointTable(model, model.subjects[s]!, posterior.subjects[s]!, posterior.domains[d]!, marginals[d]!, mean);
    const gain = gainOf(tables[s], itemClass);
    values.passing[i] = dot(tables[s].share, pass);
    values.worth[i] = gain.information + (varianceShare * gain.variance) / (variance + 0.5) + levelShare * gain.levels;
  });
  return values;
}
