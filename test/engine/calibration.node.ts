import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calibrate } from '../../src/engine/calibrate/index.js';
import { makeBank } from './banks.js';
import { plantThresholds, playLogs, recovery } from './planted.js';

const bank = makeBank(6, 4, 3, 3);
const seeds = [1, 2, 3];
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** 600 sessions: about 300 answers a skill. */
const runs = (['own', 'weaker'] as const).flatMap((world) =>
  seeds.map((seed) => {
    const thresholds = plantThresholds(bank, seed);
    const calibration = calibrate(bank, playLogs(bank, thresholds, { world, sessions: 600, seed }));
    const published = calibration.skills.map(({ skill, published }) => ({ skill, estimate: published, standardError: 1 }));
    return { world, calibration, found: recovery(calibration.skills, thresholds), before: recovery(published, thresholds) };
  }),
);

describe('difficulties estimated from 300 answers a skill, of learners as the engine supposes them and of weaker ones', () => {
  test('are within 0.3 level of the true ones, where published levels are half a level off', () => {
    for (const { world, calibration, found, before } of runs) {
      assert.ok(calibration.converged);
      assert.ok(Math.abs(calibration.answers / bank.skills.length - 300) < 40, `${calibration.answers}`);
      // One log may be a little off: the promise is that of their mean.
      assert.ok(found.sd <= 0.35, `${world}: ${found.sd}`);
      assert.ok(before.sd > 0.4);
    }
    for (const wanted of ['own', 'weaker']) {
      const sd = mean(runs.filter(({ world }) => world === wanted).map(({ found }) => found.sd));
      assert.ok(sd <= 0.3, `${wanted}: ${sd}`);
    }
    assert.ok(mean(runs.map(({ found }) => found.rms)) <= 0.3);
  });

  test('have honest standard errors', () => {
    const z = Math.sqrt(mean(runs.map(({ found }) => found.z ** 2)));
    assert.ok(z > 0.7 && z < 1.3, `${z}`);
  });

  test('come with the ability of those learners', () => {
    const ability = (wanted: string): number =>
      mean(runs.filter(({ world }) => world === wanted).map(({ calibration }) => calibration.ability.mean));
    assert.ok(Math.abs(ability('own') - 3.7) < 0.5, `${ability('own')}`);
    assert.ok(Math.abs(ability('weaker') - 2.1) < 0.4, `${ability('weaker')}`);
  });

  test('leave no good item out, but for one that chance may take, and list less than one in a hundred', () => {
    const listed = runs.flatMap(({ calibration }) => calibration.misfits);
    assert.ok(listed.filter(({ leftOut }) => leftOut).length <= 1, JSON.stringify(listed));
    assert.ok(listed.length <= runs.reduce((sum, { calibration }) => sum + calibration.judged, 0) / 100, JSON.stringify(listed));
  });
});

describe('an item that anybody passes every other time, and one with the wrong key', () => {
  const faults = { 's0-2-0': () => 0.5, 's3-3-1': (mastered: boolean) => (mastered ? 0.1 : 0.6) };
  const calibrations = [3, 5, 6].map((seed) => {
    const thresholds = plantThresholds(bank, seed);
    const log = { world: 'own', sessions: 600, seed } as const;
    const calibration = calibrate(bank, playLogs(bank, thresholds, { ...log, faults }));
    const sdOf = ({ skills }: typeof calibration): number => recovery(skills, thresholds).sd;
    return { calibration, sd: sdOf(calibration), without: sdOf(calibrate(bank, playLogs(bank, thresholds, log))) };
  });
  const out = calibrations.map(({ calibration }) => calibration.misfits.filter(({ leftOut }) => leftOut));

  test('are found and left out: the wrong key always, the other one in two logs of three at least', () => {
    const [guessed, wrong] = Object.keys(faults).map((id) => out.filter((found) => found.some(({ item }) => item === id)).length);
    assert.equal(wrong, 3);
    assert.ok(guessed !== undefined && guessed >= 2, `${guessed}`);
    // Of a good item it is 1; about a hundred learners meet each, so it is known to some 0.2.
    for (const { item, slope } of out.flat()) if (item in faults) assert.ok(slope < 0.5, `${item}: ${slope}`);
  });

  test('do not take their neighbours with them: of 210 good items, chance may take one', () => {
    const good = out.flat().filter(({ item }) => !(item in faults));
    assert.ok(good.length <= 1, good.map(({ item }) => item).join());
  });

  test('do not spoil the difficulties of the others', () => {
    const [sd, without] = [mean(calibrations.map((each) => each.sd)), mean(calibrations.map((each) => each.without))];
    assert.ok(sd <= 1.1 * without, `${sd}, and ${without} where all items are good`);
  });
});
