import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledPack } from './compile.js';
import { splitPack } from './split.js';

/**
 * The YAML files of a pack's folder, by their paths inside it, with `/`.
 * @throws if the folder cannot be read.
 */
export async function readPack(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path.replaceAll('\\', '/'), await readFile(join(folder, path), 'utf8')] as const)),
  );
}

/**
 * Writes a compiled pack as compact JSON: `pack.json`, `rest.json` and `items/<id>.json`. Items of an earlier compilation are removed.
 * @throws if the folder cannot be written.
 */
export async function writePack(folder: string, { index, items }: Pick<CompiledPack, 'index' | 'items'>): Promise<void> {
  await rm(join(folder, 'items'), { recursive: true, force: true });
  await mkdir(join(folder, 'items'), { recursive: true });
  const write = (path: string, value: unknown): Promise<void> => writeFile(join(folder, path), JSON.stringify(value));
  const { front, rest } = splitPack(index);
  await Promise.all([write('pack.json', front), write('rest.json', rest), ...items.map((item) => write(`items/${item.id}.json`, item))]);
}
