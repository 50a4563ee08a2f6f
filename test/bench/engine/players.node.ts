import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testBanks } from './banks.js';
import type { Outcome } from './outcome.js';
import { openJob, playJob, type Job } from './play.js';
import { players } from './players.js';
import { form } from './players/orders.js';
import { randomOf } from './random.js';
import { noisy } from './world.js';
import { worlds } from './worlds/index.js';

const jobOf = (world: number, bank = 1, seed = 1): Job => ({ seed, world, bank, block: 0, learners: 2 });
const withoutTimes = (outcomes: readonly Outcome[]): Outcome[] => outcomes.map((outcome) => ({ ...outcome, times: [] }));
const some = ['express', 'oracle-12', 'standard-calibrated', 'standard-two-levels', 'campaign', 'form-20', 'random-20', 'jscat-12'];

describe('the same learners for every player', () => {
  it('are drawn again exactly, and are others with another seed', () => {
    worlds.forEach((_, world) => {
      const [first, again, other] = [jobOf(world), jobOf(world), jobOf(world, 1, 2)].map((job) => openJob(job).learners);
      assert.deepEqual(first, again);
      assert.notDeepEqual(first, other);
      assert.notDeepEqual(first![0], first![1]);
    });
  });

  it('answer alike whoever else plays, in whatever order', () => {
    const all = withoutTimes(playJob(jobOf(3), players));
    for (const id of some) {
      const alone = playJob(
        jobOf(3),
        players.filter((player) => player.id === id),
      );
      assert.deepEqual(
        withoutTimes(alone),
        all.filter(({ player }) => player === id),
        id,
      );
    }
  });

  it('are as likely to answer so as they are said to be', () => {
    worlds.forEach((world) => {
      const testBank = testBanks[0]!;
      const place = noisy(world.open(testBank, randomOf('likelihood', world.id)), { slips: 2, silence: 0.5 });
      for (let index = 0; index < 6; index++) {
        const person = place.person(randomOf('likelihood', world.id, index), index);
        for (const item of [3, 40]) {
          const { guess, slip } = testBank.bank.items[item]!;
          const met = { item, skill: testBank.skillOf[item]!, guess, slip, silence: 1 };
          const answers = Array.from({ length: 4000 }, () => person.respond(met));
          for (const [outcome, unknown] of [
            [true, false],
            [false, false],
            [false, true],
          ] as const) {
            const share = answers.filter((answer) => answer.outcome === outcome && answer.unknown === unknown).length / answers.length;
            // Four standard errors of a share of a half.
            assert.ok(Math.abs(share - person.likelihood(met, { outcome, unknown })) < 0.032, `${world.id}: ${person.group}, ${item}`);
          }
        }
      }
    });
  });

  it('fail what they master twice as often where they slip twice as often, and are the same otherwise', () => {
    worlds.forEach(({ id }, world) => {
      const { skillOf } = testBanks[1]!;
      const jobs = Array.from({ length: 10 }, (_, block): Job => ({ ...jobOf(world), block, learners: 10 }));
      const [plain, careless] = [1, 2].map((slips) => jobs.flatMap((job) => openJob({ ...job, noise: { slips, silence: 1 } }).learners));
      // What is drawn for an answer does not depend on how often they slip: who has not mastered an item answers it alike.
      const untouched = (learners: typeof plain) =>
        learners!.map(({ group, masters, answers }) => ({
          group,
          masters,
          // Who is helped may slip at what somebody else knows; on a logistic curve anybody may solve anything.
          answers:
            id === 'multidimensional' || group === 'helped' ? [] : answers.map(({ outcome }, item) => !masters[skillOf[item]!] && outcome),
        }));
      assert.deepEqual(untouched(careless), untouched(plain));
      const failing = (learners: typeof plain): number => {
        const met = learners!.flatMap(({ answers, masters }) => answers.filter((_, item) => masters[skillOf[item]!]));
        return met.filter(({ outcome }) => !outcome).length / met.length;
      };
      // Where mastery is a matter of chance, as on a logistic curve, part of the failures are no slips.
      const times = failing(careless) / failing(plain);
      assert.ok(id === 'multidimensional' ? times > 1.2 && times < 2 : Math.abs(times - 2) < 0.2, `${id}: ${times}`);
    });
  });

  it('have answers that no player changes', () => {
    const { learners } = openJob(jobOf(2));
    const [learner] = learners;
    // 40 random questions take in the first 20 of them: the share right of both comes from the same answers.
    const [short, long] = ['random-20', 'random-40'].map(
      (id) =>
        playJob(
          jobOf(2),
          players.filter((player) => player.id === id),
        )[0]!,
    );
    assert.deepEqual(long!.items.slice(0, 20), short!.items);
    const shared = playJob(
      jobOf(2),
      players.filter(({ id }) => id === 'form-20'),
    )[0]!;
    assert.equal(shared.stated.score, shared.items.filter((item) => learner!.answers[item]!.outcome).length / 20);
  });

  it('know what they are said to know: masters pass far more often, and only others say that they do not know', () => {
    worlds.forEach(({ id }, world) => {
      const { skillOf } = testBanks[1]!;
      const pairs = [0, 1, 2, 3].flatMap((block) =>
        openJob({ ...jobOf(world), block, learners: 10 }).learners.flatMap(({ answers, masters }) =>
          answers.map((answer, item) => ({ ...answer, knows: masters[skillOf[item]!]! })),
        ),
      );
      const passing = (knows: boolean): number => {
        const own = pairs.filter((pair) => pair.knows === knows);
        return own.filter(({ outcome }) => outcome).length / own.length;
      };
      assert.ok(passing(true) > 0.8, `${id}: ${passing(true)}`);
      assert.ok(passing(false) < 0.3, `${id}: ${passing(false)}`);
      assert.ok(pairs.some(({ unknown }) => unknown));
      assert.ok(pairs.every(({ unknown, outcome }) => !(unknown && outcome)));
    });
  });
});

describe('a fixed form', () => {
  it('has so many different items, of as many skills as it can, of every domain', () => {
    for (const testBank of testBanks) {
      for (const count of [20, 40]) {
        const items = form(testBank, count);
        const skills = new Set(items.map((item) => testBank.skillOf[item]!));
        assert.equal(new Set(items).size, count);
        assert.equal(skills.size, count);
        assert.equal(new Set([...skills].map((skill) => testBank.places[skill]!.domain)).size, 5);
      }
    }
  });
});
