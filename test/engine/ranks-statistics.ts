import { normalCdf } from './brute-force.js';

/** P(χ² > x) with so many degrees of freedom, from 1: 1e-15 and less is not told from 0. */
export function chiSquareTail(x: number, freedom: number): number {
  let [tail, term, n] =
    freedom % 2 ? [2 * (1 - normalCdf(Math.sqrt(x))), Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2), 1] : [0, Math.exp(-x / 2), 0];
  for (; n < freedom; n += 2) {
    tail += term;
    term *= x / (n + 2);
  }
  return tail;
}

/**
 * Rank of the truth in a discrete law, as a share: uniform from 0 to 1 if the truth is drawn from the law.
 * @param v uniform from 0 to 1: where in its step the truth is put.
 */
export const rankOf = (law: readonly number[], truth: number, v: number): number =>
  law.slice(0, truth).reduce((a, b) => a + b, 0) + v * (law[truth] ?? 0);

/** How likely ranks as uneven as these are, or more, if they are uniform and of learners apart: chi-square of 20 equal bins. */
export function evenness(ranks: readonly number[]): number {
  const bins = new Array<number>(20).fill(0);
  for (const rank of ranks) {
    const place = Math.min(Math.floor(rank * bins.length), bins.length - 1);
    bins[place] = (bins[place] ?? 0) + 1;
  }
  const expected = ranks.length / bins.length;
  return chiSquareTail(
    bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    bins.length - 1,
  );
}

/** What was said with a probability, and whether it was so. */
export interface Claim {
  readonly stated: number;
  readonly true: boolean;
}
export interface ClaimBin {
  readonly count: number;
  readonly stated: number;
  readonly observed: number;
  /** Standard error of the share observed, if what is stated holds. */
  readonly error: number;
}

/** Claims in ten bins of what was stated: shares stated and observed. */
export function claimBins(claims: readonly Claim[]): ClaimBin[] {
  return Array.from({ length: 10 }, (_, i) => claims.filter(({ stated }) => Math.min(Math.floor(stated * 10), 9) === i))
    .filter(({ length }) => length > 0)
    .map((bin) => ({
      count: bin.length,
      stated: bin.reduce((sum, { stated }) => sum + stated, 0) / bin.length,
      observed: bin.filter((claim) => claim.true).length / bin.length,
      error: Math.sqrt(bin.reduce((sum, { stated }) => sum + stated * (1 - stated), 0)) / bin.length,
    }));
}

/** How likely shares as far from what was stated are, or further, if what is stated holds: chi-square of the bins, few expected left out. */
export function claimsHold(claims: readonly Claim[]): number {
  const bins = claimBins(claims).filter(({ count, error }) => (error * count) ** 2 >= 5);
  return chiSquareTail(
    bins.reduce((sum, { stated, observed, error }) => sum + ((observed - stated) / error) ** 2, 0),
    bins.length,
  );
}
