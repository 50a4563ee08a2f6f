import { hCells } from '../grid.js';
import type { Data } from './evidence.js';
import { meansOf, populationOf, tiltCount, tiltSd } from './population.js';
import { fillPosterior, newPosterior } from './session.js';
import { tablesOf } from './tables.js';

/**
 * Prior of a threshold: normal about the published one, with this standard deviation, in levels. Half of its variance is
 * the subject's: those of one subject are hard or easy together, with correlation ½.
 */
const thresholdSd = 0.7;

/** What is looked for: θ of each skill, by subject; and the tilts of the population. */
export interface Parameters {
  readonly thresholds: readonly (readonly number[])[];
  readonly tilts: readonly number[];
}

/** ln P(answers) + ln prior at some parameters, which are numbered: thresholds, subject after subject, then tilts. */
export interface Objective {
  readonly value: number;
  readonly gradient: number[];
  /** Σ (gradient of a session)·(the same)ᵀ + that of the prior: about minus the second derivatives near the maximum. */
  readonly information: number[][];
}

/** Index of the first threshold of each subject; of the first tilt at last. */
export function firstIndices(thresholds: Parameters['thresholds']): number[] {
  const first = [0];
  for (const own of thresholds) first.push(first.at(-1)! + own.length);
  return first;
}

/** One pass over all sessions. @param published θ as published, by subject. @param logAbilities the engine's ln p(g, κ). */
export function objectiveAt(
  data: Data,
  { thresholds, tilts }: Parameters,
  published: Parameters['thresholds'],
  logAbilities: Float64Array,
): Objective {
  const tables = tablesOf(data, thresholds);
  const population = populationOf(logAbilities, tilts);
  const first = firstIndices(thresholds);
  const firstTilt = first.at(-1)!;
  const size = firstTilt + tiltCount;
  const gradient = new Float64Array(size);
  const information = Array.from({ length: size }, () => new Float64Array(size));
  const posterior = newPosterior(data.sessions.reduce((most, { length }) => Math.max(most, length), 0));
  const ratio = new Float64Array(hCells);
  let value = 0;

  for (const session of data.sessions) {
    fillPosterior(session, tables, population, posterior);
    value += posterior.logLikelihood;
    const where: number[] = [];
    const score: number[] = [];
    session.forEach((domain, d) => {
      const cells = posterior.cells[d]!;
      for (const pattern of domain) {
        const { subject, likelihood } = data.patterns[pattern]!;
        const slopes = tables.slopes[subject]!;
        for (let cell = 0; cell < hCells; cell++) ratio[cell] = cells[cell]! / tables.z[pattern * hCells + cell]!;
        for (let k = 1; k < likelihood.length; k++) {
          const change = likelihood[k - 1]! - likelihood[k]!;
          if (change === 0) continue;
          let sum = 0;
          for (let cell = 0; cell < hCells; cell++) sum += ratio[cell]! * slopes[(k - 1) * hCells + cell]!;
          where.push(first[subject]! + k - 1);
          score.push(change * sum);
        }
      }
    });
    const means = meansOf(posterior.weight);
    for (let i = 0; i < tiltCount; i++) {
      where.push(firstTilt + i);
      score.push(i < means.length ? means[i]! - population.means[i]! : posterior.uSquare - session.length * population.uSquare);
    }
    for (let i = 0; i < where.length; i++) {
      gradient[where[i]!]! += score[i]!;
      const row = information[where[i]!]!;
      for (let j = 0; j < where.length; j++) row[where[j]!]! += score[i]! * score[j]!;
    }
  }

  // Inverse of thresholdSd²·(½ + ½·[j = k]) for L thresholds: 2/thresholdSd²·([j = k] − 1/(L + 1)).
  const precision = 2 / (thresholdSd * thresholdSd);
  thresholds.forEach((own, s) => {
    const away = own.map((theta, k) => theta - published[s]![k]!);
    const mean = away.reduce((a, b) => a + b, 0) / (own.length + 1);
    away.forEach((x, k) => {
      const i = first[s]! + k;
      value -= (precision * x * (x - mean)) / 2;
      gradient[i]! -= precision * (x - mean);
      own.forEach((_, j) => (information[i]![first[s]! + j]! += precision * (Number(j === k) - 1 / (own.length + 1))));
    });
  });
  tilts.forEach((tilt, i) => {
    value -= (tilt * tilt) / (2 * tiltSd * tiltSd);
    gradient[firstTilt + i]! -= tilt / (tiltSd * tiltSd);
    information[firstTilt + i]![firstTilt + i]! += 1 / (tiltSd * tiltSd);
  });
  return { value, gradient: [...gradient], information: information.map((row) => [...row]) };
}
