import type { Operation } from './index.js';
import type { Problem } from './problem.js';

/** A successful answer to an operation. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
}

/** What every answer of a service says. A plain object: each `Headers` costs more than the rest of an answer's making. */
type Common = Readonly<Record<string, string>>;

/** Also by a tag that a proxy made a weak one, and by `*`. */
const isKnown = (etag: string, ifNoneMatch = ''): boolean =>
  ifNoneMatch.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

/** The answer as it is sent; 304 when who asks has it already. */
export function respond(
  { type, method }: Operation,
  { status, body, etag }: Answer,
  ifNoneMatch: string | undefined,
  common: Common = {},
): Response {
  const headers = { ...common, ...(etag !== undefined && { etag, 'cache-control': 'no-cache' }) };
  if (method === 'get' && etag !== undefined && isKnown(etag, ifNoneMatch)) return new Response(null, { status: 304, headers });
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type },
  });
}

/** A refusal as it is sent. */
export function refuse({ document, status, retryAfter }: Problem, common: Common = {}): Response {
  const headers = {
    ...common,
    'content-type': 'application/problem+json',
    ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  };
  return new Response(JSON.stringify(document), { status, headers });
}
