import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConductor, type Conductor } from '../backend/run/conductor.js';
import { isWhole, parseItem, parsePack } from '../content/pack.js';
import type { Item } from '../model/index.js';
import { Problem } from './http/problem.js';
import type { Shelf } from './service.js';

const readJson = async (folder: string, name: string): Promise<unknown> => {
  const file = join(folder, name);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file} cannot be read: ${reason}. Compile the pack there: pix-diagnostic compile <folder> --out ${folder}`, {
      cause,
    });
  }
};

/** A pack with all its items, so that a file that is missing is known at the start and not in the middle of a session. */
async function readPack(folder: string): Promise<readonly [version: string, conductor: Conductor]> {
  const front = await readJson(folder, 'pack.json');
  const pack = parsePack(front, isWhole(front) ? undefined : await readJson(folder, 'rest.json'));
  const items = new Map<string, Item>();
  for (const { id } of pack.items) items.set(id, parseItem(await readJson(folder, `items/${encodeURIComponent(id)}.json`)));
  const conductor = createConductor({
    pack,
    item: (id) => {
      const item = items.get(id);
      return item ? Promise.resolve(item) : Promise.reject(new Problem('item-not-asked', { detail: `The pack has no item "${id}".` }));
    },
    engine: () => import('../engine/index.js'),
  });
  return [`${pack.id}@${pack.version}`, conductor];
}

/**
 * The compiled packs of some folders. New sessions get the first one; sessions that began with another one go on with it.
 * @throws Error when a pack cannot be read.
 */
export async function createShelf(folders: readonly string[]): Promise<Shelf> {
  const packs = new Map(await Promise.all(folders.map(readPack)));
  const [current] = packs.keys();
  if (current === undefined) throw new Error('The service needs at least one compiled pack.');
  return {
    current,
    versions: [...packs.keys()],
    conductor(version) {
      const conductor = packs.get(version);
      if (conductor) return conductor;
      throw new Problem('unavailable', {
        detail: `The service does not have the pack ${version}, with which this session began. Start it with --pack for that one too.`,
        retryAfter: 60,
      });
    },
  };
}
