/*
 * The figures of docs/calibrate.md. From the root:
 *   node --import tsx test/engine/calibration-figures.ts          recovery, faults; two minutes
 *   node --import tsx test/engine/calibration-figures.ts --speed  5,000 sessions on 64 skills
 */
import { calibrate } from '../../src/engine/calibrate/index.js';
import type { Bank, LoggedAnswer } from '../../src/engine/index.js';
import { makeBank } from './banks.js';
import { generator } from './learners.js';
import { plantThresholds, playLogs, recovery, type World } from './planted.js';

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const spread = (values: readonly number[]): number => Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)) / (values.length - 1));
const shown = (values: readonly number[]): string => `${mean(values).toFixed(2)} ± ${spread(values).toFixed(2)}`;

function recoveries(): void {
  const bank = makeBank(6, 4, 3, 3);
  const runs = 6;
  const faults = { 's0-2-0': () => 0.5, 's3-3-1': (mastered: boolean) => (mastered ? 0.1 : 0.6) };
  const cases: readonly [World, number, boolean][] = [
    ['own', 0, false],
    ['weaker', 0, false],
    ['patchy', 0, false],
    ['own', 0.5, false],
    ['own', 0, true],
    ['weaker', 0, true],
  ];
  for (const [world, silent, faulty] of cases) {
    const found = Array.from({ length: runs }, (_, i) => {
      const thresholds = plantThresholds(bank, i + 11);
      const calibration = calibrate(
        bank,
        playLogs(bank, thresholds, { world, sessions: 600, seed: i + 11, silent, ...(faulty && { faults }) }),
      );
      const published = calibration.skills.map(({ skill, published }) => ({ skill, estimate: published, standardError: 1 }));
      return { calibration, after: recovery(calibration.skills, thresholds), before: recovery(published, thresholds) };
    });
    const good = found.map(({ calibration }) => calibration.misfits.filter(({ item }) => !(faulty && item in faults)));
    console.log(
      [
        `${world}${silent ? `, ${silent} silent` : ''}${faulty ? ', faults' : ''}`,
        `answers a skill ${mean(found.map(({ calibration }) => calibration.answers / 24)).toFixed(0)}`,
        `published: rms ${shown(found.map(({ before }) => before.rms))}`,
        `estimated: rms ${shown(found.map(({ after }) => after.rms))}, sd ${shown(found.map(({ after }) => after.sd))}, z ${shown(found.map(({ after }) => after.z))}`,
        `good items listed ${mean(good.map(({ length }) => length)).toFixed(2)}, left out ${mean(good.map((list) => list.filter(({ leftOut }) => leftOut).length)).toFixed(2)} of ${mean(found.map(({ calibration }) => calibration.judged)).toFixed(0)}`,
        ...(faulty
          ? Object.keys(faults).map(
              (id) =>
                `${id} found in ${found.filter(({ calibration }) => calibration.misfits.some(({ item, leftOut }) => leftOut && item === id)).length}/${runs}`,
            )
          : []),
      ].join(' · '),
    );
  }
}

/** Fourteen items drawn at random: what is measured is time. */
function randomLogs(bank: Bank, sessions: number): LoggedAnswer[][] {
  const levels = new Map(bank.skills.map(({ id, subject, level }) => [id, { subject, level }]));
  return Array.from({ length: sessions }, (_, n) => {
    const random = generator(n + 1);
    for (let i = 0; i < 5; i++) random();
    const ability = 6 * random() - 0.5;
    const reached = new Map(bank.subjects.map(({ id }) => [id, ability + 3 * (random() + random() - 1)]));
    const drawn = new Set<number>();
    while (drawn.size < 14) drawn.add(Math.floor(random() * bank.items.length));
    return [...drawn].map((i) => {
      const { id, skill, guess, slip } = bank.items[i]!;
      const { subject, level } = levels.get(skill)!;
      return { item: id, outcome: random() < ((reached.get(subject) ?? 0) >= level - 0.5 ? 1 - slip : guess) };
    });
  });
}

function speed(): void {
  const bank = makeBank(16, 4, 6, 5);
  const logs = randomLogs(bank, 5000);
  const before = process.cpuUsage();
  let rounds = 0;
  const { converged, skills, misfits } = calibrate(bank, logs, () => rounds++);
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${skills.length} skills, ${logs.length} sessions × 14: ${((user + system) / 1e6).toFixed(1)} s of processor, ${rounds} passes, converged ${converged}, ${misfits.length} misfits`,
  );
}

if (process.argv.includes('--speed')) speed();
else recoveries();
