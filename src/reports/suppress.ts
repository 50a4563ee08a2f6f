/** Numbers of people under this one could tell of somebody. */
export const smallest = 11;

/** A number of people as it may be told; null: hidden. */
export type Count = number | null;

/** So many people could be found again. */
export const isSmall = (count: number): boolean => count > 0 && count < smallest;

/**
 * A total that was split into `cells`, as the cells may be told beside the total. Small cells are hidden, and with them
 * as many of the next smallest as it takes for nobody to find one again by subtraction: those hidden count `smallest`
 * people at least together, and are not all equal (each could then be another), or else all cells are hidden.
 */
export function suppressCells(cells: readonly number[]): readonly Count[] {
  let hidden = cells.filter(isSmall);
  if (!hidden.length) return cells;
  // Equal cells are hidden or told together: which of them was hidden would tell something. Empty ones come last.
  const others = [...new Set(cells.filter((count) => count >= smallest))].sort((a, b) => a - b);
  for (const next of [...others, 0]) {
    if (hidden.reduce((sum, count) => sum + count, 0) >= smallest && new Set(hidden).size > 1) break;
    hidden = cells.filter((count) => hidden.includes(count) || count === next);
  }
  return cells.map((count) => (hidden.includes(count) ? null : count));
}

/**
 * A part of a total, both to be told.
 * @returns the part and the total, of which one is hidden when the part, or what is left of the total, is small.
 */
export function suppressPart(part: number, total: number): { readonly part: Count; readonly total: Count } {
  if (total < smallest) return { part: null, total: null };
  if (isSmall(part)) return { part: null, total };
  return { part, total: isSmall(total - part) ? null : total };
}
