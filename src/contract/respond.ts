import type { Operation } from './index.js';
import type { Problem } from './problem.js';

/** A successful answer to an operation. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
}

/** The answer as it is sent; 304 when who asks has it already. */
export function respond({ type }: Operation, { status, body, etag }: Answer, ifNoneMatch: string | undefined): Response {
  const headers = new Headers(etag === undefined ? {} : { etag, 'cache-control': 'no-cache' });
  if (etag !== undefined && ifNoneMatch?.split(/,\s*/).includes(etag)) return new Response(null, { status: 304, headers });
  if (body === undefined) return new Response(null, { status, headers });
  headers.set('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

/** A refusal as it is sent. */
export function refuse({ document, status, retryAfter }: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(retryAfter)));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(document), { status, headers });
}
