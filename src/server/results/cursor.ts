import { Problem } from '../http/problem.js';

/** Where a page ended, in a form that nobody need understand. */
export const writeCursor = (...parts: readonly string[]): string => Buffer.from(parts.join(' ')).toString('base64url');

/**
 * What {@link writeCursor} wrote, if its parts are ones that the list could have.
 * @throws {Problem} `request-invalid`.
 */
export function readCursor(cursor: string, possible: readonly ((part: string) => boolean)[]): readonly string[] {
  const parts = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (parts.length === possible.length && possible.every((check, i) => check(parts[i]!))) return parts;
  throw unknownCursor();
}

/** Of a place that the list never had. */
export const unknownCursor = (): Problem =>
  new Problem('request-invalid', {
    detail: 'Give `after` as `next` said it, or leave it out to begin at the beginning.',
    errors: [{ at: 'query/after', message: 'is no cursor of this list' }],
  });

const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A cursor of a list in the order of a time and an id. */
export const afterRow = (time: Date, id: string): string => writeCursor(time.toISOString(), id);
/** @throws {Problem} `request-invalid`. */
export const readAfterRow = (cursor: string): readonly [time: string, id: string] =>
  readCursor(cursor, [isTime, isId]) as readonly [time: string, id: string];
