import { expect } from '@esm-bundle/chai';
import { createEngine, type Bank } from '../../src/engine/index.js';
import { readBank } from '../../src/engine/model.js';
import { defaultPrior } from '../../src/engine/prior.js';
import { makeBank } from './banks.js';
import { makeLearner, play } from './learners.js';

const limits = (bank: Bank): readonly [number, number] => readBank(bank, defaultPrior).limits;

describe('a small bank', () => {
  for (const [subjects, levels, items, domains] of [
    [1, 1, 3, 1],
    [1, 4, 2, 1],
    [2, 2, 1, 2],
    [3, 4, 2, 1],
    [6, 4, 2, 3],
    [3, 1, 1, 3],
  ] as const) {
    it(`of ${subjects} × ${levels} skills, ${items} items each, in ${domains} domains, is asked to the end or to certainty`, () => {
      const bank = makeBank(subjects, levels, items, domains);
      const engine = createEngine(bank);
      for (const outcome of [true, false]) {
        const state = play(engine, { passes: () => outcome }, 1);
        const estimate = engine.estimate(state);
        expect(estimate.stop).to.equal(
          state.log.length === bank.items.length && estimate.stop !== 'confident' ? 'bank-empty' : 'confident',
        );
        expect(estimate.band).to.equal(outcome ? 2 : 0);
        const [low, high] = estimate.ci90;
        expect(low).to.be.within(0, high);
        expect(high).to.be.within(low, 1);
        expect(estimate.score).to.be.within(0, 1);
        expect(estimate.bandProbs.reduce((a, b) => a + b)).to.be.closeTo(1, 1e-12);
        for (const p of [
          ...estimate.bandProbs,
          ...Object.values(estimate.skillProbs),
          ...Object.values(estimate.domainScores),
          ...Object.values(estimate.subjectScores),
        ])
          expect(p).to.be.within(0, 1);
      }
    });
  }

  it('with one domain has one and the same score for it and in all', () => {
    const engine = createEngine(makeBank(3, 4, 2, 1));
    const { score, sd, domainScores, domainSd } = engine.estimate(play(engine, makeLearner(makeBank(3, 4, 2, 1), 6), 2));
    expect(domainScores['d0']).to.be.closeTo(score, 1e-12);
    expect(domainSd['d0']).to.be.closeTo(sd, 1e-12);
  });

  it('takes a level that is beyond the scale for mastered by nobody, however many easier ones are passed', () => {
    const bank = makeBank(3, 3, 2, 1);
    const limited: Bank = {
      ...bank,
      skills: bank.skills.map((skill) => (skill.level > 1 ? { ...skill, threshold: 99 } : skill)),
      items: bank.items.filter(({ skill }) => skill.endsWith('-1')),
    };
    const engine = createEngine(limited);
    const { skillProbs, ci90 } = engine.estimate(play(engine, { passes: () => true }, 1));
    for (const { id, level } of bank.skills) expect(skillProbs[id], id).to.be.within(level > 1 ? 0 : 0.8, level > 1 ? 1e-6 : 1);
    expect(ci90[1]).to.be.below(0.45);
  });

  it('without any item stops at once and still says what is believed', () => {
    const engine = createEngine({ ...makeBank(2, 3, 1, 2), items: [] });
    expect(engine.next(engine.start(1))).to.equal(null);
    expect(engine.estimate(engine.start(1))).to.include({ stop: 'bank-empty' });
  });

  it('does not wait for a domain that has no question, nor trips over one that has no skill', () => {
    const full = makeBank(6, 4, 2, 3);
    const bank: Bank = {
      ...full,
      domains: [...full.domains, 'empty'],
      items: full.items.filter(({ skill }) => !skill.startsWith('s0') && !skill.startsWith('s3')),
    };
    const engine = createEngine(bank);
    const state = play(engine, { passes: () => true }, 1);
    expect(engine.estimate(state).stop).to.equal('confident');
    expect(Object.keys(engine.estimate(state).domainScores)).to.deep.equal(['d0', 'd1', 'd2']);
  });
});

describe('the limits of the bands', () => {
  it('lie between the shares that can be attained, a cut itself being in the middle band', () => {
    expect(limits(makeBank(6, 4, 1, 3))).to.deep.equal([11.5, 19.5]);
    expect(limits(makeBank(5, 1, 1, 1))).to.deep.equal([2.5, 4.5]);
    expect(limits({ ...makeBank(5, 4, 1, 1), cuts: [0.55, 0.7] })).to.deep.equal([10.5, 14.5]);
  });

  it('follow the weights', () => {
    const bank = makeBank(2, 2, 1, 1);
    const weighted = (weights: readonly number[]): Bank => ({
      ...bank,
      skills: bank.skills.map((skill, i) => ({ ...skill, weight: weights[i] ?? 1 })),
    });
    // Weights whose mean is 1: the same for all of them times ten.
    const [low, high] = limits(weighted([1, 3, 1, 3]));
    expect([low * 2, high * 2]).to.deep.equal([3.5, 6.5]);
    expect(limits(weighted([10, 30, 10, 30]))).to.deep.equal([low, high]);
    expect(limits(weighted([0.1, 0.3, 0.1, 0.3]))[0]).to.be.closeTo(low, 1e-9);
    const [score, tenfold] = [weighted([1, 3, 1, 3]), weighted([10, 30, 10, 30])].map((each) => {
      const engine = createEngine(each);
      return engine.estimate(engine.answer(engine.start(1), 's0-2-0', true)).score;
    });
    expect(tenfold).to.equal(score);
  });
});

describe('a large bank', () => {
  it('of a hundred subjects, all answered right or wrong, stays exact', () => {
    const bank = makeBank(100, 4, 3, 10);
    const engine = createEngine(bank);
    for (const outcome of [true, false]) {
      const log = bank.items.slice(0, 400).map(({ id }) => ({ item: id, outcome }));
      const { score, sd } = engine.estimate({ ...engine.start(1), log });
      expect(score).to.be.within(outcome ? 0.95 : 0, outcome ? 1 : 0.05);
      expect(sd).to.be.within(0.03, 0.06);
    }
  });

  it('does not lose a learner who contradicts every pattern', () => {
    const bank = makeBank(60, 4, 3, 2);
    const engine = createEngine(bank);
    const log = bank.items.map(({ id, skill }) => ({
      item: id,
      outcome: skill.endsWith('4') || bank.items.findIndex((item) => item.id === id) % 2 === 0,
    }));
    const { score, bandProbs } = engine.estimate({ ...engine.start(1), log });
    expect(score).to.be.within(0, 1);
    expect(bandProbs.reduce((a, b) => a + b)).to.be.closeTo(1, 1e-12);
  });
});
