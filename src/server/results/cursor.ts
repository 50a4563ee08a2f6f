import { Problem } from '../http/problem.js';

/** Where a page ended, in a form that nobody need understand. */
export const writeCursor = (...parts: readonly string[]): string => Buffer.from(parts.join(' ')).toString('base64url');

/**
 * What {@link writeCursor} wrote, if it looks like `shape`.
 * @throws {Problem} `request-invalid`.
 */
export function readCursor(cursor: string, shape: RegExp): readonly string[] {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (shape.test(text)) return text.split(' ');
  throw new Problem('request-invalid', {
    detail: 'Give `after` as `next` said it, or leave it out to begin at the beginning.',
    errors: [{ at: 'query/after', message: 'is no cursor of this list' }],
  });
}

const timeAndId = /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/;

/** A cursor of a list in the order of a time and an id. */
export const afterRow = (time: Date, id: string): string => writeCursor(time.toISOString(), id);
/** @throws {Problem} `request-invalid`. */
export const readAfterRow = (cursor: string): readonly [time: string, id: string] =>
  readCursor(cursor, timeAndId) as readonly [time: string, id: string];
