import type { Expected } from './bits.js';
import figures from './figures.json';

/** Written by renew.ts. */
export const expected = figures as unknown as Expected;
