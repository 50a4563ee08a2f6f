import { expect } from '@esm-bundle/chai';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';
import { fileAt } from './small-pack.js';

/** The folder of the small pack, as the fake server offers it. */
export const content = `${location.origin}/fake-packs/small/`;

const unexpected: string[] = [];

/** The small pack, and what answers any other address of the fake server: a failure of the test that asked. */
const handlers: readonly RequestHandler[] = [
  http.get(`${content}*`, ({ request }) => {
    const file = fileAt(request.url.slice(content.length));
    return file === undefined ? undefined : HttpResponse.json(file as Record<string, unknown>);
  }),
  http.all(`${location.origin}/fake-packs/*`, ({ request }) => {
    unexpected.push(`${request.method} ${request.url}`);
    return HttpResponse.error();
  }),
];

/** Fakes the network, and nothing but the network, for the tests of a file. */
export function fakeNetwork(): ReturnType<typeof setupWorker> {
  const worker = setupWorker(...handlers);
  before(() =>
    worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: '/mockServiceWorker.js', options: { scope: '/' } } }),
  );
  afterEach(() => {
    worker.resetHandlers();
    expect(unexpected.splice(0), 'requests that nobody expected').to.deep.equal([]);
  });
  after(() => worker.stop());
  return worker;
}

/** Counts what is asked of the pack, by path. */
export function countRequests(worker: ReturnType<typeof setupWorker>): Map<string, number> {
  const counts = new Map<string, number>();
  const count = ({ request }: { request: Request }): void => {
    if (!request.url.startsWith(content)) return;
    const path = request.url.slice(content.length);
    counts.set(path, (counts.get(path) ?? 0) + 1);
  };
  worker.events.removeAllListeners();
  worker.events.on('request:start', count);
  return counts;
}
