import { http, type HttpHandler } from 'msw';
import { contract } from '../contract/index.js';
import { Problem } from '../contract/problem.js';
import { refuse } from '../contract/respond.js';
import { createService } from './service.js';
import type { StandInOptions } from './stand-in.js';

export interface HandlerOptions extends StandInOptions {
  /** Address of the service that is stood in for, as the page has it. */
  readonly url: string;
}

/**
 * Handlers for Mock Service Worker, in a page or in Node: a service in memory that does what the contract says, every
 * operation of it, for the tests of hosts and for demonstrations. Launch tokens, partner keys (`pdk_…`) and the operator's
 * key are believed; results are signed with a key made on the spot, which `/.well-known/jwks.json` gives. It sends no
 * webhooks: ask for events.
 */
export function createHandlers({ url, ...options }: HandlerOptions): HttpHandler[] {
  const address = new URL(url, globalThis.location?.href).href.replace(/\/+$/, '');
  const service = createService(address, options);
  const operations = contract.map((operation) =>
    http[operation.method](`${address}${operation.path.replace(/\{(\w+)\}/g, ':$1')}`, ({ params, request }) =>
      service(operation, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])), request),
    ),
  );
  return [...operations, http.all(`${address}/v1/*`, () => refuse(new Problem('route-unknown')))];
}
