import { Problem } from '../contract/problem.js';
import { decodeText, encodeText } from './base64url.js';

export interface Page<T> {
  readonly page: readonly T[];
  /** Where the page ends, if there is more. */
  readonly next?: string;
}

/** A place in a list, in a form that nobody need understand. */
export const writeCursor = encodeText;

/** @throws {Problem} `request-invalid` unless it looks like `shape`. */
export function readCursor(cursor: string, shape: RegExp): string {
  const text = shape.test(tryDecode(cursor)) ? tryDecode(cursor) : undefined;
  if (text !== undefined) return text;
  throw new Problem('request-invalid', { errors: [{ at: 'query/after', message: 'is no cursor of this list' }] });
}

function tryDecode(cursor: string): string {
  try {
    return decodeText(cursor);
  } catch {
    return '';
  }
}

/**
 * A page of a list that is in the order of its places.
 * @param placeOf the place of one as a text, the later the greater.
 * @param shape what such a text looks like.
 */
export function pageOf<T>(
  all: readonly T[],
  placeOf: (one: T) => string,
  shape: RegExp,
  { after, limit = 100 }: { readonly after?: string | undefined; readonly limit?: number | undefined },
): Page<T> {
  const from = after === undefined ? '' : readCursor(after, shape);
  const rest = all.filter((one) => placeOf(one) > from);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { page, ...(rest.length > limit && last && { next: writeCursor(placeOf(last)) }) };
}
