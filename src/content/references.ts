import { suggest } from './near.js';
import type { Report } from './problems.js';
import type { Path } from './source.js';

/** Reports an id that is not among `known`. `what` says what it should be: "an option". Returns whether it is known. */
export function checkKnown(id: string | undefined, known: Iterable<string>, what: string, path: Path, report: Report): boolean {
  const ids = new Set(known);
  if (id === undefined || ids.has(id)) return true;
  report(path, { code: 'unknown-reference', reason: `"${id}" is not ${what}.`, remedy: suggest(id, ids) });
  return false;
}

/** {@link checkKnown} for each id of a list found at `path`. */
export function checkAllKnown(ids: readonly string[] | undefined, known: Iterable<string>, what: string, path: Path, report: Report): void {
  ids?.forEach((id, i) => checkKnown(id, known, what, [...path, i], report));
}

/** {@link checkKnown} for what may be one id or a list of them. */
export function checkEach(ids: string | readonly string[], known: Iterable<string>, what: string, path: Path, report: Report): void {
  if (typeof ids === 'string') checkKnown(ids, known, what, path, report);
  else checkAllKnown(ids, known, what, path, report);
}

/** Reports every thing of a list (found at `path`) whose id another one has before it. */
export function checkUnique(things: readonly { readonly id: string; readonly path: Path }[], what: string, report: Report): void {
  const seen = new Set<string>();
  for (const { id, path } of things) {
    if (seen.has(id))
      report([...path, 'id'], { code: 'repeated-id', reason: `two ${what}s have the id "${id}".`, remedy: 'Give one of them another id.' });
    seen.add(id);
  }
}

/** The things of a list with their paths, for {@link checkUnique}. */
export const placed = (things: readonly { readonly id: string }[] | undefined, ...base: Path): { id: string; path: Path }[] =>
  (things ?? []).map(({ id }, i) => ({ id, path: [...base, i] }));

export const idsOf = (things: readonly { readonly id: string }[] | undefined): string[] => (things ?? []).map(({ id }) => id);
