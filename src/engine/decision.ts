import { cdf } from './normal.js';

/** Loss of giving a pathway (row) to a learner of a band (column): too hard costs more than too easy. */
export const defaultLoss: readonly (readonly number[])[] = [
  [0, 1, 3],
  [1.5, 0, 1],
  [4, 1.5, 0],
];

/** The pathway, as a row of `loss`, whose expected loss is least; the first of equals. */
export function leastLoss(bandProbs: readonly number[], loss = defaultLoss): number {
  const expected = loss.map((row) => row.reduce((sum, cost, band) => sum + cost * (bandProbs[band] ?? 0), 0));
  return expected.indexOf(Math.min(...expected));
}

/** Probabilities of the three bands for a normal law of the score: to decide a single domain. Shares, 0 to 1; sd more than 0. */
export function bandsOf(score: number, sd: number, [low, high]: readonly [number, number]): [number, number, number] {
  const [below, upToMiddle] = [cdf((low - score) / sd), cdf((high - score) / sd)];
  return [below, upToMiddle - below, 1 - upToMiddle];
}
