import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePack, isWhole, parsePack, type CompiledPack } from '../content/index.js';
import { readPack } from '../content/read.js';
import { UsageError } from './usage.js';

/**
 * The pack of a folder, compiled.
 * @throws {UsageError} if it is not a folder.
 */
export async function loadPack(folder: string): Promise<CompiledPack> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`${folder} is not a folder.`);
  return compilePack(await readPack(folder));
}

/**
 * The index of a pack, from its sources (with the problems found in them) or as it was compiled.
 * @throws {UsageError} if the folder is not one, or its pack.json or rest.json cannot be used.
 */
export async function loadIndex(folder: string): Promise<Pick<CompiledPack, 'index' | 'problems'>> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const compiled = await read('pack.json').catch(() => undefined);
  if (compiled === undefined) return loadPack(folder);
  try {
    const front: unknown = JSON.parse(compiled);
    return { index: parsePack(front, isWhole(front) ? undefined : JSON.parse(await read('rest.json'))), problems: [] };
  } catch (error) {
    throw new UsageError(`${join(folder, 'pack.json')} cannot be used: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
