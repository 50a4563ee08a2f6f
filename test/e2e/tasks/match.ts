import type { Solve } from './index.js';

/** For each entry, chooses its group. */
export const match: Solve<'match'> = async (hands, { entries, groups }, { groups: wanted }) => {
  for (const [i, { id }] of entries.entries()) {
    const place = groups.findIndex((group) => group.id === wanted[id]) + 1;
    await hands.choose(`.entry:nth-of-type(${i + 1}) .card:nth-of-type(${place}) input`);
  }
};
