import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { openDatabase } from '../../src/server/database/open.js';
import { createShelf } from '../../src/server/shelf.js';
import { faultsOfResponse } from '../support/answers.js';
import { memoryDatabase } from '../support/memory-database.js';
import { operationOf } from '../support/service-rig.js';
import { items, pack } from '../support/small-pack.js';
import { buildHouse, launchToken, openHouse, page, type House } from '../server/house.js';
import { homeClock, type Home } from './home.js';
import { seeded } from './random.js';

/** The small pack as files, where a service reads it. */
async function packFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-faults-'));
  await mkdir(join(folder, 'items'));
  await writeFile(join(folder, 'pack.json'), JSON.stringify(pack));
  for (const [id, item] of items) await writeFile(join(folder, 'items', `${encodeURIComponent(id)}.json`), JSON.stringify(item));
  return folder;
}

/** A process's way to the database: once it is dead, nothing that it still does reaches it. */
interface Lifeline {
  readonly dead: boolean;
  readonly plugin: KyselyPlugin;
  /** Dies at the nth query from now. */
  dieAt(query: number): void;
}

function lifeline(): Lifeline {
  let left = Infinity;
  return {
    get dead() {
      return left < 0;
    },
    plugin: {
      transformQuery({ node }) {
        if (--left < 0) throw new Error('This process is dead.');
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    },
    dieAt: (query) => void (left = query),
  };
}

const gone = (): Error => new TypeError('The connection was closed.');

async function checkAnswer(request: Request, response: Response): Promise<void> {
  const { id } = operationOf(request);
  const faults = await faultsOfResponse(id, response);
  if (faults.length) throw new Error(`not what the contract says: ${faults.join(', ')}: ${(await response.clone().text()).slice(0, 500)}`);
}

/**
 * The service itself: two processes take turns on one database, and may be stopped or killed at any request.
 * @param url of a PostgreSQL; the database inside unless given.
 */
export async function realHome(url?: string): Promise<Home> {
  const [db, folder] = await Promise.all([url === undefined ? memoryDatabase() : openDatabase({ url }), packFolder()]);
  const clock = homeClock();
  let draw = seeded(0);
  // An afternoon takes a moment here: nobody could ask so fast.
  const parts = {
    shelf: await createShelf([folder]),
    limiter: { wait: () => 0 },
    now: () => new Date(clock.now()),
    seed: () => Math.floor(draw() * 2 ** 32),
  };
  const { service } = await openHouse(db, parts);
  const pathways = pack.pathways.map(({ id }) => id);
  await service.partners.write('mission', { ...(await service.partners.find('mission')).settings, pathways });
  await service.partners.write('demo', { name: 'Démonstration', origins: [page], launch: 'open', pathways });

  const start = async (): Promise<{ readonly house: House; readonly line: Lifeline }> => {
    const line = lifeline();
    return { house: await buildHouse(db.withPlugin(line.plugin), parts), line };
  };
  let processes = [await start(), await start()];
  let turn = 0;
  return {
    clock,
    async begin(afternoon, time) {
      clock.follow(time);
      draw = seeded(afternoon);
      turn = 0;
      processes = [await start(), await start()];
    },
    async service(request, mishap) {
      const { pathname, search } = new URL(request.url);
      const headers = new Headers(request.headers);
      headers.set('origin', page);
      const body = await request.clone().text();
      const which = turn++ % processes.length;
      const { house, line } = processes[which]!;
      if (line.dead) throw gone();
      if (typeof mishap === 'object') line.dieAt(mishap.diesAtQuery);
      const response = await house.app.request(pathname + search, { method: request.method, headers, ...(body && { body }) });
      const died = line.dead || (mishap !== undefined && mishap !== 'restarts');
      if (died) line.dieAt(-1);
      if (mishap) processes[which] = await start();
      if (died) throw gone();
      await checkAnswer(request, response);
      return response;
    },
    launchFor: (sub) => () => launchToken({ claims: { sub }, issuedAt: clock.now() / 1000 }),
    log: (session) =>
      db
        .selectFrom('submissions')
        .select(['id', 'sequence', 'item', 'response'])
        .where('session_id', '=', session)
        .orderBy('sequence')
        .execute(),
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true });
    },
  };
}
