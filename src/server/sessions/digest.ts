import { createHash } from 'node:crypto';

/** The same for the same JSON value, however its members are ordered. */
const ordered = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** SHA-256 of a JSON value, base64url. */
export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, ordered)).digest('base64url');
