import puppeteer, { type Browser, type ConsoleMessage, type Page } from 'puppeteer-core';
import { serve } from '../../demo/serve.mjs';
import { browserOptions } from '../support/find-browser.mjs';
import { serveBeside, type Fixtures } from './fixtures.js';
import { install, type Heard } from './in-page.js';

export interface OpenOptions {
  /** CSS pixels; 1024 unless said. */
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Which draw of questions; 1 unless said. */
  readonly seed?: number;
  /** The first request for such an address is lost. */
  readonly lose?: RegExp;
}

/** A page of a host, and everything in it that its team would call broken. */
export interface HostPage {
  readonly page: Page;
  /** Errors, refusals of the content policy, requests to other sites or that failed. */
  troubles(): Promise<readonly string[]>;
  /** The events of the diagnostic that the page heard since it was loaded. */
  heard(): Promise<readonly Heard[]>;
  close(): Promise<void>;
}

export interface Host {
  readonly browser: Browser;
  readonly address: string;
  open(path: string, options?: OpenOptions): Promise<HostPage>;
  close(): Promise<void>;
}

/**
 * Starts the demo server under its strict policy, the pages of `fixtures` beside it, and one browser.
 * @param service with the diagnostic service; then the pages are those of the demo server alone.
 */
export async function startHost(fixtures: Fixtures = {}, { service = false } = {}): Promise<Host> {
  const demo = await serve(0, { service });
  const site = service ? { address: demo.address, close: () => Promise.resolve() } : await serveBeside(demo.address, fixtures);
  const browser = await puppeteer.launch(browserOptions());
  return {
    browser,
    address: site.address,
    open: (path, options) => openPage(browser, site.address, path, options),
    async close() {
      await browser.close();
      await site.close();
      await demo.close();
    },
  };
}

export async function openPage(
  browser: Browser,
  address: string,
  path: string,
  { width = 1024, scheme = 'light', seed = 1, lose }: OpenOptions = {},
): Promise<HostPage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const troubles: string[] = [];
  const own = new URL(address).origin;
  page.on('pageerror', (error) => troubles.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message: ConsoleMessage) => {
    // The browser's own search for an icon is no doing of the page.
    if (message.type() === 'error' && !message.location().url?.endsWith('/favicon.ico'))
      troubles.push(`console: ${message.text()} (${message.location().url ?? ''})`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== own) troubles.push(`third party: ${request.url()}`);
  });
  if (lose) {
    let lost = false;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const now = !lost && lose.test(request.url());
      lost ||= now;
      void (now ? request.abort('internetdisconnected') : request.continue());
    });
  }
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([
    { name: 'prefers-reduced-motion', value: 'reduce' },
    { name: 'prefers-color-scheme', value: scheme },
  ]);
  // Several pages of one browser: each believes that it has the focus.
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  // Names that the test runner's compiler gives to functions.
  await page.evaluateOnNewDocument('globalThis.__name = (f) => f');
  await page.evaluateOnNewDocument(install, seed);
  await page.goto(new URL(path, address).href, { waitUntil: 'load' });
  return {
    page,
    troubles: async () => [...troubles, ...(await page.evaluate(() => window.e2e.violations)).map((each) => `policy: ${each}`)],
    heard: () => page.evaluate(() => window.e2e.heard),
    close: () => context.close(),
  };
}
