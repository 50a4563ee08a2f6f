import { fileURLToPath } from 'node:url';
import { readPack } from '../../src/content/read.js';

/** A small pack without a fault: one subject with an item of each type, two pathways. */
export const fixture = fileURLToPath(new URL('./fixture/', import.meta.url));

/** What an author changes: in `file`, the words `find` (there once) become `put`. A change without `find` writes the whole file. */
export interface Change {
  readonly file: string;
  readonly find?: string;
  readonly put: string;
}

/** The texts of the fixture's files, one of them changed. */
export async function changedPack({ file, find, put }: Change): Promise<Map<string, string>> {
  const sources = await readPack(fixture);
  const text = sources.get(file) ?? '';
  if (find !== undefined && text.split(find).length !== 2) throw new Error(`"${find}" is not there exactly once`);
  return sources.set(file, find === undefined ? put : text.replace(find, () => put));
}
