import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { publish } from '../../demo/publish.mjs';
import { browserOptions } from '../support/find-browser.mjs';
import { diagnosticOf } from './diagnostic-page.js';
import { openPage } from './host.js';
import { keyboard } from './keyboard.js';
import { mouse } from './mouse.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** Where a host of pages puts a project. */
const path = '/projets/diagnostic/';

describe('the demonstration published as files, below a path, on a server that knows nothing', () => {
  const missing: string[] = [];
  let folder: string;
  let browser: Browser;
  let address: string;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const file = join(folder, pathname.slice(path.length), pathname.endsWith('/') ? 'index.html' : '');
    const refuse = (): void => {
      missing.push(`${request.method} ${pathname}`);
      response.writeHead(404).end();
    };
    if (request.method !== 'GET' || !pathname.startsWith(path)) return refuse();
    readFile(file).then((body) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(body), refuse);
  });
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-site-'));
    await publish(folder);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    browser = await puppeteer.launch(browserOptions());
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  for (const [portal, hands] of [
    ['e2c', mouse],
    ['sma', keyboard],
  ] as const)
    it(`${portal}: on the service, from the first question to a shared result that the partner verified`, async () => {
      const shown = await openPage(browser, address, `${portal}/?backend=server`);
      await shown.page.waitForSelector(`pix-diagnostic[backend="${path}"]`);
      const diagnostic = diagnosticOf(shown, hands(shown.page));
      await diagnostic.opened();
      assert.equal((await diagnostic.play()).at(-1), 'result');
      const told = (await shown.heard()).find(({ type }) => type === 'pix-result')?.detail as {
        result: { score: { percent: number; band: number } };
      };
      await diagnostic.go('share');
      const { percent, band } = told.result.score;
      const line = `a partagé : ${Math.round(percent)} %, N${band}, signature vérifiée`;
      await shown.page.waitForFunction((words) => document.body.textContent?.includes(words), {}, line);
      assert.deepEqual(await shown.troubles(), []);
      assert.deepEqual(missing.splice(0), [], 'no request is left unanswered');
      await shown.close();
    });

  it('every page opens, and its diagnostic in the page, with nothing missing', async () => {
    for (const page of ['', 'bare/', 'e2c/', 'unis-cite/', 'sma/']) {
      const shown = await openPage(browser, address, page);
      if (page) await diagnosticOf(shown, mouse(shown.page)).opened();
      assert.deepEqual(await shown.troubles(), []);
      await shown.close();
    }
    assert.deepEqual(
      missing.splice(0).filter((request) => !request.endsWith('/favicon.ico')),
      [],
    );
  });
});
