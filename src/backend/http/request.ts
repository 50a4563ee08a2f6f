import type { Schemas } from '../../contract/index.js';
import type { HttpOwners } from './owners.js';
import { pathOf, routes, type Route, type Said } from './routes.js';

/** A request that has not been answered after so many milliseconds is given up, and sent again. */
const patience = 20_000;

/**
 * Why a request had no success. `lost`: the connection, or a service that cannot answer now: the same request may succeed
 * later · `denied`: by its token or its page · `refused`: the service understood it and says no.
 */
export interface Failure {
  readonly kind: 'lost' | 'denied' | 'refused';
  /** Absent when the service did not say. */
  readonly problem?: Schemas['Problem'];
  /** Milliseconds to wait, when the service said so. */
  readonly retryAfter?: number;
  /** For developers. */
  readonly reason: string;
  readonly cause?: unknown;
}

export type Outcome<T> = { readonly said: T } | { readonly failure: Failure };

export interface Asked {
  readonly names?: Readonly<Record<string, string>>;
  /** Bearer token. */
  readonly token?: string | undefined;
  /** `Idempotency-Key`. */
  readonly key?: string;
  readonly body?: object;
}

/** Sends one request once. Rejects only when `signal` gives up. */
export type Ask = <R extends Route>(route: R, asked: Asked, signal: AbortSignal) => Promise<Outcome<Said<R>>>;

export function createAsk(address: string, { fetch, timers }: Pick<HttpOwners, 'fetch' | 'timers'>): Ask {
  return async <R extends Route>(route: R, { names = {}, token, key, body }: Asked, signal: AbortSignal): Promise<Outcome<Said<R>>> => {
    signal.throwIfAborted();
    const url = `${address}${pathOf(route, names)}`;
    const late = new AbortController();
    const stop = timers.set(() => late.abort(new Error(`no answer after ${patience / 1000} s`)), patience);
    try {
      const response = await fetch(url, {
        method: routes[route][0].toUpperCase(),
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.any([signal, late.signal]),
      });
      const text = await response.text();
      if (response.ok) return { said: (text === '' ? undefined : JSON.parse(text)) as Said<R> };
      return { failure: failureOf(url, response, text) };
    } catch (cause) {
      signal.throwIfAborted();
      const why: unknown = late.signal.aborted ? late.signal.reason : cause;
      return {
        failure: { kind: 'lost', reason: `${url} did not answer: ${why instanceof Error ? why.message : String(why)}`, cause: why },
      };
    } finally {
      stop();
    }
  };
}

/** Worth sending again as it is. */
const passing = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

function failureOf(url: string, { status, headers }: Response, text: string): Failure {
  const problem = readProblem(text);
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return {
    kind: passing(status) ? 'lost' : status === 401 || status === 403 ? 'denied' : 'refused',
    ...(problem && { problem }),
    ...(seconds > 0 && { retryAfter: 1000 * seconds }),
    reason: `${url} answered ${status}: ${problem ? `${problem.code}. ${problem.detail ?? problem.title}` : text.slice(0, 80)}`,
  };
}

/** What stands between the page and the service may answer with something else. */
function readProblem(text: string): Schemas['Problem'] | undefined {
  try {
    const problem = JSON.parse(text) as Partial<Schemas['Problem']> | null;
    return typeof problem?.code === 'string' ? (problem as Schemas['Problem']) : undefined;
  } catch {
    return undefined;
  }
}
