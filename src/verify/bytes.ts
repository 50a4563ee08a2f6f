import { demand, VerifyError, type VerifyErrorCode } from './error.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** UTF-8. */
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/**
 * Base64, in whatever spelling.
 * @throws {VerifyError} with `code`.
 */
export function fromBase64(text: string, code: VerifyErrorCode = 'malformed'): Bytes {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw new VerifyError(code, 'Not base64.', cause);
  }
}

/**
 * Base64 for addresses, in its one spelling: the same bytes written otherwise are refused.
 * @throws {VerifyError} `malformed`.
 */
export function fromBase64url(text: string): Bytes {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat(-text.length & 3);
  const bytes = fromBase64(plain);
  demand(/^[\w-]+$/.test(text) && btoa(atob(plain)) === plain, 'malformed', 'Not base64url as it is written.');
  return bytes;
}

/**
 * A JSON object in UTF-8.
 * @throws {VerifyError} `malformed`.
 */
export function fromJson(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new VerifyError('malformed', 'Not JSON.', cause);
  }
  demand(value && typeof value === 'object', 'malformed', 'Not a JSON object.');
  return value as Readonly<Record<string, unknown>>;
}
