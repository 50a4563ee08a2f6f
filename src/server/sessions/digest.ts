import { createHash } from 'node:crypto';
import { canonical } from '../../contract/canonical.js';

/** SHA-256 of a JSON value, base64url. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('base64url');
