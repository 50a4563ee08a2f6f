import type { Result } from '../model/result.js';
import { fromBase64url, fromJson, utf8 } from './bytes.js';
import { demand, VerifyError } from './error.js';
import { keyOf, type Fetch, type KeySet } from './keys.js';

export interface AttestationOptions {
  /** The service's public keys: the set, or its address (`https://…/.well-known/jwks.json`). */
  readonly jwks?: KeySet;
  readonly jwksUrl?: string;
  /** Address of the service. */
  readonly issuer: string;
  /** Your name as a partner: a result for another one is refused. */
  readonly audience: string;
  readonly now?: () => Date;
  readonly fetch?: Fetch;
}

/** What the service says, once it is sure that the service says it. */
export interface VerifiedResult {
  readonly session: string;
  /** Your pseudonym of the learner, if the launch had one. */
  readonly learner?: string;
  readonly pathway: string;
  readonly campaign?: string;
  readonly issuedAt: Date;
  readonly result: Result;
}

/** Seconds by which clocks may differ. */
const leeway = 60;
const curve = { name: 'ECDSA', namedCurve: 'P-256' };
/** Half the order of the curve: a second signature of the same content, which anybody can write, has a larger s. */
const half = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8';
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Verifies a signed result.
 * @throws {VerifyError} with a `code`; nothing of the attestation is to be used then.
 */
export async function verifyAttestation(attestation: string, options: AttestationOptions): Promise<VerifiedResult> {
  const { issuer, audience, now = () => new Date(), fetch = (url) => globalThis.fetch(url) } = options;
  const parts = attestation.split('.');
  demand(parts.length === 3, 'malformed', 'Not three parts.');
  const [header, payload, signature] = parts.map(fromBase64url) as [Uint8Array, Uint8Array, Uint8Array<ArrayBuffer>];
  const { alg, typ, kid, crit } = fromJson(header);
  demand(alg === 'ES256' && crit === undefined, 'algorithm', 'Not plain ES256.');
  demand(typ === 'pix-diagnostic-result+jwt', 'type', 'Not a result.');
  demand(typeof kid === 'string', 'key-unknown', 'The header names no key.');
  demand(signature.length === 64 && hex(signature.subarray(32)) <= half, 'signature', 'The signature has not its one form.');
  const source = options.jwks ?? options.jwksUrl;
  demand(source, 'keys-unreachable', 'Give jwks or jwksUrl.');
  const { kty, crv, x, y } = await keyOf(kid, source, fetch);
  const key = await crypto.subtle
    .importKey('jwk', { kty, crv, x, y } as JsonWebKey, curve, false, ['verify'])
    .catch((cause: unknown) => Promise.reject(new VerifyError('key-unknown', `The key "${kid}" is not a P-256 key.`, cause)));
  const signed = utf8(attestation.slice(0, attestation.lastIndexOf('.')));
  demand(
    await crypto.subtle.verify({ ...curve, hash: 'SHA-256' }, key, signature, signed),
    'signature',
    'The signature is not that of the key.',
  );

  const { iss, aud, sub, jti, iat, exp, pathway, campaign, result } = fromJson(payload);
  const seconds = now().getTime() / 1000;
  demand(iss === issuer, 'issuer', `From ${String(iss)}, not ${issuer}.`);
  demand(aud === audience, 'audience', `For ${String(aud)}, not ${audience}.`);
  demand(typeof iat === 'number' && iat <= seconds + leeway, 'time', 'Signed in the future.');
  demand(exp === undefined || (exp as number) > seconds - leeway, 'time', 'It has expired.');
  const told = result as Result | undefined;
  demand(told?.schema === 'pix-diagnostic/result@1' && told.state === 'shared' && told.id === jti, 'content', 'Not a shared result.');
  return {
    session: told.id,
    ...(sub !== undefined && { learner: sub as string }),
    pathway: pathway as string,
    ...(campaign !== undefined && { campaign: campaign as string }),
    issuedAt: new Date(iat * 1000),
    result: told,
  };
}
