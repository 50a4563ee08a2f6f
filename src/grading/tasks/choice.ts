import type { Evaluate } from '../evaluate.js';

/** Which options are selected, whatever the order. Every list that the rule has must hold. */
export const evaluate: Evaluate<'choice'> = ({ only, all = [], none = [] }, { selected }) => {
  const has = (id: string): boolean => selected.includes(id);
  return all.every(has) && !none.some(has) && (!only || (only.every(has) && selected.every((id) => only.includes(id))));
};
