import type { Solve } from './index.js';

/** Chooses the card of each right option. */
export const choice: Solve<'choice'> = async (hands, _, { selected }) => {
  for (const id of selected) await hands.choose(`input[name=option][value="${id}"]`);
};
