import { base64url, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { lowS } from '../../src/reports/low-s.js';
import type { PublicKey } from '../../src/verify/index.js';

export const issuer = 'https://diagnostic.example.org';
export const audience = 'port';
export const at = new Date('2031-05-06T07:08:09Z');

/** Claims of a shared result, as the service writes them. */
export const claims = {
  iss: issuer,
  aud: audience,
  sub: 'L-1',
  jti: '7f7b5a5e-7e0a-4a55-9a8b-0d3a5f5c2b11',
  iat: at.getTime() / 1000 - 30,
  pathway: 'diagnostic-initial',
  result: {
    schema: 'pix-diagnostic/result@1',
    id: '7f7b5a5e-7e0a-4a55-9a8b-0d3a5f5c2b11',
    state: 'shared',
    score: { percent: 64, interval: [55, 73], band: 2 },
  },
};

export interface Signer {
  readonly jwk: PublicKey;
  sign(payload: unknown, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Over any two parts, whatever they are. */
  signParts(parts: string): Promise<string>;
}

export async function createSigner(kid = 'k1'): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid } as PublicKey;
  return {
    jwk,
    sign: (payload, header = {}) =>
      signParts(privateKey, `${encode({ alg: 'ES256', typ: 'pix-diagnostic-result+jwt', kid, ...header })}.${encode(payload)}`),
    signParts: (parts) => signParts(privateKey, parts),
  };
}

async function signParts(key: CryptoKey, parts: string): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(parts));
  return `${parts}.${base64url.encode(lowS(new Uint8Array(signature)))}`;
}

export const encode = (value: unknown): string => base64url.encode(JSON.stringify(value));
