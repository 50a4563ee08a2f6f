import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strictPolicy } from '../../demo/serve.mjs';

export interface Fixture {
  readonly type: 'text/html' | 'text/javascript' | 'text/css';
  readonly body: string;
  /** The strict policy of the demo server unless said. */
  readonly policy?: string;
}

/** Pages and scripts by their path. */
export type Fixtures = Readonly<Record<string, Fixture>>;

/** A host page in good order: one language, one title, one `main`; `content` is inside it. */
export const hostPage = (
  content: string,
  head = '<script type="module" src="/dist/pix-diagnostic.js"></script>',
  policy = strictPolicy,
): Fixture => ({
  type: 'text/html',
  body: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Page d’accueil</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/host.css">${head}</head><body><main><h1>Bienvenue</h1>${content}</main></body></html>`,
  policy,
});

export const hostStyles: Fixture = {
  type: 'text/css',
  body: ':root { color-scheme: light dark } body { margin: 0; font-family: sans-serif }',
};

/** Serves `fixtures`, and the site at `behind` for every other path. */
export async function serveBeside(behind: string, fixtures: Fixtures): Promise<{ readonly address: string; close(): Promise<void> }> {
  const all: Fixtures = { '/host.css': hostStyles, ...fixtures };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', behind);
    const fixture = all[url.pathname];
    if (fixture) {
      response
        .writeHead(200, { 'content-type': `${fixture.type}; charset=utf-8`, 'content-security-policy': fixture.policy ?? strictPolicy })
        .end(fixture.body);
      return;
    }
    fetch(url, { headers: { 'accept-encoding': 'identity' } }).then(
      async (found) => response.writeHead(found.status, Object.fromEntries(found.headers)).end(Buffer.from(await found.arrayBuffer())),
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
