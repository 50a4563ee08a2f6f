import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { bankOf } from '../backend/run/engine-bank.js';
import { calibrate as estimate, type Calibration } from '../engine/calibrate/index.js';
import { flagsOf, thresholdsOf } from './calibrate/judge.js';
import { readAnswers, type LogProblem } from './calibrate/read-answers.js';
import { tableOf } from './calibrate/table.js';
import { loadIndex } from './load.js';
import { count, hasErrors, problemLines, tally } from './print-problems.js';
import { readArguments, UsageError } from './usage.js';

const help = `pix-diagnostic calibrate <folder> <answers.jsonl>

Estimates how hard the skills of a pack are, from the answers to it, and names the items that do not fit.
The answers: one session a line, in the order they were given,
  {"session": "…", "pack": "id@version", "answers": [{"item": "MEL-2-question", "outcome": true, "unknown": false}]}

Options
      --table             Prints a table (the default).
      --json              Prints JSON.
      --min-answers <n>   Fewer answers to a skill are flagged; subjects without a skill that has as many are not written. 200.
  -o, --out <file>        Writes the thresholds for pack.yaml: YAML, or JSON if the name ends in .json.
      --date <YYYY-MM-DD> Written with them.

Lines that cannot be used are named and left out. Exit status 1 when none is left, or when the pack has errors.
`;

/** Problems printed one by one; the others are counted. */
const shown = 20;

/** Calibrates the pack of a folder and prints what was found. Returns the exit status. */
export async function calibrate(parameters: string[]): Promise<number> {
  const { words, values } = readArguments(parameters, {
    json: { type: 'boolean' },
    table: { type: 'boolean' },
    'min-answers': { type: 'string' },
    out: { type: 'string', short: 'o' },
    date: { type: 'string' },
  });
  if (values['help']) {
    process.stdout.write(help);
    return 0;
  }
  const [folder, file, ...others] = words;
  if (folder === undefined || file === undefined || others.length > 0) {
    throw new UsageError('Name the folder that holds pack.yaml, then the file of answers.');
  }
  const { json, table, out, date } = values;
  const minAnswers = Number(values['min-answers'] ?? 200);
  if (!Number.isInteger(minAnswers) || minAnswers < 0) throw new UsageError('--min-answers wants a whole number, 0 or more.');
  if (json && table) throw new UsageError('Ask for --json or --table, not for both.');
  if (typeof date === 'string' && !/^\d{4}-\d\d-\d\d$/.test(date)) throw new UsageError('Write the date as 2031-12-31.');

  const { index: pack, problems } = await loadIndex(folder);
  if (hasErrors(problems)) {
    process.stderr.write(`${problemLines(folder, problems)}Nothing estimated: ${tally(problems)}.\n`);
    return 1;
  }
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read.`);
  });
  const name = `${pack.id}@${pack.version}`;
  const bank = bankOf(pack, { id: 'all', subjects: pack.subjects.map(({ id }) => id) });
  const items = new Set(bank.items.map(({ id }) => id));
  const unscored = new Set(pack.items.map(({ id }) => id).filter((id) => !items.has(id)));
  const answers = readAnswers(text, { pack: name, items, unscored });
  process.stderr.write(logProblems(file, answers.problems));
  if (answers.logs.length === 0) {
    process.stderr.write(`${file}: nothing estimated, no answer can be used — Log sessions of ${name}, one a line.\n`);
    return 1;
  }
  const calibration = estimate(bank, answers.logs, (what, n) => status(`${what}, ${n}…`));
  status('');
  process.stdout.write(json ? asJson(name, calibration, minAnswers) : tableOf(name, calibration, minAnswers));
  if (typeof out === 'string') {
    const content = {
      pack: name,
      sessions: calibration.sessions,
      ...(typeof date === 'string' && { date }),
      thresholds: thresholdsOf(calibration, minAnswers),
    };
    await writeFile(out, out.endsWith('.json') ? `${JSON.stringify(content, null, 2)}\n` : stringify(content)).catch(() => {
      throw new UsageError(`${out} cannot be written.`);
    });
  }
  return 0;
}

function logProblems(file: string, problems: readonly LogProblem[]): string {
  const lines = problems.slice(0, shown).map(({ line, reason, remedy }) => `${file}:${line}  ${reason} — ${remedy}\n`);
  const more = problems.length - lines.length;
  return `${lines.join('')}${more > 0 ? `… and ${more} more.\n` : ''}${problems.length > 0 ? `${count(problems.length, 'problem')} in ${file}.\n` : ''}`;
}

function asJson(pack: string, calibration: Calibration, minAnswers: number): string {
  const skills = calibration.skills.map((skill) => ({ ...skill, flags: flagsOf(skill, minAnswers) }));
  return `${JSON.stringify({ pack, ...calibration, skills }, null, 2)}\n`;
}

/** A line that is written again and again, on a terminal; nothing elsewhere. */
const status = (text: string): void => void (process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`));
