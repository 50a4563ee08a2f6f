import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/server/database/open.js';
import { createShelf } from '../../src/server/shelf.js';
import { memoryDatabase } from '../support/memory-database.js';
import { items, pack } from '../support/small-pack.js';
import { launchToken, openHouse, page } from '../server/house.js';
import type { Home } from './afternoon.js';

/** The small pack as files, where a service reads it. */
async function packFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-faults-'));
  await mkdir(join(folder, 'items'));
  await writeFile(join(folder, 'pack.json'), JSON.stringify(pack));
  for (const [id, item] of items) await writeFile(join(folder, 'items', `${encodeURIComponent(id)}.json`), JSON.stringify(item));
  return folder;
}

/**
 * The service itself: two processes take turns on one database.
 * @param url of a PostgreSQL; the database inside unless given.
 */
export async function realHome(url?: string): Promise<Home> {
  const [db, folder] = await Promise.all([url === undefined ? memoryDatabase() : openDatabase({ url }), packFolder()]);
  // An afternoon takes a moment here: nobody could ask so fast.
  const parts = { shelf: await createShelf([folder]), limiter: { wait: () => 0 } };
  const houses = [await openHouse(db, parts), await openHouse(db, parts)];
  const { partners } = houses[0]!.service;
  const pathways = pack.pathways.map(({ id }) => id);
  await partners.write('mission', { ...(await partners.find('mission')).settings, pathways });
  await partners.write('demo', { name: 'Démonstration', origins: [page], launch: 'open', pathways });
  let turn = 0;
  return {
    service: async (request) => {
      const { pathname, search } = new URL(request.url);
      const headers = new Headers(request.headers);
      headers.set('origin', page);
      const body = await request.text();
      return houses[turn++ % 2]!.app.request(pathname + search, { method: request.method, headers, ...(body && { body }) });
    },
    launchFor: (sub) => () => launchToken({ claims: { sub } }),
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true });
    },
  };
}
