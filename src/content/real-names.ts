import type { Report } from './problems.js';
import names from './real-names.json';
import type { Path } from './source.js';

const escape = (name: string): string =>
  name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll("'", "['’]")
    .replaceAll(' ', '\\s');
const anyOf = (list: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.map(escape).join('|')})(?![\\p{L}\\p{N}])`, flags);

/** Names that are also words (`orange`, `la poste`) are real only as they are written. */
const patterns = [anyOf(names.anyCase, 'giu'), anyOf(names.asWritten, 'gu')];

/** Reports the names of known brands and services in what `value` shows; what a rule accepts from learners is not shown. */
export function checkRealNames(value: unknown, report: Report, path: Path = []): void {
  if (typeof value === 'string') {
    const found = new Set(patterns.flatMap((pattern) => value.match(pattern) ?? []));
    for (const name of found)
      report(path, { code: 'real-name', reason: `"${name}" is a real brand or service.`, remedy: 'Invent a name.' });
  } else if (Array.isArray(value)) value.forEach((entry, i) => checkRealNames(entry, report, [...path, i]));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) if (key !== 'rule') checkRealNames(field, report, [...path, key]);
  }
}
