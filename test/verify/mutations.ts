import { createHash } from 'node:crypto';
import { claims, encode, type Signer } from './signer.js';

/** Whole numbers below a limit, the same for the same seed. */
export function createDraws(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    // mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const oddities = [...alphabet, '=', '+', '/', ' ', '.', '\n', 'é', '\u0000', '%'];

/** Of P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

export interface Material {
  readonly jws: string;
  /** Another valid one, of the same service. */
  readonly other: string;
  readonly stranger: Signer;
  readonly draw: (limit: number) => number;
}

/** One way to change a valid attestation. It may give the same text again. */
export type Mutation = (material: Material) => string | Promise<string>;

const replaced = (text: string, i: number, by: string): string => text.slice(0, i) + by + text.slice(i + 1);
const bytesOf = (part = ''): Buffer => Buffer.from(part, 'base64url');
const withPart = (jws: string, index: number, part: string): string => jws.split('.').with(index, part).join('.');
const headerOf = (jws: string): Record<string, unknown> => JSON.parse(bytesOf(jws.split('.')[0]).toString()) as Record<string, unknown>;

const pick = <T>(list: readonly T[], draw: (limit: number) => number): T => list[draw(list.length)]!;

export const mutations: Readonly<Record<string, Mutation>> = {
  'a bit of a part': ({ jws, draw }) => {
    const part = draw(3);
    const bytes = bytesOf(jws.split('.')[part]);
    const bit = draw(8 * bytes.length);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    return withPart(jws, part, bytes.toString('base64url'));
  },
  'a character': ({ jws, draw }) => replaced(jws, draw(jws.length), pick(oddities, draw)),
  'the last character of a part': ({ jws, draw }) => {
    const part = draw(3);
    const text = jws.split('.')[part]!;
    return withPart(jws, part, replaced(text, text.length - 1, pick([...alphabet], draw)));
  },
  'two characters swapped': ({ jws, draw }) => {
    const [i, j] = [draw(jws.length), draw(jws.length)];
    return replaced(replaced(jws, i, jws[j]!), j, jws[i]!);
  },
  'a character put in': ({ jws, draw }) => {
    const i = draw(jws.length + 1);
    return jws.slice(0, i) + pick(oddities, draw) + jws.slice(i);
  },
  'a character taken out': ({ jws, draw }) => replaced(jws, draw(jws.length), ''),
  'cut short': ({ jws, draw }) => jws.slice(0, draw(jws.length)),
  'the beginning cut': ({ jws, draw }) => jws.slice(1 + draw(jws.length - 1)),
  padding: ({ jws, draw }) => withPart(jws, draw(3), `${jws.split('.')[draw(3)]!}${'='.repeat(1 + draw(3))}`),
  'plain base64': ({ jws, draw }) => {
    const part = draw(3);
    return withPart(jws, part, bytesOf(jws.split('.')[part]).toString('base64'));
  },
  'parts in another order': ({ jws, draw }) => {
    const parts = jws.split('.');
    return [parts[draw(3)], parts[draw(3)], parts[draw(3)]].join('.');
  },
  'a part twice': ({ jws, draw }) => `${jws}.${jws.split('.')[draw(3)]!}`,
  'a part of another one': ({ jws, other, draw }) => {
    const part = draw(3);
    return withPart(jws, part, other.split('.')[part]!);
  },
  'another algorithm': ({ jws, draw }) =>
    withPart(jws, 0, encode({ ...headerOf(jws), alg: pick(['none', 'HS256', 'ES384', 'RS256', 'es256', 'ES256K', '', null], draw) })),
  'a header more, or less': ({ jws, draw }) => {
    const header = headerOf(jws);
    const name = pick(['alg', 'typ', 'kid', 'crit', 'b64', 'jwk', 'jku', 'x5u', 'cty'], draw);
    return withPart(jws, 0, encode(name in header && draw(2) ? { ...header, [name]: undefined } : { ...header, [name]: draw(100) }));
  },
  'a better score': ({ jws, draw }) => {
    const score = { ...claims.result.score, percent: 65 + draw(36), band: 3 };
    return withPart(jws, 1, encode({ ...claims, result: { ...claims.result, score } }));
  },
  'another person': ({ jws, draw }) => withPart(jws, 1, encode({ ...claims, sub: `L-${2 + draw(1000)}` })),
  'the signature of somebody else': ({ jws, stranger, draw }) => {
    const payload = encode({ ...claims, sub: `L-${draw(1000)}` });
    return stranger.signParts(`${jws.split('.')[0]!}.${payload}`);
  },
  'halves of the signature swapped': ({ jws }) => {
    const bytes = bytesOf(jws.split('.')[2]);
    return withPart(jws, 2, Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]).toString('base64url'));
  },
  'the other signature of the same content': ({ jws }) => {
    const bytes = bytesOf(jws.split('.')[2]);
    const s = (order - BigInt(`0x${bytes.toString('hex', 32)}`)).toString(16).padStart(64, '0');
    return withPart(jws, 2, Buffer.concat([bytes.subarray(0, 32), Buffer.from(s, 'hex')]).toString('base64url'));
  },
  'a signature of nothing': ({ jws, draw }) => {
    const bytes = Buffer.alloc(pick([0, 1, 63, 64, 65, 128], draw), draw(2) ? 0 : draw(256));
    return withPart(jws, 2, bytes.toString('base64url'));
  },
  'a signature made up': ({ jws, draw }) => {
    const bytes = createHash('sha512')
      .update(String(draw(2 ** 31)))
      .digest();
    return withPart(jws, 2, bytes.toString('base64url'));
  },
  'an HMAC with the public key': ({ jws, stranger, draw }) => {
    const parts = `${encode({ ...headerOf(jws), alg: 'HS256' })}.${jws.split('.')[1]!}`;
    const mac = createHash('sha256')
      .update(`${stranger.jwk.x ?? ''}${parts}${draw(100)}`)
      .digest();
    return `${parts}.${mac.toString('base64url')}`;
  },
};
