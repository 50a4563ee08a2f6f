import type { Evaluate } from '../evaluate.js';

/** All listed entries are in the group; what else is in it does not count. */
export const evaluate: Evaluate<'match'> = ({ group, entries }, { groups }) =>
  entries.every((entry) => Object.hasOwn(groups, entry) && groups[entry] === group);
