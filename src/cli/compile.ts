import { writePack } from '../content/read.js';
import { loadPack } from './load.js';
import { count, hasErrors, problemLines, tally } from './print-problems.js';
import { onlyFolder, readArguments, UsageError } from './usage.js';

const help = `pix-diagnostic compile <folder> --out <folder>

Checks the files of a pack and writes the compiled pack: <out>/pack.json, <out>/rest.json and
<out>/items/<id>.json.
Writes nothing when there are errors (exit status 1).

Options
  -o, --out <folder>   Where to write. Its folder "items" is replaced.
`;

/** Compiles the pack of a folder into another folder. Returns the exit status. */
export async function compile(parameters: string[]): Promise<number> {
  const { words, values } = readArguments(parameters, { out: { type: 'string', short: 'o' } });
  if (values['help']) {
    process.stdout.write(help);
    return 0;
  }
  const folder = onlyFolder(words);
  const out = values['out'];
  if (typeof out !== 'string') throw new UsageError('Say where to write: --out <folder>.');
  const compiled = await loadPack(folder);
  process.stderr.write(problemLines(folder, compiled.problems));
  if (hasErrors(compiled.problems)) {
    process.stderr.write(`Nothing written: ${tally(compiled.problems)}.\n`);
    return 1;
  }
  await writePack(out, compiled);
  process.stdout.write(
    `${out}: ${count(compiled.index.subjects.length, 'subject')}, ${count(compiled.items.length, 'item')}, ${count(compiled.index.pathways.length, 'pathway')}; ${tally(compiled.problems)}.\n`,
  );
  return 0;
}
