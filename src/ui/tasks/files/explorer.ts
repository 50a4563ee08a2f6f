import type { FileEntry, FileNode, FilesCommand, FilesTask, Text, Voice } from '../../../model/index.js';
import { binOf, childrenOf, inBin, lineOf, type Entries } from '../../../grading/files/tree.js';
import { splitName } from '../../../grading/files/names.js';
import { normalise } from '../../../grading/words.js';
import type { FilesPhrase } from './phrases.js';

export type Command = Exclude<FilesCommand, 'search'> | 'open' | 'restore' | 'undo' | 'cut' | 'clip' | 'paste';

/** The window in front of the explorer; `error` is what was wrong with the last try. */
export type OpenWindow =
  | { readonly kind: 'name'; readonly id?: string; readonly value: string; readonly error?: string; readonly warned?: boolean }
  | { readonly kind: 'pick'; readonly command: 'move' | 'copy'; readonly id: string; readonly error?: string }
  | { readonly kind: 'preview'; readonly id: string };

/** What the templates of the explorer draw, and what they ask for. */
export interface Explorer {
  readonly task: FilesTask;
  readonly voice: Voice;
  readonly disabled: boolean;
  readonly entries: Entries;
  /** Folder on screen; `null`: the top. */
  readonly folder: string | null;
  /** The bin is on screen instead. */
  readonly bin: boolean;
  /** Words looked for; results are on screen when there are any. */
  readonly words: string;
  readonly selected: string | undefined;
  /** What was cut or copied and can be pasted. */
  readonly clip: { readonly command: 'move' | 'copy'; readonly id: string } | undefined;
  readonly window: OpenWindow | undefined;
  readonly status: string;
  readonly canUndo: boolean;
  text(key: FilesPhrase, parameters?: Readonly<Record<string, string | number>>): string;
  /** What is in a file. */
  preview(text: Text | undefined): unknown;
  /** Kilobytes in words. */
  size(kilobytes: number): string;
  readonly updateComplete: Promise<boolean>;
  select(id: string | undefined): void;
  go(folder: string | null): void;
  showBin(): void;
  seek(words: string): void;
  run(command: Command, id?: string): void;
  /** Moves or copies a node, and says why not when that cannot be. */
  put(command: 'move' | 'copy', id: string, folder: string | null): string | undefined;
  /** Takes the name typed in the window. */
  submitName(name: string): void;
  /** Takes the folder picked in the window; `undefined`: none. */
  submitFolder(folder: string | null | undefined): void;
}

/** Whether the task lets the learner do this. */
export const allows = ({ commands }: FilesTask, command: FilesCommand): boolean => commands?.includes(command) ?? true;

/** There is something to throw away or to take back. */
export const hasBin = (task: FilesTask): boolean => allows(task, 'delete') || Boolean(task.trashed?.length);

/** What a task must allow for a command that goes by another name. */
const same: Partial<Record<Command, FilesCommand>> = { cut: 'move', clip: 'copy' };

/** Whether the learner can do this here. */
export function offers({ task, bin, clip }: Pick<Explorer, 'task' | 'bin' | 'clip'>, command: Command): boolean {
  if (command === 'undo') return true;
  if (command === 'paste') return clip !== undefined;
  if (bin || command === 'restore') return bin && command === 'restore';
  return command === 'open' || allows(task, same[command] ?? (command as FilesCommand));
}

/** The nodes on screen: folders first, then by name. */
export function rowsOf({
  entries,
  folder,
  bin,
  words,
  voice,
}: Pick<Explorer, 'entries' | 'folder' | 'bin' | 'words' | 'voice'>): FileEntry[] {
  const rows = bin ? binOf(entries) : words ? matches(entries, words) : childrenOf(entries, folder);
  return rows.sort(
    (a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || a.name.localeCompare(b.name, voice.language, { numeric: true }),
  );
}

function matches(entries: Entries, words: string): FileEntry[] {
  const wanted = normalise(words).split(' ');
  return entries.filter(({ id, name }) => !inBin(entries, id) && wanted.every((word) => normalise(name).includes(word)));
}

/** The name of a folder as shown; `null`: the top. */
export const placeName = ({ task, entries }: Pick<Explorer, 'task' | 'entries'>, folder: string | null): string =>
  lineOf(entries, folder)[0]?.name ?? task.root;

/** Names from the top down to the folder, "Mes fichiers › Logement". */
export const pathName = ({ task, entries }: Pick<Explorer, 'task' | 'entries'>, folder: string | null): string =>
  [
    task.root,
    ...lineOf(entries, folder)
      .reverse()
      .map(({ name }) => name),
  ].join(' › ');

/** What the task tells about a node or about what it is a copy of; nothing of a new folder. */
export function nodeOf(task: FilesTask, { id, copyOf = id }: FileEntry): FileNode | undefined {
  const search = (nodes: readonly FileNode[]): FileNode | undefined => {
    for (const node of nodes) {
      const found = node.id === copyOf ? node : search(node.children ?? []);
      if (found) return found;
    }
    return undefined;
  };
  return search([...task.nodes, ...(task.trashed ?? [])]);
}

/** Date and size of a node, in words; empty when unknown. */
export function facts(
  { task, text, size }: Pick<Explorer, 'task' | 'text' | 'size'>,
  entry: FileEntry,
): readonly [date: string, size: string] {
  const node = nodeOf(task, entry);
  const date = node ? (node.date ?? '') : text('now');
  if (node?.size === undefined) return [date, ''];
  return [date, size(node.size)];
}

/** The ending that `entry` would lose under this name; empty when it keeps it. */
export function lostEnding(entry: FileEntry, name: string): string {
  const ending = entry.kind === 'file' ? splitName(entry.name)[1] : '';
  return name.trim().toLowerCase().endsWith(ending.toLowerCase()) ? '' : ending;
}
