import { VerifyError } from './error.js';

/** A key of a JWK set, as far as it is read. */
export interface PublicKey {
  readonly kty?: string;
  readonly kid?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
}

export interface KeySet {
  readonly keys: readonly PublicKey[];
}

/** Reads an address. `fetch` is one. */
export type Fetch = (url: string) => Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>;

interface Fetched {
  readonly set: Promise<KeySet>;
  readonly at: number;
}

/** Milliseconds after which a set is read again, and before which an unknown key does not make it so. */
const keptFor = 3_600_000;
const atMostEvery = 60_000;
const sets = new Map<string, Fetched>();

const find = ({ keys }: KeySet, kid: string): PublicKey | undefined =>
  keys.find((key) => key.kid === kid && key.kty === 'EC' && key.crv === 'P-256');

async function read(url: string, fetch: Fetch, before: Fetched | undefined): Promise<KeySet> {
  try {
    const response = await fetch(url);
    const set = response.ok && ((await response.json()) as KeySet);
    if (set && Array.isArray(set.keys)) return set;
    throw new Error(`it answered ${response.status}`);
  } catch (cause) {
    if (before) return before.set;
    sets.delete(url);
    throw new VerifyError('keys-unreachable', `No key set at ${url}.`, cause);
  }
}

/**
 * The key of that name. A set that was fetched is kept for an hour, and fetched again, once a minute at most, for a key
 * that it does not have. While it cannot be fetched, the one before still serves.
 * @throws {VerifyError} `key-unknown`, `keys-unreachable`.
 */
export async function keyOf(kid: string, source: KeySet | string, fetch: Fetch): Promise<PublicKey> {
  const fetched = (url: string, age: number): Promise<KeySet> => {
    let known = sets.get(url);
    if (!known || Date.now() - known.at >= age) {
      known = { set: read(url, fetch, known), at: Date.now() };
      sets.set(url, known);
    }
    return known.set;
  };
  const key =
    typeof source === 'object'
      ? find(source, kid)
      : (find(await fetched(source, keptFor), kid) ?? find(await fetched(source, atMostEvery), kid));
  if (!key) throw new VerifyError('key-unknown', `No key "${kid}" in the set.`);
  return key;
}
