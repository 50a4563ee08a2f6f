import { expect } from '@esm-bundle/chai';
import { paceOf } from '../../src/engine/aim.js';
import { settingOf } from '../../src/engine/modes.js';
import { createEngine, type Bank, type EngineMode, type Estimate } from '../../src/engine/index.js';
import { summarise } from '../../src/engine/estimate.js';
import { marginalOf } from '../../src/engine/marginal.js';
import { classOf, readBank } from '../../src/engine/model.js';
import { priorPosterior, update } from '../../src/engine/posterior.js';
import { defaultPrior } from '../../src/engine/prior.js';
import { gainOf, jointTable } from '../../src/engine/selection.js';
import { makeBank } from './banks.js';

const plain = makeBank(4, 4, 1, 2);
/** The item of s1 at level 2 shows level 3 too, and that of s2 at level 3 shows level 1. */
const also = {
  's1-2-0': { skill: 's1-3', guess: 0.02, slip: 0.08 },
  's2-3-0': { skill: 's2-1', guess: 0.1, slip: 0.05 },
};
const bank: Bank = {
  ...plain,
  items: plain.items.map((item) => ({
    ...item,
    ...(item.id === 's1-2-0' && { harder: also['s1-2-0'] }),
    ...(item.id === 's2-3-0' && { easier: also['s2-3-0'] }),
  })),
};
/** The same observations as items of their own. */
const apart: Bank = {
  ...plain,
  items: [...plain.items, ...Object.entries(also).map(([id, second]) => ({ id: `${id}-also`, seconds: 20, ...second }))],
};

/** Without the last bits, which depend on the order of the operations. */
const figures = ({ stop: _, ...rest }: Estimate): unknown =>
  JSON.parse(JSON.stringify(rest), (_key, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(11)) : value));

describe('an item that shows two levels', () => {
  for (const [item, outcome] of [
    ['s1-2-0', true],
    ['s2-3-0', false],
  ] as const)
    for (const second of [true, false])
      it(`tells what two items would: ${item} ${outcome ? 'passed' : 'not passed'}, then ${second ? 'shown' : 'not shown'}`, () => {
        const [one, two] = [createEngine(bank), createEngine(apart)];
        const together = one.answer(one.start(1), item, outcome, { second });
        const separately = two.answer(two.answer(two.start(1), item, outcome), `${item}-also`, second);
        expect(figures(one.estimate(together))).to.deep.equal(figures(two.estimate(separately)));
      });

  it('tells nothing of the other level where that is not looked at', () => {
    const engine = createEngine(bank);
    for (const [item, outcome] of [
      ['s1-2-0', false],
      ['s2-3-0', true],
    ] as const) {
      const state = engine.answer(engine.start(1), item, outcome, { second: true });
      expect(engine.estimate(state)).to.deep.equal(engine.estimate(engine.answer(engine.start(1), item, outcome)));
    }
    const unknown = engine.answer(engine.start(1), 's2-3-0', false, { unknown: true, second: true });
    expect(unknown.log).to.deep.equal([{ item: 's2-3-0', outcome: false, unknown: true }]);
  });

  it('is expected to bring what its three outcomes bring', () => {
    const model = readBank(bank, defaultPrior);
    const start = update(model, priorPosterior(model), 0, { item: bank.items[0]?.id ?? '', outcome: true });
    const summary = summarise(model, start);
    for (const [item, harder] of [
      ['s1-2-0', true],
      ['s2-3-0', false],
    ] as const) {
      const index = model.indexOf.get(item) ?? -1;
      const itemClass = classOf(model, index);
      const { subject: s, domain: d, outcomes } = itemClass;
      const [subject, believed, domain] = [model.subjects[s], start.subjects[s], start.domains[d]];
      if (!subject || !believed || !domain) throw new Error('The bank was misread.');
      const table = jointTable(model, subject, believed, domain, marginalOf(start, d), summary.mean);
      const answers = [
        { item, outcome: harder, second: true },
        { item, outcome: harder, second: false },
        { item, outcome: !harder },
      ];
      const chances = outcomes.map((outcome) => outcome.reduce((sum, chance, t) => sum + chance * (table.share[t] ?? 0), 0));
      expect(chances.reduce((a, b) => a + b)).to.be.closeTo(1, 1e-12);
      // In the order of the outcomes: passed first.
      const ordered = harder ? answers : [answers[2], answers[0], answers[1]];
      const left = ordered.reduce(
        (sum, answer, i) => sum + (chances[i] ?? 0) * (answer ? summarise(model, update(model, start, index, answer)).variance : NaN),
        0,
      );
      expect(gainOf(table, itemClass).variance).to.be.closeTo(summary.variance - left, 1e-9);
    }
  });

  it('is asked rather than one that shows one level, when both take the same time', () => {
    const single = { id: 'single', skill: 's1-2', guess: 0.05, slip: 0.05, seconds: 50 };
    const twins: Bank = { ...plain, items: [single, { ...single, id: 'double', harder: { skill: 's1-3', guess: 0.05, slip: 0.05 } }] };
    const engine = createEngine(twins, { exposure: 1 });
    expect(engine.next(engine.start(1))).to.equal('double');
  });

  it('weighs its time more in express and standard than one that shows one level does', () => {
    const slow: Bank = { ...plain, items: plain.items.map((item) => ({ ...item, seconds: 90 })) };
    const paceIn = (mode: EngineMode, twoLevels: boolean) => paceOf(slow, settingOf(mode, twoLevels).aim)[0];
    for (const mode of ['express', 'standard'] as const) {
      expect(paceIn(mode, true)).to.be.closeTo(0.5 ** 0.75, 1e-12);
      expect(paceIn(mode, false)).to.be.closeTo(Math.SQRT1_2, 1e-12);
    }
    expect(paceIn('thorough', true)).to.be.closeTo(Math.SQRT1_2, 1e-12);
  });

  it('shows a harder level once passed, and an easier one when not', () => {
    const whole: Bank = {
      ...plain,
      items: [
        {
          id: 'x',
          skill: 's1-2',
          guess: 0,
          slip: 0,
          seconds: 60,
          harder: { ...also['s1-2-0'] },
          easier: { skill: 's1-1', guess: 0, slip: 0 },
        },
      ],
    };
    const engine = createEngine(whole);
    const mastered = (outcome: boolean, second: boolean): readonly number[] => {
      const { skillProbs } = engine.estimate(engine.answer(engine.start(1), 'x', outcome, { second }));
      return ['s1-1', 's1-3'].map((skill) => skillProbs[skill] ?? NaN);
    };
    expect(mastered(true, true)[1]).to.be.above((mastered(true, false)[1] ?? 1) + 0.3);
    expect(mastered(false, true)[0]).to.be.above((mastered(false, false)[0] ?? 1) + 0.3);
  });

  it('must show another level of its own subject, on the right side', () => {
    const item = { id: 'x', skill: 's1-2', guess: 0, slip: 0, seconds: 9 };
    for (const [name, skill] of [
      ['harder', 's0-3'],
      ['harder', 's1-2'],
      ['harder', 's1-1'],
      ['easier', 's1-3'],
    ] as const)
      expect(() => createEngine({ ...plain, items: [{ ...item, [name]: { skill, guess: 0, slip: 0 } }] })).to.throw(
        `the ${name} skill of "x" must be a ${name} one of the same subject`,
      );
  });
});
