/*
 * The grid on which the learner is known. Abilities are on the scale of levels: a skill of level 3 has threshold 2.5.
 *   g  global ability                      −1 … 9 step ½
 *   u  deviation of one domain             −1.5 … 1.5 step ½
 *   h  = g + u, ability in a domain        −2.5 … 10.5 step ½; the index of h is the sum of those of g and u
 *   κ  kind: how even the learner is from subject to subject; even or rather uneven, each with a spread τ in levels, or
 *      patchy: at home in some subjects and a stranger to the others
 */
export const gCount = 21;
export const uCount = 7;
export const hCount = gCount + uCount - 1;
export const step = 0.5;
export const gFirst = -1;
export const uFirst = -1.5;
export const hFirst = gFirst + uFirst;
/** τ of each kind; the patchy kind, the last one, has none. */
export const spreads = [0.7, 1.7] as const;
/** P(κ). */
export const kindShares = [0.25, 0.4, 0.35] as const;

/** Cells (κ, g), numbered κ·gCount + g; and (κ, h), numbered κ·hCount + h. */
export const gCells = kindShares.length * gCount;
export const hCells = kindShares.length * hCount;

/** The cell (κ, h) of the least u for each cell (κ, g); those of the other u follow it. */
export const firstCell = Int32Array.from({ length: gCells }, (_, cell) => cell + Math.floor(cell / gCount) * (uCount - 1));
