import { uniform } from '../../engine/random.js';

/** A 32-bit seed out of another and a whole number. */
export const mix = (seed: number, n: number): number => Math.floor(uniform(seed, n) * 4294967296);

/** A 32-bit seed out of another and a text. */
export function mixText(seed: number, text: string): number {
  let mixed = seed;
  for (let i = 0; i < text.length; i++) mixed = mix(mixed, text.charCodeAt(i));
  return mixed;
}

/** A draw of the normal law, mean 0 and variance 1, from draws `n` and `n + 1` of the seed (Box and Muller). */
export const normal = (seed: number, n: number): number =>
  Math.sqrt(-2 * Math.log(1 - uniform(seed, n))) * Math.cos(2 * Math.PI * uniform(seed, n + 1));
