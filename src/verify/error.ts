/**
 * Why something was not accepted.
 * - `malformed`: not a compact JWS, or written in another spelling than the only one that is accepted.
 * - `algorithm`, `type`: not ES256, not what is looked for, or with a demand that is not understood.
 * - `key-unknown`, `keys-unreachable`: the key set does not have the key, or cannot be read.
 * - `signature`: altered, or signed by somebody else.
 * - `issuer`, `audience`, `time`: from another service, for another partner, from the future, expired or too old.
 * - `content`: signed, and not a shared result.
 * - `headers`, `secret`: a webhook without its headers; a secret that is not one.
 */
export type VerifyErrorCode =
  | 'malformed'
  | 'algorithm'
  | 'type'
  | 'key-unknown'
  | 'keys-unreachable'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'time'
  | 'content'
  | 'headers'
  | 'secret';

/** What was to be verified is not to be trusted. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
  readonly code: VerifyErrorCode;

  constructor(code: VerifyErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** @throws {VerifyError} unless it holds. */
export function demand(holds: unknown, code: VerifyErrorCode, message: string): asserts holds {
  if (!holds) throw new VerifyError(code, message);
}
