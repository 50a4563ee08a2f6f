import { stat } from 'node:fs/promises';
import { compilePack, type CompiledPack } from '../content/index.js';
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
