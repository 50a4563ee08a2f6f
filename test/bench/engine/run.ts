/*
 * Compares ways of questioning and of scoring on the same simulated learners with the same answers. Rerun it with
 * `npm run bench:engine`; `-- --quick` takes a minute. Seeds are of development unless `--seed held-out` is asked for.
 */
import { engineVersion } from '../../../src/engine/index.js';
import { testBanks } from './banks.js';
import { firstHeldOut, readOptions, type Options } from './options.js';
import { blockSize, type Job } from './play.js';
import { yardstick } from './players.js';
import { playAll } from './pool.js';
import { progressOf } from './progress.js';
import { report } from './report.js';
import { populationOf, resultsOf } from './results.js';
import { stepTimes } from './steps.js';
import { worlds } from './worlds/index.js';

function options(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const { learners, seed, noise, players, json, worlds: wanted, banks, by } = options();
const heldOut = seed >= firstHeldOut;
const blocks = Math.ceil(learners / blockSize);
const jobs = Array.from({ length: blocks }, (_, block) =>
  worlds.flatMap(({ id }, world) =>
    testBanks.flatMap(({ bank: { id: bankId } }, bank): Job[] =>
      wanted.includes(id) && banks.includes(bankId)
        ? [{ seed, noise, world, bank, block, learners: Math.min(blockSize, learners - block * blockSize) }]
        : [],
    ),
  ),
).flat();

const outcomes = await playAll(jobs, players, progressOf(jobs.length, 'of the learners'));
const results = resultsOf(outcomes, players);
const population = populationOf(outcomes);
const steps = stepTimes(learners < 20 ? 4 : 20);

if (json) {
  console.log(JSON.stringify({ engine: engineVersion, seed, heldOut, noise, learners, population, results, steps }, null, 2));
} else {
  console.log(`Engine ${engineVersion}. ${heldOut ? 'Held-out' : 'Development'} seed ${seed} (development: below ${firstHeldOut}).`);
  const played = testBanks.filter(({ bank }) => banks.includes(bank.id));
  console.log(
    `${learners} learners for each of ${wanted.length} worlds (${wanted.join(', ')}) and ${played.length} banks:\n${played
      .map(({ bank }) => `${bank.id}: ${bank.subjects.length} subjects, ${bank.skills.length} skills, ${bank.items.length} items`)
      .join('; ')}.`,
  );
  if (noise.slips !== 1) console.log(`Learners slip ${noise.slips} times as often as their world has it.`);
  if (noise.silence !== 1) console.log(`They say that they do not know ${noise.silence} times as often.`);
  console.log(report(results, yardstick, population, steps, by));
}
