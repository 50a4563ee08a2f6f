import type { Figure, Figures } from './metrics.js';
import type { Result, populationOf } from './results.js';
import type { StepTimes } from './steps.js';
import { worlds } from './worlds/index.js';

const none = '–';
const fixed = (value: number | undefined, digits = 1): string =>
  value === undefined || Number.isNaN(value) ? none : value.toFixed(digits).replace('-', '−');
/** In hundredths, with its standard error. */
const percent = (figure: Figure | undefined, digits = 1): string =>
  figure && !Number.isNaN(figure.value) ? `${fixed(100 * figure.value, digits)} ± ${fixed(100 * figure.error, digits)}` : none;
/** With its standard error, where there is one. */
const withError = ({ value, error }: Figure, digits = 1): string =>
  Number.isNaN(error) ? fixed(value, digits) : `${fixed(value, digits)} ± ${fixed(error, digits)}`;
const signed = (figure: Figure): string => (figure.value > 0 ? `+${percent(figure)}` : percent(figure));

/** Columns as wide as they need, the first to the left, the others to the right. */
function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [`\n${title}`, line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

const overall = (results: readonly Result[]): string =>
  table(
    'All worlds and banks',
    [
      'player',
      'questions',
      'p90',
      'minutes',
      'band %',
      'clear %',
      '2 off %',
      'RMSE',
      'domain RMSE',
      'skills %',
      'ECE',
      'cover %',
      'exposure',
      'worst group',
    ].concat('ms', 'p99'),
    results.map(({ title, all, worst }) => [
      title,
      withError(all.questions),
      withError(all.questionsP90),
      withError(all.minutes),
      percent(all.band),
      percent(all.clear),
      percent(all.far, 2),
      percent(all.rmse),
      percent(all.domainRmse),
      percent(all.skills),
      percent(all.ece),
      percent(all.cover),
      withError(all.exposure, 2),
      worst ? `${signed(worst.difference)} ${worst.group}` : none,
      fixed(all.stepMean, 2),
      fixed(all.stepP99, 2),
    ]),
  );

const paired = (results: readonly Result[]): string =>
  table(
    'Against campaign-like, same learners (points more)',
    ['player', 'band', 'clear'],
    results.map(({ title, gain }) => [title, signed(gain.band), signed(gain.clear)]),
  );

/** One table for each world, or for each bank. */
const apart = (results: readonly Result[], of: (result: Result) => Readonly<Record<string, Figures>>): string =>
  Object.keys(of(results[0]!))
    .map((id) =>
      table(
        worlds.find((world) => world.id === id)?.title ?? id,
        ['player', 'questions', 'p90', 'minutes', 'band %', 'clear %', 'RMSE', 'domain RMSE', 'skills %', 'ECE', 'cover %', 'exposure'],
        results.map((result) => {
          const { questions, questionsP90, minutes, band, clear, rmse, domainRmse, skills, ece, cover, exposure } = of(result)[id]!;
          return [
            result.title,
            withError(questions),
            withError(questionsP90),
            withError(minutes),
            ...[band, clear, rmse, domainRmse, skills, ece, cover].map((figure) => percent(figure)),
            withError(exposure, 2),
          ];
        }),
      ),
    )
    .join('\n');

/** Groups in rows; for each player questions, and how many points of clear learners more than campaign-like. */
function byGroup(results: readonly Result[], yardstick: Result): string {
  const shown = results.filter(({ id }) => id !== yardstick.id && ['express', 'standard', 'thorough'].some((mode) => id.startsWith(mode)));
  return table(
    'Groups: clear % of campaign-like; of the engine, questions and points more',
    ['group', 'learners', 'clear', yardstick.title, ...shown.map(({ title }) => title.replace('engine, ', ''))],
    yardstick.groups.map(({ group, learners, clearLearners, clear }, i) => [
      group,
      String(learners),
      String(clearLearners),
      percent(clear),
      ...shown.map(({ groups }) => `${fixed(groups[i]!.questions.value)}: ${signed(groups[i]!.difference)}`),
    ]),
  );
}

const steps = (times: readonly StepTimes[]): string =>
  table(
    'Time of a step (ms), whole bank, one thread',
    ['bank', 'engine mean', 'p99', 'jsCAT mean', 'p99', 'jsCAT / engine, mean', 'p99', 'steps'],
    times.map(({ subjects, items, engine, jscat }) => [
      `${items} items, ${subjects} subjects`,
      fixed(engine.mean, 2),
      fixed(engine.p99, 2),
      fixed(jscat.mean, 2),
      fixed(jscat.p99, 2),
      fixed(jscat.mean / engine.mean, 1),
      fixed(jscat.p99 / engine.p99, 1),
      `${engine.steps}, ${jscat.steps}`,
    ]),
  );

const notes = `
± standard error, by blocks of learners who share a place (the true structure of the bank), within world and bank; of p90, ECE
and exposure by drawing blocks again.
band: right one of three; clear: the same for learners more than 3 points from a cut. RMSE in points of score.
ECE: calibration error of the stated confidence in the band, ten bins, all worlds together, in points; who states no doubt counts as sure.
cover: true scores within the stated 90 % interval. exposure: share of the learners of a bank who meet its most asked item.
worst group: of at least 100 learners clear of the cuts, clear % minus campaign-like's for the same learners; the least of many is low by chance alone.
calibrated: the bank carries true difficulties with an error, sd 0.3 level. minutes: from the items' expected times.
ms, p99: choosing and taking in, two threads at work; jsCAT is offered one item of each kind and level, the last table gives it all.`;

/** The tables as text. */
export function report(
  results: readonly Result[],
  yardstick: string,
  population: ReturnType<typeof populationOf>,
  times: readonly StepTimes[],
  by: readonly ('world' | 'bank')[],
): string {
  const people = table(
    'Learners: true bands, and how many are within 3 points of a cut (%)',
    ['world', 'learners', 'low', 'middle', 'high', 'near'],
    population.map(({ world, learners, bands, near }) => [
      worlds.find(({ id }) => id === world)!.title,
      String(learners),
      ...bands.map((share) => fixed(100 * share, 0)),
      fixed(100 * near, 0),
    ]),
  );
  const other = results.find(({ id }) => id === yardstick)!;
  return [
    people,
    overall(results),
    paired(results),
    ...by.map((each) => apart(results, ({ worlds, banks }) => (each === 'world' ? worlds : banks))),
    byGroup(results, other),
    steps(times),
    notes,
  ].join('\n');
}
