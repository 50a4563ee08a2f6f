import type { Alternatives } from '../model/index.js';

/**
 * Text as it is compared: lower case, no accents, typographic apostrophes, dashes and spaces made plain,
 * everything that is neither letter nor digit turned into one space. "L’e-mail, à 14 h 30 !" → "l e mail a 14 h 30".
 */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const contains = (haystack: string, needle: string): boolean => ` ${haystack} `.includes(` ${normalise(needle)} `);

/** Every idea is in the text: at least one alternative of each, as whole words. An alternative ending in `*` is the beginning of a word. */
export function mentions(text: string, ideas: readonly Alternatives[]): boolean {
  const normal = normalise(text);
  return ideas.every((alternatives) => alternatives.some((words) => mentionsWords(normal, words)));
}

/** None of these words is in the text. */
export const avoids = (text: string, words: readonly string[]): boolean => {
  const normal = normalise(text);
  return !words.some((word) => mentionsWords(normal, word));
};

const mentionsWords = (normal: string, words: string): boolean =>
  words.endsWith('*') ? ` ${normal}`.includes(` ${normalise(words)}`) : contains(normal, words);

/** Both texts are the same once normalised. */
export const sameWords = (a: string, b: string): boolean => normalise(a) === normalise(b);

/** Letters and digits in the text. */
export const letterCount = (text: string): number => normalise(text).replaceAll(' ', '').length;
