import { Hono, type Context } from 'hono';
import { contract, openapi, type Operation } from '../../contract/index.js';
import { DiagnosticError } from '../../model/index.js';
import type { Service } from '../service.js';
import { refuse, respond, type Answer } from '../../contract/respond.js';
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
export function createApp({ service, handlers, ...doors }: AppOptions): Hono {
  const app = new Hono();
  const admit = createAdmission(doors);

  app.use(async (context, next) => {
    const started = performance.now();
    const origin = context.req.header('origin');
    const known = origin !== undefined && (await service.partners.knowsOrigin(origin).catch(() => false));
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

  app.get('/v1/openapi.json', async (context) => {
    await admit(context, [null]);
    return Response.json(openapi, { headers: { ...commonOf(context), 'cache-control': 'public, max-age=3600' } });
  });
  app.get('/metrics', async (context) => {
    await admit(context, ['adminKey']);
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
      service.log('warn', 'database away', failureFields(thrown));
      return refuse(new Problem('unavailable', { detail: 'The database does not answer now.', retryAfter: 2 }), commonOf(context));
    }
    if (isImpossibleValue(thrown)) {
      service.log('warn', 'value refused', failureFields(thrown));
      return refuse(new Problem('request-invalid', { detail: 'The database refused a value of the request.' }), commonOf(context));
    }
    service.log('error', 'fault', failureFields(thrown));
    return refuse(new Problem('unexpected'), commonOf(context));
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
    const call = { path, query, body, caller, key, ifMatch, origin, signal: never } as unknown as Call<never>;
    const answer = await (handlers[operation.id] as (call: Call<never>) => Promise<Answer>)(call);
    return respond(operation, answer, header('if-none-match'), commonOf(context));
  }
  return app;
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
