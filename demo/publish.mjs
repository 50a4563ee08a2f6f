// Makes the demo portals as files that any static host can serve, below any path: node demo/publish.mjs [folder]. Build
// first. What the demo server adds is in the files: the policy in each page, and the service in the page, behind a worker.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { strictPolicy } from './serve.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const pages = ['.', 'bare', 'e2c', 'unis-cite', 'sma', 'shared'];

/** The strict policy, and what a worker with the service asks for. */
const policy = `${strictPolicy} default; worker-src 'self'`;

/** A page or a script whose addresses are relative to where it is. */
function relative(text, up, type) {
  if (type === '.js') return text.replaceAll("from '/", `from '${up}`);
  return text
    .replaceAll(/(src|href)="\/(?!\/)/g, `$1="${up}`)
    .replace('<meta charset="utf-8" />', `$&<meta http-equiv="content-security-policy" content="${policy}" />`);
}

async function copyFolder(name, folder) {
  await mkdir(join(folder, name), { recursive: true });
  for (const entry of await readdir(join(here, name), { withFileTypes: true })) {
    const type = extname(entry.name);
    if (!entry.isFile() || type === '.mjs') continue;
    const [from, to] = [join(here, name, entry.name), join(folder, name, entry.name)];
    if (type === '.html' || type === '.js') await writeFile(to, relative(await readFile(from, 'utf8'), name === '.' ? './' : '../', type));
    else await cp(from, to);
  }
}

/** @param folder is emptied first. */
export async function publish(folder) {
  await rm(folder, { recursive: true, force: true });
  for (const name of pages) await copyFolder(name, folder);
  for (const name of ['pix-diagnostic.js', 'chunks', 'packs'])
    await cp(join(dist, name), join(folder, 'dist', name), { recursive: true, filter: (file) => !file.endsWith('.map') });
  await cp(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), join(folder, 'mockServiceWorker.js'));
  await build({
    entryPoints: [join(here, 'published/service.js')],
    outdir: join(folder, 'shared'),
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: 'service-[hash]',
    // The package says which of its files do something when imported; esbuild tells of each other one.
    logLevel: 'error',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? 'site';
  await publish(folder);
  console.log(`The demonstration as files: ${folder}/`);
}
