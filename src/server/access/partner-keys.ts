import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../http/problem.js';
import type { OutboundFetch } from '../outbound.js';
import type { KnownPartner } from './caller.js';

/** Milliseconds. */
const freshFor = 10 * 60_000;
/** An unknown key has the set fetched again, no more often than this: milliseconds. */
const betweenFetches = 30_000;

interface Fetched {
  readonly keys: JWTVerifyGetKey;
  readonly at: number;
}

/** Finds the keys that sign a partner's launch tokens: those of its settings, or those published at its address. */
export function createPartnerKeys(outbound: OutboundFetch, now: () => Date): (partner: KnownPartner) => JWTVerifyGetKey {
  const fetched = new Map<string, Promise<Fetched>>();
  const given = new WeakMap<object, JWTVerifyGetKey>();

  const fetchSet = async (url: string): Promise<Fetched> => {
    try {
      const { status, body } = await outbound(url, { headers: { accept: 'application/json' }, timeoutMs: 5000, maxBytes: 65_536 });
      if (status !== 200) throw new Error(`it answered ${status}`);
      return { keys: createLocalJWKSet(JSON.parse(body) as JSONWebKeySet), at: now().getTime() };
    } catch (cause) {
      fetched.delete(url);
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Problem('unavailable', { detail: `The partner's keys cannot be read at ${url}: ${reason}`, retryAfter: 30, cause });
    }
  };
  const setAt = async (url: string, oldest: number): Promise<Fetched> => {
    const known = await fetched.get(url);
    if (known && known.at > now().getTime() - oldest) return known;
    const coming = fetchSet(url);
    fetched.set(url, coming);
    return coming;
  };

  const published =
    (url: string): JWTVerifyGetKey =>
    async (header, token) => {
      const { keys } = await setAt(url, freshFor);
      try {
        return await keys(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        return (await setAt(url, betweenFetches)).keys(header, token);
      }
    };

  return ({ settings: { launch } }) => {
    if (launch === 'open')
      throw new Problem('launch-refused', { detail: 'This partner has no launch keys: open the session without a token.' });
    if (launch.keys) {
      const keys = given.get(launch.keys) ?? createLocalJWKSet(launch.keys as JSONWebKeySet);
      given.set(launch.keys, keys);
      return keys;
    }
    return published(launch.jwksUrl ?? '');
  };
}
