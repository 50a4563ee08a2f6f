/*
 * The grid on which the learner is known. Abilities are on the scale of levels: a skill of level 3 has threshold 2.5.
 *   g  global ability                      −1 … 9 step ½
 *   u  deviation of one domain             −1.5 … 1.5 step ½
 *   h  = g + u, ability in a domain        −2.5 … 10.5 step ½; the index of h is the sum of those of g and u
 *   τ  spread: how patchy the learner is from subject to subject, in levels
 */
export const gCount = 21;
export const uCount = 7;
export const hCount = gCount + uCount - 1;
export const step = 0.5;
export const gFirst = -1;
export const uFirst = -1.5;
export const hFirst = gFirst + uFirst;
export const spreads = [0.6, 1.2, 2, 3.2] as const;
/** P(τ). */
export const spreadShares = [0.2, 0.3, 0.25, 0.25] as const;

/** Cells (τ, g), numbered τ·gCount + g; and (τ, h), numbered τ·hCount + h. */
export const gCells = spreads.length * gCount;
export const hCells = spreads.length * hCount;

/** The cell (τ, h) of the least u for each cell (τ, g); those of the other u follow it. */
export const firstCell = Int32Array.from({ length: gCells }, (_, cell) => cell + Math.floor(cell / gCount) * (uCount - 1));
