/** Seeded draws; nothing here is shared with the engine. */
export interface Random {
  /** 0 (included) to 1 (excluded). */
  uniform(): number;
  normal(mean: number, sd: number): number;
  /** True with this probability. */
  chance(p: number): boolean;
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
}

const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** Four words from a text, each fed with every character. */
function words(text: string): Int32Array {
  const state = Int32Array.of(0x2545f491, 0x6c078965, 0x1b873593, 0x3243f6a9);
  for (let i = 0; i < text.length; i++) {
    for (let w = 0; w < 4; w++)
      state[w] = Math.imul(state[w]! ^ (text.charCodeAt(i) + w), 0x01000193 + 2 * w) ^ rotate(state[(w + 1) & 3]!, 9);
  }
  return state;
}

/** The draws of a key, such as (seed, world, bank, learner): other keys give other draws. Generator: xoshiro128**, Blackman and Vigna 2018. */
export function randomOf(...key: readonly (string | number)[]): Random {
  const s = words(key.join('/'));
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const t = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotate(s[3]!, 11);
    return result;
  };
  for (let i = 0; i < 16; i++) next();
  const uniform = (): number => next() / 4294967296;
  return {
    uniform,
    normal: (mean, sd) => mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    chance: (p) => uniform() < p,
    below: (n) => Math.floor(uniform() * n),
  };
}
