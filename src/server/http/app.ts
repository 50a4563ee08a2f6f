import { Hono, type Context } from 'hono';
import { contract, openapi, type Operation } from '../../contract/index.js';
import { DiagnosticError } from '../../model/index.js';
import type { Service } from '../service.js';
import { createAdmission, type AdmissionOptions } from './admission.js';
import { failureFields, isImpossibleValue, isOutage } from './failure.js';
import { Problem } from './problem.js';
import type { Call, Handlers } from './routes.js';
import { checkRequest } from './validation.js';

/** Bytes of a body at most: a long e-mail with everything around it is under a tenth of it. */
const mostBytes = 256 * 1024;

export interface AppOptions extends AdmissionOptions {
  readonly service: Service;
  readonly handlers: Handlers;
}

const exposed = 'ETag, Retry-After';

/** The service as a function from web requests to web responses: whatever runs it, a server or a test. */
export function createApp({ service, handlers, ...doors }: AppOptions): Hono {
  const app = new Hono();
  const admit = createAdmission(doors);

  app.use(async (context, next) => {
    const started = performance.now();
    const origin = context.req.header('origin');
    const known = origin !== undefined && (await service.partners.knowsOrigin(origin).catch(() => false));
    if (context.req.method === 'OPTIONS') context.res = new Response(null, { status: 204 });
    else await next();
    const { headers } = context.res;
    headers.set('vary', 'Origin');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (known) {
      headers.set('access-control-allow-origin', origin);
      headers.set('access-control-expose-headers', exposed);
      if (context.req.method === 'OPTIONS') {
        headers.set('access-control-allow-methods', 'GET, POST, PUT, DELETE');
        headers.set('access-control-allow-headers', 'Authorization, Content-Type, Idempotency-Key, If-None-Match, If-Match');
        headers.set('access-control-max-age', '7200');
      }
    }
    const operation = (context.get('operation' as never) as string | undefined) ?? 'other';
    const { status } = context.res;
    const seconds = (performance.now() - started) / 1000;
    service.metrics.observe('http_request_seconds', { operation }, seconds);
    service.metrics.count('http_requests', { operation, status: String(status) });
    service.log(status >= 500 ? 'error' : 'info', 'request', { operation, status, ms: Math.round(seconds * 1000) });
  });

  for (const operation of contract)
    app.on(operation.method.toUpperCase(), operation.path.replace(/\{(\w+)\}/g, ':$1'), (context) => {
      context.set('operation' as never, operation.id as never);
      return perform(context, operation);
    });

  app.get('/v1/openapi.json', async (context) => {
    await admit(context, [null]);
    return Response.json(openapi, { headers: { 'cache-control': 'public, max-age=3600' } });
  });
  app.get('/metrics', async (context) => {
    await admit(context, ['adminKey']);
    return context.text(service.metrics.text());
  });

  app.notFound(() =>
    refuse(new Problem('route-unknown', { detail: 'The addresses of this service are in its contract, /v1/openapi.json.' })),
  );
  app.onError((thrown) => {
    if (thrown instanceof Problem) return refuse(thrown);
    if (thrown instanceof DiagnosticError && thrown.code === 'pathway-unknown')
      return refuse(new Problem('pathway-unknown', { detail: thrown.message }));
    if (isOutage(thrown)) {
      service.log('warn', 'database away', failureFields(thrown));
      return refuse(new Problem('unavailable', { detail: 'The database does not answer now.', retryAfter: 2 }));
    }
    if (isImpossibleValue(thrown)) {
      service.log('warn', 'value refused', failureFields(thrown));
      return refuse(new Problem('request-invalid', { detail: 'The database refused a value of the request.' }));
    }
    service.log('error', 'fault', failureFields(thrown));
    return refuse(new Problem('unexpected'));
  });

  async function perform(context: Context, operation: Operation): Promise<Response> {
    const header = (name: string): string | undefined => context.req.header(name);
    const caller = await admit(context, operation.schemes, operation.id);
    const origin = header('origin');
    const key = header('idempotency-key');
    const ifMatch = header('if-match');
    const { path, query, body } = checkRequest(operation.id, {
      path: context.req.param(),
      query: context.req.query(),
      headers: { ...(key !== undefined && { 'Idempotency-Key': key }), ...(ifMatch !== undefined && { 'If-Match': ifMatch }) },
      body: operation.body ? await readBody(context) : undefined,
    });
    // The contract was just held against each part: from here on they are what the operation's type says.
    const call = { path, query, body, caller, key, ifMatch, origin, signal: context.req.raw.signal } as unknown as Call<never>;
    const answer = await (handlers[operation.id] as (call: Call<never>) => Promise<Answer>)(call);
    return respond(operation, answer, header('if-none-match'));
  }
  return app;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
}

function respond({ type }: Operation, { status, body, etag }: Answer, ifNoneMatch: string | undefined): Response {
  const headers = new Headers(etag === undefined ? {} : { etag, 'cache-control': 'no-cache' });
  if (etag !== undefined && ifNoneMatch?.split(/,\s*/).includes(etag)) return new Response(null, { status: 304, headers });
  if (body === undefined) return new Response(null, { status, headers });
  headers.set('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

function refuse({ document, status, retryAfter }: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(retryAfter)));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(document), { status, headers });
}

const tooLarge = (): Problem => new Problem('body-too-large', { detail: `A body has at most ${mostBytes} bytes.` });

async function readBody(context: Context): Promise<unknown> {
  const announced = Number(context.req.header('content-length') ?? NaN);
  if (announced > mostBytes) throw tooLarge();
  // Node reads no more than was announced; where nothing was, it is counted.
  const text = Number.isNaN(announced) ? await readCounted(context) : await context.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('request-invalid', { detail: 'The body is not JSON.', errors: [{ at: 'body', message: 'is not JSON' }] });
  }
}

async function readCounted({ req }: Context): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of req.raw.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
