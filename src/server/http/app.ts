import { Hono, type Context } from 'hono';
import { contract, openapi, type Operation } from '../../contract/index.js';
import { DiagnosticError } from '../../model/index.js';
import type { Doorkeeper } from '../access/caller.js';
import type { Limiter } from '../limits.js';
import type { Service } from '../service.js';
import { isOutage } from './outage.js';
import { refuse, respond, type Answer } from '../../contract/respond.js';
import { Problem } from './problem.js';
import type { Call, Handlers } from './routes.js';
import { checkRequest } from './validation.js';

/** Bytes of a body at most: a long e-mail with everything around it is under a tenth of it. */
const mostBytes = 256 * 1024;

export interface AppOptions {
  readonly service: Service;
  readonly handlers: Handlers;
  readonly doorkeeper: Doorkeeper;
  readonly limiter: Limiter;
  /** Network address of who asks. */
  readonly addressOf: (context: Context) => string;
}

/** What every answer says. They are plain objects until the last moment: each `Headers` costs more than the rest of an answer's making. */
type Common = Readonly<Record<string, string>>;
const common: Common = {
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
const toKnown = (origin: string): Common => ({
  ...common,
  'access-control-allow-origin': origin,
  'access-control-expose-headers': 'ETag, Retry-After',
});
const preflight: Common = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match, If-Match',
  'access-control-max-age': '7200',
};
const commonOf = (context: Context): Common => context.get('common' as never) as Common;

/** Items are in memory: nothing that an operation waits for could be given up. */
const never = new AbortController().signal;

/** The service as a function from web requests to web responses: whatever runs it, a server or a test. */
export function createApp({ service, handlers, doorkeeper, limiter, addressOf }: AppOptions): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    const started = performance.now();
    const origin = context.req.header('origin');
    const known = origin !== undefined && (await service.partners.knowsOrigin(origin));
    const headers = known ? toKnown(origin) : common;
    context.set('common' as never, headers as never);
    if (context.req.method === 'OPTIONS')
      context.res = new Response(null, { status: 204, headers: { ...headers, ...(known && preflight) } });
    else await next();
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

  app.get('/v1/openapi.json', (context) =>
    Response.json(openapi, { headers: { ...commonOf(context), 'cache-control': 'public, max-age=3600' } }),
  );
  app.get('/metrics', async (context) => {
    await doorkeeper.admit(['adminKey'], tokenOf(context), context.req.header('origin'));
    return context.text(service.metrics.text(), 200, commonOf(context));
  });

  app.notFound((context) =>
    refuse(
      new Problem('route-unknown', { detail: 'The addresses of this service are in its contract, /v1/openapi.json.' }),
      commonOf(context),
    ),
  );
  app.onError((thrown, context) => {
    if (thrown instanceof Problem) return refuse(thrown, commonOf(context));
    if (thrown instanceof DiagnosticError && thrown.code === 'pathway-unknown')
      return refuse(new Problem('pathway-unknown', { detail: thrown.message }), commonOf(context));
    if (isOutage(thrown)) {
      service.log('warn', 'database away', { reason: thrown.message });
      return refuse(new Problem('unavailable', { detail: 'The database does not answer now.', retryAfter: 2 }), commonOf(context));
    }
    service.log('error', 'fault', { name: thrown.name, reason: thrown.message, stack: thrown.stack });
    return refuse(new Problem('unexpected'), commonOf(context));
  });

  async function perform(context: Context, operation: Operation): Promise<Response> {
    const header = (name: string): string | undefined => context.req.header(name);
    const token = tokenOf(context);
    const seconds = limiter.wait({ operation: operation.id, token, address: addressOf(context) });
    if (seconds > 0) throw new Problem('too-many-requests', { retryAfter: seconds });
    const origin = header('origin');
    const caller = await doorkeeper.admit(operation.schemes, token, origin);
    const body = operation.body ? await readBody(context) : undefined;
    const path = context.req.param() as Record<string, string>;
    const query: Record<string, unknown> = context.req.query();
    const key = header('idempotency-key');
    const ifMatch = header('if-match');
    const headers = { ...(key !== undefined && { 'Idempotency-Key': key }), ...(ifMatch !== undefined && { 'If-Match': ifMatch }) };
    checkRequest(operation.id, { path, query, headers, body });
    // The contract was just held against each part: from here on they are what the operation's type says.
    const call = { path, query, body, caller, key, ifMatch, origin, signal: never } as unknown as Call<never>;
    const answer = await (handlers[operation.id] as (call: Call<never>) => Promise<Answer>)(call);
    return respond(operation, answer, header('if-none-match'), commonOf(context));
  }
  return app;
}

const tokenOf = ({ req }: Context): string | undefined => /^Bearer (.+)$/i.exec(req.header('authorization') ?? '')?.[1];

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
