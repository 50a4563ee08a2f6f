import type { Evaluate } from '../evaluate.js';
import { avoids, mentions, normalise, sameWords } from '../words.js';

const number = /(?<![\p{L}\d.,])[-−+]?\d+(?:[.,]\d+)*/gu;
const thousands = /^[-+]?\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)(?:(?!\1)[.,]\d+)?$/;

/**
 * The one number in a text, as French or English keyboards write it: "1 234,50 €", "1.234,50", "12.5 h".
 * NaN when there is none, several, or something that only looks like one ("14 h 30", "12.03.2026").
 */
export function readNumber(text: string): number {
  const [found, ...others] = text.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '').match(number) ?? [];
  if (found === undefined || others.length > 0) return NaN;
  const plain = found.replace('−', '-');
  const marks = plain.match(/[.,]/g) ?? [];
  const grouped = marks.length > 1 ? thousands.exec(plain) : null;
  return Number((grouped ? plain.replaceAll(grouped[1] ?? '', '') : plain).replace(',', '.'));
}

const literal = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** What was typed. Signs count in an address (`email`, `url`) and when the expected answer is nothing else ("@"). */
export const evaluate: Evaluate<'text'> = (rule, { text }, { input }) => {
  switch (rule.kind) {
    case 'equals': {
      const address = input === 'email' || input === 'url';
      return rule.values.some((value) => (address || !normalise(value) ? literal(value) === literal(text) : sameWords(value, text)));
    }
    case 'mentions':
      return mentions(text, rule.ideas);
    case 'avoids':
      return avoids(text, rule.words);
    case 'number':
      return Math.abs(readNumber(text) - rule.value) <= (rule.tolerance ?? 0) + 1e-9;
  }
};
