/** A share as a percentage. Nothing is as sure as 0 or 100 but 0 and 1 themselves: `least` and `most` say what is near. */
export function percentage(share: number, unit: string, [least, most]: readonly [string, string]): string {
  const percent = Math.round(100 * share);
  if (percent === 0 && share > 0) return `${least}1${unit}`;
  if (percent === 100 && share < 1) return `${most}99${unit}`;
  return `${percent}${unit}`;
}

/** Words for a probability, from the surest to the least sure. */
export type Likelihoods = readonly [string, string, string, string, string, string, string];

const steps = [0.95, 0.8, 0.6, 0.4, 0.2, 0.05, 0];

/** The words for a probability, 0 to 1. */
export const likelihoodOf = (probability: number, words: Likelihoods): string =>
  words[steps.findIndex((least) => probability >= least)] ?? words[6];

/** A probability that was rounded: never quite 0 nor 1. */
export const unsure = (probability: number): number => Math.min(Math.max(probability, 1e-6), 1 - 1e-6);

/** At most three decimals, with a true minus sign. */
export const decimal = (x: number, point = '.'): string =>
  String(Math.round(1000 * x) / 1000)
    .replace('-', '−')
    .replace('.', point);
