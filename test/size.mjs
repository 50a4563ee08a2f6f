// Weighs what the build made, in bytes after brotli, against the budgets; fails when one is exceeded. Build first.
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { serve } from '../demo/serve.mjs';
import { browserOptions } from './support/find-browser.mjs';
import { waitFor } from './support/find-part.mjs';

const kilo = 1000;
const budgets = { firstQuestion: 32 * kilo, requests: 6, engine: 6 * kilo, task: 8 * kilo, verify: 2 * kilo };

const chunks = readdirSync('dist/chunks').filter((file) => file.endsWith('.js'));
const weigh = (file) => brotliCompressSync(readFileSync(file)).length;
const chunk = (start) => chunks.filter((file) => file.startsWith(start)).reduce((sum, file) => sum + weigh(`dist/chunks/${file}`), 0);

const tasks = {
  choice: 'choice-task',
  order: 'order-task',
  match: 'match-task',
  text: 'text-task',
  mail: 'mail-task',
  files: 'files-task',
};

/** The chunk and all that it imports, but the core and the rules. What it fetches by itself later is the English of its words. */
function needed(entry) {
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file) || /^(core|\w+-rules)-/.test(file)) return;
    seen.add(file);
    const code = readFileSync(`dist/chunks/${file}`, 'utf8');
    for (const [, imported] of code.matchAll(/\bfrom"\.\/([^"]+\.js)"/g)) follow(imported);
    const later = [...code.matchAll(/\bimport\("\.\/([^"]+\.js)"\)/g)].map(([, imported]) => imported);
    const unweighed = later.filter((imported) => !/^\w+-english-/.test(imported));
    if (unweighed.length) throw new Error(`${file} also fetches ${unweighed.join(', ')}: weigh it.`);
  };
  for (const file of chunks.filter((name) => name.startsWith(`${entry}-`))) follow(file);
  return [...seen].reduce((sum, file) => sum + weigh(`dist/chunks/${file}`), 0);
}

/** What a page with nothing but the tag downloads until the first question can be answered. */
async function firstQuestion() {
  const { address, close } = await serve();
  const browser = await puppeteer.launch(browserOptions());
  try {
    const page = await browser.newPage();
    const wire = [];
    page.on('response', (response) => {
      // A browser without a window asks for an icon that the page does not name; a page's own icon is not the widget's.
      if (response.url().endsWith('/favicon.ico')) return;
      wire.push({ file: response.url().replace(address, '/'), bytes: Number(response.headers()['content-length'] ?? 0) });
    });
    await page.goto(`${address}bare/`);
    const start = await waitFor(page, 'pix-diagnostic >>> [part~=start]');
    // What is asked for once the question can be answered is for later ones.
    const usable = waitFor(page, 'pix-diagnostic >>> [data-task]').then(() => [...wire]);
    await start.click();
    return await usable;
  } finally {
    await browser.close();
    await close();
  }
}

const list = await firstQuestion();
console.log('To the first question, on a page with nothing but the tag:');
console.table(list);

const rows = [
  { what: 'bytes to the first question', bytes: list.reduce((sum, { bytes }) => sum + bytes, 0), budget: budgets.firstQuestion },
  { what: 'requests to the first question', bytes: list.length, budget: budgets.requests },
  { what: 'engine', bytes: chunk('engine-'), budget: budgets.engine },
  { what: 'verify', bytes: weigh('dist/verify.js'), budget: budgets.verify },
  // What one question of the type brings with it, beside the core and what the first answer is graded with.
  ...Object.entries(tasks).map(([what, entry]) => ({
    what: `one question: ${what}`,
    bytes: needed(entry),
    budget: budgets.task,
  })),
  // On top of it in English, and the rules of a type when its first answer is graded in the page.
  ...['mail-english', 'files-english', 'mail-rules', 'files-rules'].map((name) => ({
    what: name,
    bytes: chunk(`${name}-`),
    budget: budgets.task,
  })),
].map((row) => ({ ...row, ok: row.bytes > 0 && row.bytes <= row.budget }));
console.table(rows);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
