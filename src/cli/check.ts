import type { Pack } from '../model/index.js';
import { loadPack } from './load.js';
import { count, hasErrors, problemLines, tally } from './print-problems.js';
import { onlyFolder, readArguments } from './usage.js';

const help = `pix-diagnostic check <folder>

Checks the files of a pack (pack.yaml, subjects/, pathways/) and prints each problem as
  file:line:column  what is wrong — what to do
then the number of items by subject and level. Exit status 1 when there are errors.
`;

/** Checks the pack of a folder and prints what is to be corrected. Returns the exit status. */
export async function check(parameters: string[]): Promise<number> {
  const { words, values } = readArguments(parameters, {});
  if (values['help']) {
    process.stdout.write(help);
    return 0;
  }
  const folder = onlyFolder(words);
  const { index, problems } = await loadPack(folder);
  process.stdout.write(`${problemLines(folder, problems)}${problems.length > 0 ? '\n' : ''}${itemCounts(index)}\n${tally(problems)}\n`);
  return hasErrors(problems) ? 1 : 0;
}

/** A table of sound items: a line for each subject, a column for each level. */
function itemCounts({ subjects, items, pathways }: Pack): string {
  const depth = Math.max(1, ...subjects.map(({ levels }) => levels), ...items.map(({ level }) => level));
  const levels = Array.from({ length: depth }, (_, i) => i + 1);
  const line = (name: string, cells: readonly (string | number)[]): string =>
    `${name.padEnd(8)}${cells.map((cell) => String(cell).padStart(6)).join('')}\n`;
  const counts = (wanted: (subject: string) => boolean): number[] => {
    const own = items.filter(({ subject }) => wanted(subject));
    return [...levels.map((wantedLevel) => own.filter(({ level }) => level === wantedLevel).length), own.length];
  };
  return (
    line('Items', [...levels.map((level) => `L${level}`), 'all']) +
    subjects
      .map(({ id }) =>
        line(
          id,
          counts((subject) => subject === id),
        ),
      )
      .join('') +
    line(
      'All',
      counts(() => true),
    ) +
    count(pathways.length, 'pathway')
  );
}
