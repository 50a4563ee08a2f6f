import type { Pack } from '../model/index.js';
import { loadIndex } from './load.js';
import { hasErrors, problemLines, tally } from './print-problems.js';
import type { Job } from './simulate/part.js';
import { simulate as simulateJob, threadsFor } from './simulate/spread.js';
import { cohorts, personas, quotas, type Cohort, type Quota } from './simulate/personas.js';
import { figuresOf } from './simulate/report.js';
import { tableOf, targetTable } from './simulate/table.js';
import { targetsOf, type Beside } from './simulate/targets.js';
import { rightOfAll, trialOf } from './simulate/trial.js';
import { onlyFolder, readArguments, UsageError } from './usage.js';

const help = `pix-diagnostic simulate <folder> --pathway <id>

Sends simulated learners through a pathway of a pack, and says what becomes of them: who finishes, in how many questions,
with which band and which next step, and how often each item is asked. The learners are assumptions, not people.

Options
  --pathway <id>    The pathway to begin.
  --learners <n>    How many learners; 1000 unless said.
  --persona <id>    Only learners of one kind: ${personas.map(({ id }) => id).join(', ')}.
  --cohort <id>     A mixture of kinds: ${cohorts.map(({ id }) => id).join(', ')}.
                    Without either, as many of each kind (${personas
                      .filter(({ apart }) => apart)
                      .map(({ id }) => id)
                      .join(' and ')} apart).
  --seed <n>        A whole number; 1 unless said. The same one gives the same figures.
  --table, --json   How to print; a table unless said.
  --targets         Also holds the figures against the targets.
  --strict          With --targets: exit status 1 when one of them is not met.
`;

const options = {
  pathway: { type: 'string' },
  learners: { type: 'string', default: '1000' },
  persona: { type: 'string' },
  cohort: { type: 'string' },
  seed: { type: 'string', default: '1' },
  table: { type: 'boolean' },
  json: { type: 'boolean' },
  targets: { type: 'boolean' },
  strict: { type: 'boolean' },
} as const;

/** Learners in a hurry, beside those asked for: a target is about them. */
const speedsters = 200;

/** The cohort to whose finish rate the targets refer. */
const reference = 'france-travail-like';

/** Simulates learners in a pathway and prints what becomes of them. Returns the exit status. */
export async function simulate(parameters: string[]): Promise<number> {
  const { words, values } = readArguments(parameters, options);
  if (values['help']) {
    process.stdout.write(help);
    return 0;
  }
  const folder = onlyFolder(words);
  if (values['json'] && values['table']) throw new UsageError('Choose --json or --table, not both.');
  if (values['strict'] && !values['targets']) throw new UsageError('--strict goes with --targets.');
  const learners = wholeNumber('--learners', values['learners'], 1);
  const seed = wholeNumber('--seed', values['seed'], 0);
  const chosen = chooseLearners(values, learners);
  if (typeof values['pathway'] !== 'string') throw new UsageError('Say which pathway: --pathway <id>.');
  const { index, problems } = await loadIndex(folder);
  if (hasErrors(problems)) {
    process.stderr.write(`${problemLines(folder, problems)}Nothing simulated: ${tally(problems)}.\n`);
    return 1;
  }
  const job = { pack: index, pathway: knownPathway(index, values['pathway']), quotas: chosen, seed };
  const runs = await simulateJob(job, threadsFor(learners), progress(learners));
  const figures = figuresOf(job, runs, values['cohort'] as string | undefined);
  const targets = values['targets'] ? targetsOf(figures, knownCohort(reference), await beside(job)) : undefined;
  if (values['json']) process.stdout.write(`${JSON.stringify({ ...figures, ...(targets && { targets }) }, null, 2)}\n`);
  else process.stdout.write(tableOf(figures) + (targets ? `\n${targetTable(targets)}` : ''));
  return values['strict'] && targets?.some(({ status }) => status === 'not met') ? 1 : 0;
}

/** What the targets need beside the learners of a job. */
async function beside(job: Job): Promise<Beside> {
  const hasty = { ...job, quotas: [{ persona: { ...knownPersona('speedster'), declines: true }, learners: speedsters }] };
  const runs = await simulateJob(hasty, threadsFor(speedsters));
  return { speedsters: figuresOf(hasty, runs), trial: trialOf(job), rightOfAll: rightOfAll(job) };
}

/** Seeds have 32 bits. */
const most = 0xffffffff;

function wholeNumber(name: string, value: unknown, least: number): number {
  const number = Number(value);
  if (typeof value !== 'string' || !/^\d+$/.test(value) || number < least || number > most)
    throw new UsageError(`${name} is a whole number from ${least} to ${most}, not "${String(value)}".`);
  return number;
}

function chooseLearners({ persona, cohort }: Readonly<Record<string, unknown>>, learners: number): readonly Quota[] {
  if (persona !== undefined && cohort !== undefined) throw new UsageError('Choose --persona or --cohort, not both.');
  if (typeof persona === 'string') return [{ persona: knownPersona(persona), learners }];
  if (typeof cohort === 'string')
    return quotas(
      Object.entries(knownCohort(cohort).weights).map(([id, weight]) => [knownPersona(id), weight]),
      learners,
    );
  return quotas(
    personas.filter(({ apart }) => !apart).map((each) => [each, 1]),
    learners,
  );
}

/** @throws {UsageError} naming those that exist. */
function known<T extends { readonly id: string }>(list: readonly T[], id: string, what: string): T {
  const found = list.find((candidate) => candidate.id === id);
  if (found) return found;
  throw new UsageError(`There is no ${what} "${id}". There is: ${list.map((candidate) => candidate.id).join(', ')}.`);
}

const knownPersona = (id: string): Quota['persona'] => known(personas, id, 'persona');
const knownCohort = (id: string): Cohort => known(cohorts, id, 'cohort');
const knownPathway = (pack: Pack, id: string): string => known(pack.pathways, id, `pathway in ${pack.id}`).id;

/** Says how far it is, on a terminal only. */
function progress(learners: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  let said = -1;
  return (done) => {
    const percent = Math.floor((100 * done) / learners);
    if (percent === said) return;
    said = percent;
    process.stderr.write(done < learners ? `\r${percent} %` : '\r      \r');
  };
}
