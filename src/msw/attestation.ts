/** Signs as the service does (JWS ES256), with a key of its own. */
export interface Signer {
  sign(payload: object): Promise<string>;
  /** The public key, as a JWK. */
  published(): Promise<object>;
}

const kid = 'stand-in';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const encoded = (value: object): string => base64url(new TextEncoder().encode(JSON.stringify(value)));

export function createSigner(): Signer {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  let made: Promise<CryptoKeyPair> | undefined;
  const keys = (): Promise<CryptoKeyPair> => (made ??= crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));
  return {
    async sign(payload) {
      const signed = `${encoded({ alg: 'ES256', typ: 'JWT', kid })}.${encoded(payload)}`;
      const { privateKey } = await keys();
      const signature = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(signed));
      return `${signed}.${base64url(new Uint8Array(signature))}`;
    },
    async published() {
      const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', (await keys()).publicKey);
      return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
    },
  };
}
