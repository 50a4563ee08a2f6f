// Takes a picture of every view, at three widths, light and dark, of the portals, and those of the README. Build first.
// node test/screenshots.mjs [folder, `screenshots` unless given] [only the views with these words in their name]
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from '../demo/serve.mjs';
import { browserOptions } from './support/find-browser.mjs';
import { waitFor } from './support/find-part.mjs';

/**
 * Each view: attributes of the element (`set`), what a preview opens (`open`), then what is done, in order: parts to press, or acts.
 */
const views = {
  intro: {},
  'intro-english': { set: { lang: 'en' } },
  'session-found': { set: { resume: 'ask' }, then: ['start', 'skip', 'reload'] },
  gate: { then: ['start'] },
  choice: { open: 'item:RCH-1-publicite' },
  order: { open: 'item:HAM-4-reagir' },
  match: { open: 'item:NAV-2-outils' },
  text: { open: 'item:RCH-2-date-limite' },
  'mail-write': { open: 'item:MEL-2-question' },
  'mail-sort': { open: 'item:HAM-3-offres' },
  files: { open: 'item:FIC-2-ranger' },
  lesson: { open: 'lesson:joindre', set: { pathway: 'th-mail' } },
  feedback: { open: 'item:NAV-1-lien', then: ['skip'] },
  paused: { open: 'item:NAV-1-lien', then: ['pause'] },
  offline: { then: ['start', 'disconnect'] },
  elsewhere: { set: { storage: 'local' }, then: ['first-tab', 'reload'] },
  idle: { set: { kiosk: '' }, then: ['impatience', 'start', 'idle-question'] },
  route: { open: 'route' },
  stop: { open: 'stop' },
  review: { open: 'review' },
  'result-1': { open: 'result:1' },
  'result-2': { open: 'result:2' },
  'result-3': { open: 'result:3' },
  'result-english': { open: 'result:2', set: { lang: 'en' } },
  survey: { open: 'result:2', surveys: true, then: ['survey'] },
  explanation: { open: 'result:2', then: ['explain', 'unfold'] },
  error: { set: { content: '/nowhere/' } },
  'error-fallback': { set: { content: '/nowhere/' }, then: ['fallback'] },
};
const portals = { e2c: 'e2c/', 'unis-cite': 'unis-cite/', sma: 'sma/' };
const widths = [320, 480, 1024];
const themes = ['light', 'dark'];
const readme = ['intro', 'mail-write', 'result-2'];

const folder = process.argv[2] ?? 'screenshots';
mkdirSync(folder, { recursive: true });
mkdirSync('docs/images', { recursive: true });

const { address, close } = await serve();
const browser = await puppeteer.launch(browserOptions());

/** What is done to a page, other than pressing a part of the element. */
const acts = {
  reload: async (page, view) => {
    await page.reload();
    await show(page, view);
  },
  disconnect: (page) => page.setOfflineMode(true),
  'first-tab': async (page, view) => {
    const first = await page.browserContext().newPage();
    await open(first, page.url(), view.set);
    await show(first, view);
    await press(first, 'start');
    await page.bringToFront();
  },
  // Two minutes of nothing, made short.
  impatience: (page) =>
    page.evaluate(() => {
      const wait = window.setTimeout.bind(window);
      window.setTimeout = (run, after) => wait(run, after === 120_000 ? 0 : after);
    }),
  'idle-question': (page) => waitFor(page, 'pix-diagnostic >>> dialog [part=idle-stay]'),
  survey: (page) =>
    page.evaluate(() => document.querySelector('pix-diagnostic').shadowRoot.querySelector('[part=survey]').scrollIntoView()),
  fallback: (page) =>
    page.evaluate(() => {
      const words = Object.assign(document.createElement('p'), { slot: 'fallback', textContent: 'Une question ? 01 99 00 12 34' });
      document.querySelector('pix-diagnostic').append(words);
    }),
  unfold,
};

const press = async (page, part) => (await waitFor(page, `pix-diagnostic >>> [part~=${part}]`)).click();

const shown = (page, begun = false) =>
  page.evaluate(async (begun) => {
    const element = document.querySelector('pix-diagnostic');
    const done = () => element.state !== 'loading' && (!begun || element.state !== 'intro');
    while (!done() || !element.shadowRoot.querySelector('[part=title]')) await new Promise(requestAnimationFrame);
  }, begun);

/** The element has its attributes when it is parsed, as a page has them that was written so. */
const open = async (page, url, set = {}) => {
  await page.evaluateOnNewDocument((attributes) => {
    const observer = new MutationObserver(() => {
      const element = document.querySelector('pix-diagnostic');
      if (!element) return;
      observer.disconnect();
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    });
    observer.observe(document, { childList: true, subtree: true });
  }, set);
  await page.goto(url);
};

async function show(page, { open, surveys = false }) {
  await page.evaluate(
    async (settings) => {
      const { createEmbeddedBackend } = await import('/dist/pix-diagnostic.js');
      const element = document.querySelector('pix-diagnostic');
      if (!settings.open) return;
      element.autostart = true;
      const backend = createEmbeddedBackend({ content: '/dist/packs/socle-fr/', preview: settings.open });
      const capabilities = { ...backend.capabilities, surveys: settings.surveys };
      element.backendInstance = { ...backend, capabilities, survey: () => Promise.resolve() };
    },
    { open, surveys },
  );
  await shown(page, open !== undefined);
  if (open?.startsWith('item:')) await waitFor(page, 'pix-diagnostic >>> [data-task]');
}

async function inPage({ width, theme }, take) {
  // A context of its own: pages share neither storage nor the session of another.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: 700, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await take(page);
  await context.close();
}

async function picture(name, width, theme) {
  const view = { ...views[name], set: { ...views[name].set, theme } };
  await inPage({ width, theme }, async (page) => {
    await open(page, `${address}bare/`, view.set);
    await show(page, view);
    for (const act of view.then ?? []) {
      if (acts[act]) await acts[act](page, view);
      else await press(page, act);
    }
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
  });
}

const portalPicture = (name, width) =>
  inPage({ width, theme: 'light' }, async (page) => {
    await page.goto(`${address}${portals[name]}`);
    await shown(page);
    await page.screenshot({ path: join(folder, `portal-${name}-${width}.png`), fullPage: true });
  });

/** Opens every part of the explanation, and its first question. */
async function unfold(page) {
  await waitFor(page, 'pix-diagnostic >>> .explanation summary');
  await page.evaluate(() => {
    const all = [...document.querySelector('pix-diagnostic').shadowRoot.querySelectorAll('.explanation details')];
    for (const details of all)
      details.open = !details.parentElement.closest('details') || !details.previousElementSibling?.matches('details');
  });
}

const only = process.argv.slice(3);
const isWanted = (name) => only.length === 0 || only.some((words) => name.includes(words));
const pictures = [
  ...Object.keys(views)
    .filter(isWanted)
    .flatMap((name) => widths.flatMap((width) => themes.map((theme) => [name, () => picture(name, width, theme)]))),
  ...Object.keys(portals)
    .filter((name) => isWanted(`portal-${name}`))
    .flatMap((name) => [320, 1024].map((width) => [name, () => portalPicture(name, width)])),
];
const total = pictures.length;

/** Several pages at once; a view that cannot be had is told, and the others are taken. */
async function work() {
  for (let next = pictures.shift(); next; next = pictures.shift()) {
    const [name, take] = next;
    await take().catch((error) => {
      process.exitCode = 1;
      console.error(`${name}: ${error.message}`);
    });
  }
}
await Promise.all(Array.from({ length: 4 }, work));

/** The tops of some pictures side by side, as one. */
async function together(names, path, height = 'none') {
  const page = await browser.newPage();
  await page.setViewport({ width: 1500, height: 400, deviceScaleFactor: 1 });
  const images = names.map((name) => `<img src="data:image/png;base64,${readFileSync(join(folder, `${name}.png`), 'base64')}">`);
  await page.setContent(
    `<style>body{margin:0;padding:24px;display:flex;gap:24px;align-items:start;background:#e9ebf3}img{width:468px;max-height:${height};object-fit:cover;object-position:top;border-radius:20px}</style>${images.join('')}`,
  );
  await page.screenshot({ path, fullPage: true });
}
if (readme.every(isWanted)) {
  await together(
    readme.map((name) => `${name}-480-light`),
    'docs/images/journey.png',
  );
}
const portalNames = Object.keys(portals).map((name) => `portal-${name}`);
if (portalNames.every(isWanted)) {
  await together(
    portalNames.map((name) => `${name}-1024`),
    'docs/images/portals.png',
    '480px',
  );
}

await browser.close();
await close();
console.log(`${total} pictures in ${folder}`);
