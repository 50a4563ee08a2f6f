import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePack } from '../../src/content/index.js';
import { readPack, writePack } from '../../src/content/read.js';
import type { Item } from '../../src/model/index.js';

/** The pack of the package, compiled in a folder of its own. */
export interface ServerPack {
  readonly folder: string;
  readonly items: ReadonlyMap<string, Item>;
}

export async function compileServerPack(): Promise<ServerPack> {
  const compiled = await compilePack(await readPack(fileURLToPath(new URL('../../src/content/packs/socle-fr', import.meta.url))));
  const folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-pack-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await writePack(folder, compiled);
  return { folder, items: new Map(compiled.items.map((item) => [item.id, item])) };
}
