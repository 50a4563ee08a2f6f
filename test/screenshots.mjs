// Takes a picture of every view, at three widths, light and dark, and the one of the README. Build first.
// node test/screenshots.mjs [folder, `screenshots` unless given]
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from '../demo/serve.mjs';
import { browserOptions } from './support/find-browser.mjs';
import { waitFor } from './support/find-part.mjs';

const views = {
  intro: {},
  choice: { open: 'item:RCH-1-publicite' },
  order: { open: 'item:HAM-4-reagir' },
  match: { open: 'item:NAV-2-outils' },
  text: { open: 'item:RCH-2-date-limite' },
  'mail-write': { open: 'item:MEL-2-question' },
  'mail-sort': { open: 'item:HAM-3-offres' },
  files: { open: 'item:FIC-2-ranger' },
  lesson: { open: 'lesson:joindre', pathway: 'th-mail' },
  feedback: { open: 'item:NAV-1-lien', press: 'skip' },
  paused: { open: 'item:NAV-1-lien', press: 'pause' },
  route: { open: 'route' },
  stop: { open: 'stop' },
  review: { open: 'review' },
  'result-1': { open: 'result:1' },
  'result-2': { open: 'result:2' },
  'result-3': { open: 'result:3' },
  explanation: { open: 'result:2', press: 'explain' },
  error: { content: '/nowhere/' },
};
const widths = [320, 480, 1024];
const themes = ['light', 'dark'];
const readme = ['intro', 'mail-write', 'result-2'];

const folder = process.argv[2] ?? 'screenshots';
mkdirSync(folder, { recursive: true });
mkdirSync('docs/images', { recursive: true });

const { address, close } = await serve();
const browser = await puppeteer.launch(browserOptions());

async function picture(name, width, theme) {
  const { open, pathway, press, content } = views[name];
  const page = await browser.newPage();
  await page.setViewport({ width, height: 700, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(`${address}bare/`);
  await page.evaluate(
    async (settings) => {
      const { createEmbeddedBackend } = await import('/dist/pix-diagnostic.js');
      const element = document.querySelector('pix-diagnostic');
      element.theme = settings.theme;
      if (settings.pathway) element.pathway = settings.pathway;
      if (settings.content) element.content = settings.content;
      if (settings.open) {
        element.autostart = true;
        element.backendInstance = createEmbeddedBackend({ content: '/dist/packs/socle-fr/', preview: settings.open });
      }
      const done = () => element.state !== 'loading' && (!settings.open || element.state !== 'intro');
      while (!done() || !element.shadowRoot.querySelector('[part=title]')) await new Promise(requestAnimationFrame);
    },
    { theme, open, pathway, content },
  );
  if (open?.startsWith('item:')) await waitFor(page, 'pix-diagnostic >>> [data-task]');
  if (press) await (await waitFor(page, `pix-diagnostic >>> [part~=${press}]`)).click();
  if (press === 'explain') await unfold(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  const path = join(folder, `${name}-${width}-${theme}.png`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
  return path;
}

/** Opens every part of the explanation, and its first question. */
async function unfold(page) {
  await waitFor(page, 'pix-diagnostic >>> .explanation summary');
  await page.evaluate(() => {
    const all = [...document.querySelector('pix-diagnostic').shadowRoot.querySelectorAll('.explanation details')];
    for (const details of all)
      details.open = !details.parentElement.closest('details') || !details.previousElementSibling?.matches('details');
  });
}

for (const name of Object.keys(views)) for (const width of widths) for (const theme of themes) await picture(name, width, theme);

const page = await browser.newPage();
await page.setViewport({ width: 1500, height: 400, deviceScaleFactor: 1 });
const images = readme.map((name) => `<img src="data:image/png;base64,${readFileSync(join(folder, `${name}-480-light.png`), 'base64')}">`);
await page.setContent(
  `<style>body{margin:0;padding:24px;display:flex;gap:24px;align-items:start;background:#e9ebf3}img{width:468px;border-radius:20px}</style>${images.join('')}`,
);
await page.screenshot({ path: 'docs/images/journey.png', fullPage: true });

await browser.close();
await close();
console.log(`${Object.keys(views).length * widths.length * themes.length} pictures in ${folder}, and docs/images/journey.png`);
