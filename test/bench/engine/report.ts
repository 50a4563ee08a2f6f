import type { Figure } from './metrics.js';
import type { Result, populationOf } from './results.js';
import type { StepTimes } from './steps.js';
import { worlds } from './worlds/index.js';

const none = '–';
const fixed = (value: number | undefined, digits = 1): string =>
  value === undefined || Number.isNaN(value) ? none : value.toFixed(digits).replace('-', '−');
/** In hundredths, with its standard error. */
const percent = (figure: Figure | undefined, digits = 1): string =>
  figure && !Number.isNaN(figure.value) ? `${fixed(100 * figure.value, digits)} ± ${fixed(100 * figure.error, digits)}` : none;
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
      fixed(all.questions.value),
      fixed(all.questionsP90, 0),
      fixed(all.minutes.value),
      percent(all.band),
      percent(all.clear),
      percent(all.far, 2),
      percent(all.rmse),
      percent(all.domainRmse),
      percent(all.skills),
      fixed(100 * all.ece),
      percent(all.cover),
      fixed(all.exposure, 2),
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

const byWorld = (results: readonly Result[]): string =>
  worlds
    .map(({ id, title }) =>
      table(
        `World: ${title}`,
        ['player', 'questions', 'band %', 'clear %', 'RMSE', 'domain RMSE', 'skills %', 'cover %'],
        results.map((result) => {
          const figures = result.worlds[id]!;
          const { questions, band, clear, rmse, domainRmse, skills, cover } = figures;
          return [result.title, fixed(questions.value), ...[band, clear, rmse, domainRmse, skills, cover].map((figure) => percent(figure))];
        }),
      ),
    )
    .join('\n');

/** Groups in rows; for each player questions, and how many points of clear learners more than campaign-like. */
function byGroup(results: readonly Result[], yardstick: Result): string {
  const shown = results.filter(({ id }) => id !== yardstick.id && ['express', 'standard', 'thorough'].some((mode) => id.startsWith(mode)));
  return table(
    'Groups: clear % of campaign-like; of the engine, questions and points more',
    ['group', 'learners', yardstick.title, ...shown.map(({ title }) => title.replace('engine, ', ''))],
    yardstick.groups.map(({ group, learners, clear }, i) => [
      group,
      String(learners),
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
± standard error, by blocks of learners who share a place (the true structure of the bank), within world and bank.
band: right one of three; clear: the same for learners more than 3 points from a cut. RMSE in points of score.
ECE: calibration error of the stated confidence in the band, ten bins, all worlds together, in points; who states no doubt counts as sure.
cover: true scores within the stated 90 % interval. exposure: share of the learners of a bank who meet its most asked item.
worst group: of at least 100 learners, clear % minus campaign-like's for the same learners; the least of many is low by chance alone.
calibrated: the bank carries true difficulties with an error, sd 0.3 level. minutes: from the items' expected times.
ms, p99: choosing and taking in, two threads at work; jsCAT is offered one item of each kind and level, the last table gives it all.`;

/** The tables as text. */
export function report(
  results: readonly Result[],
  yardstick: string,
  population: ReturnType<typeof populationOf>,
  times: readonly StepTimes[],
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
  return [people, overall(results), paired(results), byWorld(results), byGroup(results, other), steps(times), notes].join('\n');
}
