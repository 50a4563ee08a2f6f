import type { OperationId } from '../../src/contract/index.js';
import { toResponse } from '../../src/msw/problem.js';
import { createService, known } from '../../src/msw/service.js';
import type { StandInOptions } from '../../src/msw/stand-in.js';
import { Problem } from '../../src/server/http/problem.js';
import { checkRequest } from '../../src/server/http/validation.js';
import { faultsOfResponse } from './answers.js';
import { fromMemory } from './runs.js';

/** A service, as the network sees it. */
export type Service = (request: Request) => Promise<Response>;

export const address = 'https://service.test';

const routes = known.map(({ id, method, path }) => ({
  id,
  method: method.toUpperCase(),
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The operation that a request is for. */
export function operationOf(request: Request): { readonly id: OperationId; readonly names: Readonly<Record<string, string>> } {
  const { pathname } = new URL(request.url);
  for (const { id, method, pattern } of routes) {
    const found = method === request.method ? pattern.exec(pathname) : null;
    if (found)
      return {
        id,
        names: Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])),
      };
  }
  throw new Error(`The contract has no ${request.method} ${pathname}.`);
}

function refusalOf(check: () => void): Problem | undefined {
  try {
    check();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  return undefined;
}

/** The stand-in with the small pack, held against the contract at each request and each answer. */
export function smallService(options: Partial<StandInOptions> = {}): Service {
  const respond = createService({ content: 'memory:/', fetch: fromMemory(), seed: 7, ...options });
  return async (request) => {
    const { id, names } = operationOf(request);
    const text = await request.text();
    const key = request.headers.get('idempotency-key');
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const refused = refusalOf(() =>
      checkRequest(id, {
        path: names,
        query,
        headers: key === null ? {} : { 'Idempotency-Key': key },
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      }),
    );
    if (refused) return Response.json(refused.document, { status: refused.status });
    const answer = await respond(id, names, { headers: request.headers, signal: request.signal, text });
    const response = toResponse(answer);
    const faults = await faultsOfResponse(id, response);
    if (faults.length) throw new Error(`The service breaks the contract: ${faults.join('; ')}`);
    return response;
  };
}
