import { lowS } from '../reports/low-s.js';
import { base64url, encodeText } from './base64url.js';

/** Signs as the service does (JWS ES256). */
export interface Signer {
  /**
   * @param type `typ` of the header.
   * @param keySet address of the published keys: the header then carries the key, named by its whole address.
   */
  sign(payload: object, type: string, keySet?: string): Promise<string>;
  /** The public key, as a JWK. */
  published(): Promise<Readonly<Record<'kty' | 'crv' | 'x' | 'y' | 'kid' | 'alg' | 'use', string>>>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const kid = crypto.randomUUID();
let made: Promise<CryptoKeyPair> | undefined;
/** One key as long as the page or the process lives: whoever verifies keeps the set of keys that it has read. */
const keys = (): Promise<CryptoKeyPair> => (made ??= crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));

export const signer: Signer = {
  async sign(payload, type, keySet) {
    const { kty, crv, x, y } = await signer.published();
    const named = keySet === undefined ? { kid } : { kid: `${keySet}#${kid}`, jwk: { kty, crv, x, y } };
    const signed = `${encodeText(JSON.stringify({ alg: 'ES256', typ: type, ...named }))}.${encodeText(JSON.stringify(payload))}`;
    const { privateKey } = await keys();
    const signature = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(signed));
    return `${signed}.${base64url(lowS(new Uint8Array(signature)))}`;
  },
  async published() {
    const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', (await keys()).publicKey);
    return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
  },
};
