import {
  copyEntry,
  createFolder,
  entryOf,
  initialEntries,
  lineOf,
  moveEntry,
  renameEntry,
  restoreEntry,
  trashEntry,
  type Entries,
} from '../../../src/grading/files/tree.js';
import type { FileEntry, FilesTask } from '../../../src/model/index.js';
import type { Hands } from '../hands.js';
import type { Solve } from './index.js';

/** Opens, creates, restores, copies, moves, renames and throws away until the files are as wanted. */
export const files: Solve<'files'> = async (hands, task, { entries: wanted, opened }) => {
  const explorer = walkThrough(hands, task);
  for (const id of opened) await explorer.read(id);
  for (const { name, parent } of made(wanted, 'new-')) await explorer.create(name, parent);
  for (const { id, copyOf, parent, name } of made(wanted, 'copy-')) {
    // What is inside a copied folder comes with it.
    if (explorer.has(id) || copyOf === undefined) continue;
    await explorer.copy(copyOf, parent);
    await explorer.rename(id, name);
  }
  for (const { id, name, parent, trashed = false } of wanted) {
    if (!trashed) await explorer.restore(id);
    await explorer.move(id, parent);
    await explorer.rename(id, name);
    if (trashed) await explorer.discard(id);
  }
};

const made = (entries: Entries, prefix: string): readonly FileEntry[] =>
  entries.filter(({ id }) => id.startsWith(prefix)).sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));

/** What lies where, where the learner is, and what can be done there. */
function walkThrough(hands: Hands, task: FilesTask) {
  let entries = initialEntries(task);
  let here = task.start ?? null;

  const pathOf = (folder: string | null): readonly (string | null)[] => [
    null,
    ...lineOf(entries, folder)
      .map(({ id }) => id)
      .reverse(),
  ];
  const entry = (id: string): FileEntry => {
    const found = entryOf(entries, id);
    if (!found) throw new Error(`There is no node ${id}.`);
    return found;
  };

  const select = (id: string): Promise<void> => hands.choose(`input[name=row][value="${id}"]`);

  const goTo = async (folder: string | null): Promise<void> => {
    const path = pathOf(folder);
    const now = pathOf(here);
    const shared = path.filter((id, i) => now[i] === id);
    if (shared.length < now.length) await hands.press(`.path li:nth-child(${shared.length}) button`);
    for (const id of path.slice(shared.length)) {
      if (id === null) continue;
      await select(id);
      await hands.press('.chip.open');
      await hands.see({ css: '.here', text: entry(id).name });
    }
    here = folder;
  };

  /** Goes where the node lies, chooses it and gives a command. */
  const command = async (name: string, id: string): Promise<void> => {
    await goTo(entry(id).parent);
    await select(id);
    await hands.press(`.chip.${name}`);
  };

  const confirm = (): Promise<void> => hands.press('dialog .button.primary');
  const pick = async (folder: string | null): Promise<void> => {
    await hands.choose(`dialog input[name=to][value="${folder ?? ''}"]`);
    await confirm();
  };

  return {
    has: (id: string): boolean => entryOf(entries, id) !== undefined,

    async read(id: string): Promise<void> {
      await command('open', id);
      await hands.press('dialog .button');
    },

    async create(name: string, folder: string | null): Promise<void> {
      await goTo(folder);
      await hands.press('.chip.create');
      await hands.write('dialog input[name=name]', name);
      await confirm();
      entries = createFolder(entries, name, folder);
    },

    async copy(id: string, folder: string | null): Promise<void> {
      await command('copy', id);
      await pick(folder);
      entries = copyEntry(entries, id, folder);
    },

    async restore(id: string): Promise<void> {
      if (!entry(id).trashed) return;
      await hands.press('.status .bin');
      await select(id);
      await hands.press('.chip.restore');
      await hands.press('.path .crumb');
      entries = restoreEntry(entries, id);
    },

    async move(id: string, folder: string | null): Promise<void> {
      if (entry(id).parent === folder) return;
      await command('move', id);
      await pick(folder);
      entries = moveEntry(entries, id, folder);
    },

    async rename(id: string, name: string): Promise<void> {
      if (entry(id).name === name) return;
      await command('rename', id);
      await hands.write('dialog input[name=name]', name);
      await confirm();
      entries = renameEntry(entries, id, name);
    },

    async discard(id: string): Promise<void> {
      if (entry(id).trashed) return;
      await command('delete', id);
      entries = trashEntry(entries, id);
    },
  };
}
