import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../../src/server/database/open.js';
import type { Database } from '../../src/server/database/schema.js';

const folder = join(tmpdir(), 'pix-diagnostic-pglite-0.5.16');

/** To make an empty PGlite takes seconds: it is made once for the machine, then read. */
async function emptyData(): Promise<Blob> {
  const file = join(folder, 'empty.tar');
  const known = await readFile(file).catch(() => undefined);
  if (known) return new Blob([new Uint8Array(known)]);
  const pglite = await PGlite.create();
  const data = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(folder, { recursive: true });
  const own = `${file}.${process.pid}`;
  await writeFile(own, Buffer.from(await data.arrayBuffer()));
  await rename(own, file);
  return data;
}

/** An empty PGlite in memory. */
export const memoryDatabase = async (): Promise<Database> => openDatabase({ memory: await emptyData() });
