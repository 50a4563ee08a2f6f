import { http, type HttpHandler } from 'msw';
import { toResponse } from './problem.js';
import { createService, known } from './service.js';
import type { StandInOptions } from './stand-in.js';

export interface HandlerOptions extends StandInOptions {
  /** Address of the service that is stood in for, as the page has it. */
  readonly url: string;
}

/**
 * Handlers for Mock Service Worker: a service in memory that does what the contract says of a learner's operations, for
 * the tests of a page with the widget. Launch tokens are believed, and results are signed with a key made on the spot.
 */
export function createHandlers({ url, ...options }: HandlerOptions): HttpHandler[] {
  const respond = createService(options);
  return known.map(({ id, method, path }) =>
    http[method](`${url.replace(/\/+$/, '')}${path.replace(/\{(\w+)\}/g, ':$1')}`, async ({ params, request }) => {
      const names = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
      return toResponse(await respond(id, names, { headers: request.headers, signal: request.signal, text: await request.text() }));
    }),
  );
}
