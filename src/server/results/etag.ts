import { createHash } from 'node:crypto';

/** A strong validator of a document: the same bytes, the same tag. */
export const etagOf = (body: unknown): string => `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
