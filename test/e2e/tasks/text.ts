import type { Solve } from './index.js';

export const text: Solve<'text'> = (hands, _, { text: words }) => hands.write('#answer', words);
