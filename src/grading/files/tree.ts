import type { FileEntry, FileNode, FilesTask } from '../../model/index.js';
import { clashes, freeName, sameName, tidyName } from './names.js';
import { Refused } from './refused.js';

/** Every node of the explorer, flat. A node is in the bin when it or a folder above it is marked `trashed`. */
export type Entries = readonly FileEntry[];

/** The state before the learner did anything: the tree, then what lies in the bin. */
export function initialEntries(task: Pick<FilesTask, 'nodes' | 'trashed'>): Entries {
  const flatten = (nodes: readonly FileNode[], parent: string | null): FileEntry[] =>
    nodes.flatMap(({ id, name, kind, children = [] }) => [{ id, name, kind, parent }, ...flatten(children, id)]);
  return [
    ...flatten(task.nodes, null),
    ...flatten(task.trashed ?? [], null).map((entry) => (entry.parent === null ? { ...entry, trashed: true } : entry)),
  ];
}

/** The node of that id, in the bin or not. */
export const entryOf = (entries: Entries, id: string | null): FileEntry | undefined => entries.find((entry) => entry.id === id);

/** The node of id `id` and the folders above it, nearest first; empty for the top. */
export function lineOf(entries: Entries, id: string | null): FileEntry[] {
  const line: FileEntry[] = [];
  // A response comes from a page: one that bites its tail must not hang who grades it.
  for (let entry = entryOf(entries, id); entry && !line.includes(entry); entry = entryOf(entries, entry.parent)) line.push(entry);
  return line;
}

/** The node, or a folder above it, lies in the bin. */
export const inBin = (entries: Entries, id: string | null): boolean => lineOf(entries, id).some((entry) => entry.trashed);

/** What a folder shows (`null`: the top), without what was thrown away from it. */
export const childrenOf = (entries: Entries, folder: string | null): FileEntry[] =>
  entries.filter((entry) => entry.parent === folder && !entry.trashed);

/** What the bin shows: what was thrown away, not what lies inside it. */
export const binOf = (entries: Entries): FileEntry[] => entries.filter((entry) => entry.trashed);

/**
 * The node outside the bin to which `path` leads: an id, or names from the top joined by `/` ("Logement/2026"),
 * compared without case and accents. An id comes first.
 */
export function findByPath(entries: Entries, path: string): FileEntry | undefined {
  const entry = entryOf(entries, path);
  if (entry) return inBin(entries, path) ? undefined : entry;
  return path
    .split('/')
    .reduce<FileEntry[]>(
      (above, name, depth) =>
        (depth ? above.map(({ id }): string | null => id) : [null]).flatMap((folder) =>
          childrenOf(entries, folder).filter((child) => sameName(child.name, name)),
        ),
      [],
    )[0];
}

/** Puts `id` into `folder` (`null`: the top), out of the bin if it was there. @throws {Refused} `name-taken`, `into-itself`, `not-there`. */
export function moveEntry(entries: Entries, id: string, folder: string | null): Entries {
  const entry = known(entries, id);
  checkFolder(entries, folder);
  checkNotInside(entries, entry, folder);
  if (entry.parent === folder && !entry.trashed) return entries;
  checkFree(entries, folder, entry.name, id);
  return replace(entries, id, { ...withoutTrashed(entry), parent: folder });
}

/** Gives `id` another name. @throws {Refused} `name-empty`, `name-forbidden`, `name-taken`, `not-there`. */
export function renameEntry(entries: Entries, id: string, name: string): Entries {
  const entry = known(entries, id);
  const tidy = tidyName(name);
  if (tidy === entry.name) return entries;
  checkFree(entries, entry.parent, tidy, id);
  return replace(entries, id, { ...entry, name: tidy });
}

/** Adds an empty folder to `folder` (`null`: the top), as `new-1`, `new-2` … @throws {Refused} `name-empty`, `name-forbidden`, `name-taken`, `not-there`. */
export function createFolder(entries: Entries, name: string, folder: string | null): Entries {
  const tidy = tidyName(name);
  checkFolder(entries, folder);
  checkFree(entries, folder, tidy);
  return [...entries, { id: `new-${nextNumber(entries, 'new')}`, name: tidy, kind: 'folder', parent: folder }];
}

/**
 * Adds a copy of `id`, with all it contains, to `folder` (`null`: the top), as `copy-1`, `copy-2` … ; the copy itself comes first.
 * It is called "Copie de …" where its name is taken. @throws {Refused} `into-itself`, `not-there`.
 */
export function copyEntry(entries: Entries, id: string, folder: string | null): Entries {
  const entry = living(entries, id);
  checkFolder(entries, folder);
  checkNotInside(entries, entry, folder);
  const taken = (name: string): boolean => isTaken(entries, folder, name);
  const name = taken(entry.name) ? freeName(`Copie de ${entry.name.replace(/^Copie de /, '')}`, taken) : entry.name;
  let number = nextNumber(entries, 'copy');
  const copies = (source: FileEntry, parent: string | null): FileEntry[] => {
    const copy: FileEntry = { id: `copy-${number++}`, name: source.name, kind: source.kind, parent, copyOf: source.copyOf ?? source.id };
    return [copy, ...childrenOf(entries, source.id).flatMap((child) => copies(child, copy.id))];
  };
  return [...entries, ...copies({ ...entry, name }, folder)];
}

/** Throws `id` away, with all it contains. Nothing ever leaves the bin but by {@link restoreEntry} or {@link moveEntry}. @throws {Refused} `not-there`. */
export function trashEntry(entries: Entries, id: string): Entries {
  return replace(entries, id, { ...living(entries, id), trashed: true });
}

/**
 * Takes `id` out of the bin, back to its folder, or to the nearest one above that is not in the bin;
 * its name gets a number where it is taken. @throws {Refused} `not-there`.
 */
export function restoreEntry(entries: Entries, id: string): Entries {
  const entry = known(entries, id);
  if (!inBin(entries, id)) return entries;
  const above = lineOf(entries, entry.parent);
  const parent = above[above.findLastIndex((folder) => folder.trashed) + 1]?.id ?? null;
  const name = freeName(entry.name, (candidate) => isTaken(entries, parent, candidate, id));
  return replace(entries, id, { ...withoutTrashed(entry), parent, name });
}

const replace = (entries: Entries, id: string, entry: FileEntry): Entries => entries.map((other) => (other.id === id ? entry : other));

const withoutTrashed = ({ trashed: _, ...entry }: FileEntry): FileEntry => entry;

const isTaken = (entries: Entries, folder: string | null, name: string, except?: string): boolean =>
  childrenOf(entries, folder).some((sibling) => sibling.id !== except && clashes(sibling.name, name));

function nextNumber(entries: Entries, prefix: string): number {
  const numbers = entries.map(({ id }) => (id.startsWith(`${prefix}-`) ? Number(id.slice(prefix.length + 1)) || 0 : 0));
  return Math.max(0, ...numbers) + 1;
}

function known(entries: Entries, id: string): FileEntry {
  const entry = entryOf(entries, id);
  if (!entry) throw new Refused('not-there', id);
  return entry;
}

function living(entries: Entries, id: string): FileEntry {
  if (inBin(entries, id)) throw new Refused('not-there', id);
  return known(entries, id);
}

function checkFolder(entries: Entries, folder: string | null): void {
  if (folder !== null && living(entries, folder).kind !== 'folder') throw new Refused('not-there', folder);
}

function checkFree(entries: Entries, folder: string | null, name: string, except?: string): void {
  if (isTaken(entries, folder, name, except)) throw new Refused('name-taken', name);
}

function checkNotInside(entries: Entries, entry: FileEntry, folder: string | null): void {
  if (lineOf(entries, folder).some(({ id }) => id === entry.id)) throw new Refused('into-itself', entry.name);
}
