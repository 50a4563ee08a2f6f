import { contract, type Operation } from '../../src/contract/index.js';
import { createService } from '../../src/msw/service.js';
import type { StandInOptions } from '../../src/msw/stand-in.js';
import { faultsOfResponse } from './answers.js';
import { fromMemory } from './runs.js';

/** A service, as the network sees it. */
export type Service = (request: Request) => Promise<Response>;

export const address = 'https://service.test';

const routes = contract.map((operation) => ({
  operation,
  method: operation.method.toUpperCase(),
  pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

interface Meant {
  readonly id: Operation['id'];
  readonly operation: Operation;
  readonly names: Readonly<Record<string, string>>;
}

/** The operation that a request is for. */
export function operationOf(request: Request): Meant {
  const { pathname } = new URL(request.url);
  for (const { operation, method, pattern } of routes) {
    const found = method === request.method ? pattern.exec(pathname) : null;
    if (!found) continue;
    const names = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)] as const);
    return { id: operation.id, operation, names: Object.fromEntries(names) };
  }
  throw new Error(`The contract has no ${request.method} ${pathname}.`);
}

/** The stand-in with the small pack, whose answers are held against the contract. */
export function smallService(options: Partial<StandInOptions> = {}): Service {
  const service = createService(address, { content: 'memory:/', fetch: fromMemory(), seed: 7, ...options });
  return async (request) => {
    const { id, operation, names } = operationOf(request);
    const response = await service(operation, names, request);
    const faults = await faultsOfResponse(id, response);
    if (faults.length) throw new Error(`The service breaks the contract: ${faults.join('; ')}`);
    return response;
  };
}
