import { normalise } from '../words.js';

/** Words of a text as they are compared. */
export const wordsOf = (text: string): string[] => normalise(text).split(' ').filter(Boolean);

/** Both words are the same but for a slip of the keyboard: one letter from 6 letters on, two from 10 on. */
export function nearly(word: string, expected: string): boolean {
  const slack = expected.length >= 10 ? 2 : expected.length >= 6 ? 1 : 0;
  return word === expected || (slack > 0 && Math.abs(word.length - expected.length) <= slack && distance(word, expected) <= slack);
}

/** Letters to add, take away or change to go from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const letter of a) {
    const next = [(row[0] ?? 0) + 1];
    row.slice(1).forEach((above, j) => next.push(Math.min(above + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === b[j] ? 0 : 1))));
    row = next;
  }
  return row[b.length] ?? Infinity;
}

/** A formula as its words. */
export type Formula = readonly string[];
export const formula = (text: string): Formula => text.split(' ');

/** Length in words of the longest of `formulas` that stands in `words` at `index`; 0 if none does. */
export const formulaAt = (words: readonly string[], index: number, formulas: readonly Formula[]): number =>
  formulas.reduce(
    (longest, parts) => (parts.length > longest && parts.every((part, i) => nearly(words[index + i] ?? '', part)) ? parts.length : longest),
    0,
  );
