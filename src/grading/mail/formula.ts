import { normalise } from '../words.js';

/** Words of a text as they are compared. */
export const wordsOf = (text: string): string[] => normalise(text).split(' ').filter(Boolean);

/** Both words are the same but for a slip of the keyboard: one letter from 6 letters on, two from 10 on. */
export function nearly(word: string, expected: string): boolean {
  const slack = expected.length >= 10 ? 2 : expected.length >= 6 ? 1 : 0;
  return word === expected || (slack > 0 && distance(word, expected) <= slack);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (cells: readonly number[], k: number): number => cells[k] ?? Infinity;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}

/** Length in words of the longest of `formulas` that stands in `words` at `index`; 0 if none does. */
export const formulaAt = (words: readonly string[], index: number, formulas: readonly string[]): number =>
  formulas.reduce((longest, formula) => {
    const parts = formula.split(' ');
    return parts.length > longest && parts.every((part, i) => nearly(words[index + i] ?? '', part)) ? parts.length : longest;
  }, 0);
