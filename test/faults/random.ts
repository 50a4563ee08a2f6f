/** Numbers from 0 to 1, 1 excluded, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = (seed ^ 0x5bf03635) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
