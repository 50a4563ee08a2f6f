import { expect } from '@esm-bundle/chai';
import { calibrate } from '../../src/engine/calibrate/index.js';
import { readLogs } from '../../src/engine/calibrate/evidence.js';
import { objectiveAt, type Parameters } from '../../src/engine/calibrate/objective.js';
import type { Bank, LoggedAnswer } from '../../src/engine/index.js';
import { readBank } from '../../src/engine/model.js';
import { defaultPrior } from '../../src/engine/prior.js';
import { makeBank } from './banks.js';
import { plantThresholds, playLogs } from './planted.js';

const published = (subjects: number, levels: number): number[][] =>
  Array.from({ length: subjects }, () => Array.from({ length: levels }, (_, k) => k + 0.5));

const phi = (x: number): number => {
  // Simpson's rule from −12: nothing shared with the engine.
  const n = 4000;
  const width = (x + 12) / n;
  let sum = 0;
  for (let i = 0; i <= n; i++) sum += (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * Math.exp(-((-12 + i * width) ** 2) / 2);
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
};

/** P(these answers) summed over every ability, deviation, kind and level, one by one. */
function likelihoodByHand(
  log: readonly {
    readonly subject: number;
    readonly rank: number;
    readonly chance: readonly [number, number];
    readonly outcome: boolean;
  }[],
  domains: readonly (readonly number[])[],
  thresholds: readonly (readonly number[])[],
): number {
  const bell = (x: number, sd: number): number => Math.exp(-(x * x) / (2 * sd * sd)) / sd;
  const g = Array.from({ length: 21 }, (_, i) => -1 + i / 2);
  const u = Array.from({ length: 7 }, (_, i) => -1.5 + i / 2);
  const share = (weights: readonly number[]): number[] => weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0));
  const pg = share(g.map((x) => 0.2 * bell(x - 1, 1.2) + 0.8 * bell(x - 4.4, 1.9)));
  const pu = share(u.map((x) => bell(x, 0.8)));
  let total = 0;
  const patchy = (h: number, share: number): number => {
    const familiar = phi((h - 3.5) / 3);
    return familiar * phi((0.95 - share) / 0.25) + (1 - familiar) * phi((0.25 - share) / 0.25);
  };
  [0.6, 1.4, undefined].forEach((spread, c) => {
    g.forEach((ability, i) => {
      let product = [0.25, 0.4, 0.35][c]! * pg[i]!;
      for (const subjects of domains) {
        let domain = 0;
        u.forEach((deviation, j) => {
          let given = pu[j]!;
          for (const s of subjects) {
            const h = ability + deviation;
            const mastery = thresholds[s]!.map((theta, k, { length }) =>
              spread === undefined ? patchy(h, (k + 0.5) / length) : phi((h - theta) / spread),
            );
            const atLeast = [1, ...mastery, 0];
            let sum = 0;
            for (let t = 0; t + 1 < atLeast.length; t++) {
              let answers = Math.max(atLeast[t]! - atLeast[t + 1]!, 1e-9);
              for (const { subject, rank, chance, outcome } of log) {
                if (subject !== s) continue;
                const right = t >= rank ? 1 - chance[1] : chance[0];
                answers *= outcome ? right : 1 - right;
              }
              sum += answers;
            }
            given *= sum;
          }
          domain += given;
        });
        product *= domain;
      }
      total += product;
    });
  });
  return total;
}

describe('the likelihood of difficulties', () => {
  const bank = makeBank(3, 2, 2, 2);
  const model = readBank(bank, defaultPrior);
  const logs: LoggedAnswer[][] = [
    [
      { item: 's0-1-0', outcome: true },
      { item: 's2-2-1', outcome: false },
      { item: 's1-2-0', outcome: true },
      { item: 's0-2-1', outcome: false },
    ],
    [{ item: 's0-1-0', outcome: false }],
  ];
  const at = (parameters: Parameters, log = logs) =>
    objectiveAt(readLogs(model, log, new Set()), parameters, published(3, 2), model.abilityPrior);
  const somewhere: Parameters = {
    thresholds: [
      [0.3, 1.9],
      [0.8, 1.3],
      [0.2, 1.6],
    ],
    tilts: [0.2, -0.3, 0.1, -0.2, 0.3, -0.4],
  };

  it('is that of the sum over all abilities, deviations, kinds and levels', () => {
    const byHand = logs.map((log) =>
      likelihoodByHand(
        log.map(({ item, outcome }) => {
          const { guess, slip, skill } = bank.items.find(({ id }) => id === item)!;
          return { subject: Number(skill[1]), rank: Number(skill[3]), chance: [guess, slip] as const, outcome };
        }),
        [[0, 2], [1]],
        somewhere.thresholds,
      ),
    );
    // Each is known but for a constant: what differences between thresholds do to it is exact.
    const untilted = (thresholds: Parameters['thresholds'], log: LoggedAnswer[]): number =>
      at({ thresholds, tilts: [0, 0, 0, 0, 0, 0] }, [log]).value;
    const priorOf = (thresholds: Parameters['thresholds']): number => {
      // Normal, sd 0.7, correlation ½ within a subject of two: inverse of 0.245·[[2, 1], [1, 2]].
      let sum = 0;
      for (const [a = 0, b = 0] of thresholds) {
        const [x, y] = [a - 0.5, b - 1.5];
        sum -= (2 * x * x - 2 * x * y + 2 * y * y) / (2 * 0.245 * 3);
      }
      return sum;
    };
    logs.forEach((log, i) => {
      const otherByHand = likelihoodByHand(
        log.map(({ item, outcome }) => {
          const { guess, slip, skill } = bank.items.find(({ id }) => id === item)!;
          return { subject: Number(skill[1]), rank: Number(skill[3]), chance: [guess, slip] as const, outcome };
        }),
        [[0, 2], [1]],
        published(3, 2),
      );
      const difference = untilted(somewhere.thresholds, log) - untilted(published(3, 2), log) - priorOf(somewhere.thresholds);
      expect(difference).to.be.closeTo(Math.log(byHand[i]! / otherByHand), 1e-7);
    });
  });

  it('counts the second level that a task shows as an answer to an item of that level', () => {
    const also = { skill: 's0-2', guess: 0.05, slip: 0.1 };
    const both = { ...bank, items: bank.items.map((item) => (item.id === 's0-1-0' ? { ...item, harder: also } : item)) };
    const apart = { ...bank, items: [...bank.items, { id: 'also', seconds: 20, ...also }] };
    const valueOf = (ofBank: Bank, log: LoggedAnswer[]): number => {
      const own = readBank(ofBank, defaultPrior);
      return objectiveAt(readLogs(own, [log], new Set()), somewhere, published(3, 2), own.abilityPrior).value;
    };
    const first = { item: 's0-1-0', outcome: true };
    for (const second of [true, false]) {
      const together = valueOf(both, [{ ...first, second }]) - valueOf(both, [first]);
      const separately = valueOf(apart, [first, { item: 'also', outcome: second }]) - valueOf(apart, [first]);
      expect(together).to.be.closeTo(separately, 1e-9);
      expect(Math.abs(together)).to.be.above(0.05);
    }
  });

  it('has the gradient that its differences have, for difficulties and population', () => {
    const { gradient } = at(somewhere);
    const numbers = [...somewhere.thresholds.flat(), ...somewhere.tilts];
    gradient.forEach((slope, i) => {
      const moved = (by: number): number => {
        const values = numbers.map((value, j) => (j === i ? value + by : value));
        return at({ thresholds: [values.slice(0, 2), values.slice(2, 4), values.slice(4, 6)], tilts: values.slice(6) }).value;
      };
      expect((moved(1e-4) - moved(-1e-4)) / 2e-4).to.be.closeTo(slope, 1e-5);
    });
  });
});

describe('difficulties from a log', () => {
  const bank = makeBank(3, 3, 3, 2);
  const log = playLogs(bank, plantThresholds(bank, 5), { world: 'own', sessions: 60, seed: 5 });

  it('stay where they were published for skills that nobody was asked', () => {
    const onlyFirst = log.map((answers) => answers.filter(({ item }) => item.startsWith('s0-1')));
    const { skills, answers } = calibrate(
      bank,
      onlyFirst.filter(({ length }) => length > 0),
    );
    expect(answers).to.be.above(0);
    for (const { skill, estimate, standardError, published, answers } of skills) {
      if (skill.startsWith('s0')) continue;
      expect(answers).to.equal(0);
      expect(estimate).to.be.closeTo(published, 1e-6);
      expect(standardError).to.be.closeTo(0.7, 1e-3);
    }
  });

  it('increase within a subject by 0.05 at least, even if its harder skill is the easier one', () => {
    // Too few answers an item for an item to be blamed.
    const inverted = Array.from({ length: 87 }, (_, n) => [
      { item: `s0-1-${n % 3}`, outcome: n % 10 === 0 },
      { item: `s0-2-${n % 3}`, outcome: n % 10 !== 1 },
      { item: `s1-1-${n % 3}`, outcome: n % 2 === 0 },
    ]);
    const { skills, converged } = calibrate(bank, inverted);
    const [first, second, third] = skills.map(({ estimate }) => estimate);
    expect(converged).to.equal(true);
    expect(second! - first!).to.be.closeTo(0.05, 1e-6);
    expect(third! - second!).to.be.at.least(0.05 - 1e-9);
  });

  it('are the same whatever the order of the sessions, and whatever the bank was calibrated to', () => {
    const one = calibrate(bank, log);
    const other = calibrate(
      { ...bank, skills: bank.skills.map((skill) => ({ ...skill, threshold: skill.level + 0.3 })) },
      [...log].reverse(),
    );
    one.skills.forEach(({ estimate, standardError }, i) => {
      expect(other.skills[i]!.estimate).to.be.closeTo(estimate, 1e-4);
      expect(other.skills[i]!.standardError).to.be.closeTo(standardError, 1e-4);
    });
  });

  it('need an answer', () => {
    expect(() => calibrate(bank, [[]])).to.throw(/no answer/);
  });
});
