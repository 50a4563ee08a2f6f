/**
 * The `n`-th number of the sequence of `seed`: 0 (included) to 1 (excluded), steps of 2⁻³². Integer arithmetic only, and
 * no hidden state: a draw depends on the seed and on the number of the question.
 */
export function uniform(seed: number, n: number): number {
  let x = (seed ^ Math.imul(n + 1, 0x9e3779b9)) >>> 0;
  for (const factor of [0x85ebca6b, 0xc2b2ae35]) x = Math.imul(x ^ (x >>> 15), factor);
  return ((x ^ (x >>> 16)) >>> 0) / 4294967296;
}
