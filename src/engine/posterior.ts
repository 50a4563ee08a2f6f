import type { LoggedAnswer } from '../model/index.js';
import { likelihoodOf } from './answers.js';
import { exp, log } from './exponential.js';
import { firstCell, gCells, hCells, uCount } from './grid.js';
import { classOf, type Domain, type Model, type Subject } from './model.js';
import { deviationPrior } from './prior.js';

/** What the answers say of one subject. */
export interface SubjectPosterior {
  /** ℓ_s(t), largest 1. */
  readonly likelihood: Float64Array;
  /** P(t | h, κ, answers): one row of L + 1 for each cell (κ, h). */
  readonly shares: Float64Array;
  /** For each cell (κ, h): ln Z_s; m_s and v_s, mean and variance of the weight mastered. */
  readonly logZ: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** What they say of one domain. */
export interface DomainPosterior {
  /** For each cell (κ, h): Σ_s m_s and Σ_s v_s. */
  readonly meanAt: Float64Array;
  readonly varianceAt: Float64Array;
  /** ω(u) for each cell (κ, g): rows of uCount, sum 1. */
  readonly omega: Float64Array;
  /** For each cell (κ, g): ln E_d; M_d and V_d, mean and variance of the weight mastered. */
  readonly logE: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** What they say of the learner: exact on the grid. */
export interface Posterior {
  readonly subjects: readonly SubjectPosterior[];
  readonly domains: readonly DomainPosterior[];
  /** For each cell (κ, g): W, its probability; C and D, mean and variance of the weight mastered in all. */
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

function subjectPosterior({ levels, weights, prior }: Subject, likelihood: Float64Array): SubjectPosterior {
  const shares = new Float64Array(prior.length);
  const [logZ, mean, variance] = [new Float64Array(hCells), new Float64Array(hCells), new Float64Array(hCells)];
  for (let cell = 0; cell < hCells; cell++) {
    const row = cell * levels;
    let z = 0;
    for (let t = 0; t < levels; t++) z += shares[row + t] = prior[row + t]! * likelihood[t]!;
    let m = 0;
    for (let t = 0; t < levels; t++) m += (shares[row + t]! /= z) * weights[t]!;
    let v = 0;
    for (let t = 0; t < levels; t++) v += shares[row + t]! * (weights[t]! - m) * (weights[t]! - m);
    logZ[cell] = log(z);
    mean[cell] = m;
    variance[cell] = v;
  }
  return { likelihood, shares, logZ, mean, variance };
}

function domainPosterior(domain: Domain, subjects: readonly SubjectPosterior[]): DomainPosterior {
  const [logZ, meanAt, varianceAt] = [new Float64Array(hCells), new Float64Array(hCells), new Float64Array(hCells)];
  for (const s of domain.subjects) {
    const subject = subjects[s]!;
    for (let cell = 0; cell < hCells; cell++) {
      logZ[cell]! += subject.logZ[cell]!;
      meanAt[cell]! += subject.mean[cell]!;
      varianceAt[cell]! += subject.variance[cell]!;
    }
  }
  const omega = new Float64Array(gCells * uCount);
  const [logE, mean, variance] = [new Float64Array(gCells), new Float64Array(gCells), new Float64Array(gCells)];
  for (let g = 0; g < gCells; g++) {
    const h = firstCell[g]!;
    const row = g * uCount;
    // In logs, relative to the largest: products over many subjects would vanish.
    let top = -Infinity;
    for (let u = 0; u < uCount; u++) top = Math.max(top, logZ[h + u]!);
    let sum = 0;
    for (let u = 0; u < uCount; u++) sum += omega[row + u] = deviationPrior[u]! * exp(logZ[h + u]! - top);
    let m = 0;
    for (let u = 0; u < uCount; u++) m += (omega[row + u]! /= sum) * meanAt[h + u]!;
    let v = 0;
    for (let u = 0; u < uCount; u++) v += omega[row + u]! * (varianceAt[h + u]! + (meanAt[h + u]! - m) * (meanAt[h + u]! - m));
    logE[g] = top + log(sum);
    mean[g] = m;
    variance[g] = v;
  }
  return { meanAt, varianceAt, omega, logE, mean, variance };
}

function combine(model: Model, subjects: readonly SubjectPosterior[], domains: readonly DomainPosterior[]): Posterior {
  const logW = model.abilityPrior.slice();
  const [mean, variance] = [new Float64Array(gCells), new Float64Array(gCells)];
  for (const domain of domains) {
    for (let g = 0; g < gCells; g++) {
      logW[g]! += domain.logE[g]!;
      mean[g]! += domain.mean[g]!;
      variance[g]! += domain.variance[g]!;
    }
  }
  const top = Math.max(...logW);
  const weight = logW.map((value) => exp(value - top));
  const sum = weight.reduce((a, b) => a + b);
  return { subjects, domains, weight: weight.map((value) => value / sum), mean, variance };
}

/** What is believed before any answer. */
export function priorPosterior(model: Model): Posterior {
  const subjects = model.subjects.map((subject) => subjectPosterior(subject, new Float64Array(subject.levels).fill(1)));
  const domains = model.domains.map((domain) => domainPosterior(domain, subjects));
  return combine(model, subjects, domains);
}

/** What is believed after one more answer. Only its subject and its domain are computed again. */
export function update(model: Model, posterior: Posterior, item: number, answer: LoggedAnswer): Posterior {
  const shown = classOf(model, item);
  const { subject, domain } = shown;
  const product = likelihoodOf(answer, shown).map((value, t) => value * posterior.subjects[subject]!.likelihood[t]!);
  const top = Math.max(...product);
  const likelihood = product.map((value) => value / top);
  const subjects = posterior.subjects.map((old, s) => (s === subject ? subjectPosterior(model.subjects[s]!, likelihood) : old));
  const domains = posterior.domains.map((old, d) => (d === domain ? domainPosterior(model.domains[d]!, subjects) : old));
  return combine(model, subjects, domains);
}
