import type { FileEntry, FilesRule } from '../../model/index.js';
import type { Evaluate } from '../evaluate.js';
import { sameName } from '../files/names.js';
import { type Entries, entryOf, inBin, initialEntries, lineOf } from '../files/tree.js';
import { mentions } from '../words.js';

/** Does the end state of the explorer satisfy `rule`? A node or folder that does not exist never does. */
export const evaluate: Evaluate<'files'> = (rule: FilesRule, { entries, opened }, task) => {
  switch (rule.kind) {
    case 'at':
      return [rule.node].flat().some((node) => isIn(entries, entryOf(entries, node), rule.folder));
    case 'named': {
      const entry = entryOf(entries, rule.node);
      return entry !== undefined && rule.names.some((name) => sameName(name, entry.name));
    }
    case 'name-mentions': {
      const name = entryOf(entries, rule.node)?.name;
      return name !== undefined && mentions(name, rule.ideas) && name.toLowerCase().endsWith((rule.ending ?? '').toLowerCase());
    }
    case 'folder':
      return entries.some(
        (entry) => entry.kind === 'folder' && rule.names.some((name) => sameName(name, entry.name)) && isIn(entries, entry, rule.parent),
      );
    case 'copied': {
      const before = entryOf(initialEntries(task), rule.node);
      return (
        before !== undefined &&
        isIn(entries, entryOf(entries, rule.node), before.parent) &&
        entries.some((entry) => entry.copyOf === rule.node && [rule.folder].flat().some((folder) => isIn(entries, entry, folder)))
      );
    }
    case 'holds':
      return entries.filter((entry) => isIn(entries, entry, rule.folder)).length === rule.count;
    case 'trashed':
      return rule.nodes.every((node) => inBin(entries, node));
    case 'restored':
      return entryOf(entries, rule.node) !== undefined && !inBin(entries, rule.node);
    case 'opened':
      return opened.at(-1) === rule.node;
    case 'intact': {
      const first = initialEntries(task);
      return first.every(({ id, name, parent }) => {
        if (rule.except?.includes(id)) return true;
        const now = entryOf(entries, id);
        return now?.name === name && now.parent === parent && inBin(entries, id) === inBin(first, id);
      });
    }
  }
};

/** `entry` is outside the bin, in the folder that is meant by id, by `null` (the top) or by names from the top. */
function isIn(entries: Entries, entry: FileEntry | undefined, folder: string | null): boolean {
  if (!entry || inBin(entries, entry.id)) return false;
  if (folder === null || entryOf(entries, folder)) return entry.parent === folder;
  const names = folder.split('/').reverse();
  const line = lineOf(entries, entry.parent);
  return line.length === names.length && line.every(({ name }, i) => sameName(name, names[i] ?? ''));
}
