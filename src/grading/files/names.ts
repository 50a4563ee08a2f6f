import { Refused } from './refused.js';

/** A name as two names are compared in grading: no case, no accents, plain apostrophes and dashes, single spaces. Other signs and the ending count. */
const comparable = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘]/g, "'")
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Both names are the same but for case, accents and repeated spaces. */
export const sameName = (a: string, b: string): boolean => comparable(a) === comparable(b);

/** A file name in two: "facture.mars.pdf" → ["facture.mars", ".pdf"]. The second is empty when there is no ending. */
export function splitName(name: string): readonly [stem: string, ending: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 && !/\s/.test(name.slice(dot)) ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}

/** Two names that cannot stand side by side in a folder: they differ in case at most. */
export const clashes = (a: string, b: string): boolean => a.normalize().toLowerCase() === b.normalize().toLowerCase();

/** `name`, or the first of "name (2)", "name (3)" … that is not `taken`; the number goes before the ending of a file. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  const [stem, ending] = splitName(name);
  let free = name;
  for (let n = 2; taken(free); n++) free = `${stem} (${n})${ending}`;
  return free;
}

/**
 * A name as it is kept: single spaces, none at the ends.
 * @throws {Refused} `name-empty` or `name-forbidden` (a sign that no system allows in a name).
 */
export function tidyName(name: string): string {
  const tidy = name.replace(/\s+/g, ' ').trim();
  if (/^\.*$/.test(tidy)) throw new Refused('name-empty');
  if (/[\\/:*?"<>|]/.test(tidy)) throw new Refused('name-forbidden');
  return tidy;
}
