import { expect } from '@esm-bundle/chai';
import { createEngine, type Bank, type EngineOptions } from '../../src/engine/index.js';
import { settingOf } from '../../src/engine/modes.js';
import { checkStop } from '../../src/engine/stop.js';
import { makeBank } from './banks.js';
import { makeLearner, play } from './learners.js';

const summary = (confidence: number, sd: number) => ({
  mean: 0,
  variance: 0,
  score: 0.5,
  sd,
  bandProbs: [confidence, 1 - confidence, 0] as const,
  patchy: 0,
  domainSd: 0.2,
});

describe('the questions stop', () => {
  const rule = settingOf('standard', false).rule;
  const reason = (confidence: number, sd: number, answered: number, left = 50, unseen = 0) =>
    checkStop(rule, summary(confidence, sd), answered, left, unseen).reason;

  it('when the band and the score are sure enough, not before the 7th, and not before every domain was seen', () => {
    expect(reason(0.91, 0.1, 7)).to.equal('confident');
    expect(reason(0.89, 0.1, 7)).to.equal(undefined);
    expect(reason(0.99, 0.12, 7)).to.equal(undefined);
    expect(reason(0.99, 0.05, 6)).to.equal(undefined);
    expect(reason(0.99, 0.05, 12, 50, 1)).to.equal(undefined);
  });

  it('the more easily the longer it lasts', () => {
    // .9 less .02 for each question after the 7th.
    expect(reason(0.75, 0.1, 14)).to.equal(undefined);
    expect(reason(0.8, 0.1, 14)).to.equal('confident');
    expect(reason(0.75, 0.1, 15)).to.equal('confident');
  });

  it('at the maximum, or when nothing is left to ask', () => {
    expect(reason(0.4, 0.2, 21)).to.equal(undefined);
    expect(reason(0.4, 0.2, 22)).to.equal('max-items');
    expect(reason(0.4, 0.2, 3, 0)).to.equal('bank-empty');
    expect(reason(0.4, 0.2, 22, 50, 2)).to.equal('max-items');
  });

  it('later in a mode that wants to be surer', () => {
    const bank = makeBank(16, 4, 3, 5);
    const lengths = (['express', 'standard', 'thorough'] as const).map((mode) => {
      const engine = createEngine(bank, { mode });
      let sum = 0;
      for (let seed = 0; seed < 30; seed++) {
        const state = play(engine, makeLearner(bank, seed), seed);
        const { stop, bandProbs, sd } = engine.estimate(state);
        sum += state.log.length;
        // For as long as a profile is patchy, standard may ask as many as thorough.
        expect(state.log.length).to.be.within(
          { express: 6, standard: 7, thorough: 8 }[mode],
          { express: 20, standard: 30, thorough: 30 }[mode],
        );
        expect(stop).to.be.oneOf(['confident', 'max-items']);
        if (stop === 'confident') {
          const { rule } = engine.explain(state);
          expect(sd).to.be.at.most(rule.sd);
          expect(Math.max(...bandProbs)).to.be.at.least(rule.confidence - rule.decay * Math.max(0, state.log.length - 7));
        }
      }
      return sum;
    });
    expect(lengths).to.deep.equal([...lengths].sort((a, b) => a - b));
    expect(new Set(lengths).size).to.equal(3);
  });

  it('later where the learner is at home here and a stranger there: standard then wants to be surer', () => {
    const bank = makeBank(16, 4, 3, 5);
    // Half of the subjects of every domain mastered, nothing of the others.
    const passes = (item: string): boolean => Number(item.slice(1).split('-')[0]) % 2 === 0;
    const engine = createEngine(bank);
    let uneven = 0;
    for (let seed = 0; seed < 20; seed++) {
      const state = play(engine, { passes }, seed);
      const { patchy, rule, askedRule } = engine.explain(state);
      expect(askedRule).to.deep.equal(settingOf('standard', false).rule);
      if (!patchy) continue;
      uneven++;
      expect(rule.confidence).to.be.above(askedRule.confidence);
      expect(rule.maxItems).to.be.above(askedRule.maxItems);
    }
    expect(uneven).to.be.above(2);
    const even = createEngine(bank, { mode: 'express' });
    expect(even.explain(play(even, { passes }, 1)).patchy).to.equal(false);
  });

  it('sooner where tasks show two levels, and later there for who is strong here and weak there', () => {
    const plain = makeBank(16, 4, 3, 5);
    const beside = (skill: string, by: number) => {
      const [subject = '', level] = skill.split('-');
      const other = `${subject}-${Number(level) + by}`;
      return plain.skills.some(({ id }) => id === other) ? { skill: other, guess: 0.05, slip: 0.1 } : undefined;
    };
    const rich = (every: number): Bank => ({
      ...plain,
      items: plain.items.map((item, i) => {
        const harder = i % every === 0 ? beside(item.skill, 1) : undefined;
        return { ...item, ...(harder && { harder }) };
      }),
    });
    const ruleOf = (bank: Bank) => {
      const engine = createEngine(bank);
      return engine.explain(engine.start(1)).askedRule;
    };
    expect(ruleOf(rich(2))).to.deep.equal(settingOf('standard', true).rule);
    expect(ruleOf(rich(2)).maxItems).to.be.below(ruleOf(plain).maxItems);
    const express = createEngine(rich(2), { mode: 'express' });
    expect(express.explain(express.start(1)).aim).to.deep.equal({ levelShare: 0.1, timePower: 0.75 });
    // A few such tasks are not enough.
    expect(ruleOf(rich(6))).to.deep.equal(settingOf('standard', false).rule);
  });

  it('by the rule asked for, as far as it says other than the mode', () => {
    const bank = makeBank(16, 4, 3, 5);
    const lengthOf = (options: EngineOptions): number => {
      const engine = createEngine(bank, { mode: 'express', ...options });
      let sum = 0;
      for (let seed = 0; seed < 20; seed++) {
        const state = play(engine, makeLearner(bank, seed), seed);
        const { rule, stop } = engine.explain(state);
        expect(rule).to.deep.equal({ ...settingOf('express', false).rule, ...options.stop, maxItems: options.maxItems ?? 20 });
        if (stop.reason === 'confident')
          expect(stop.confidence).to.be.at.least(rule.confidence - rule.decay * Math.max(0, state.log.length - 7));
        sum += state.log.length;
      }
      return sum;
    };
    const [early, own, late] = [{ stop: { confidence: 0.75, sd: 1 } }, {}, { stop: { confidence: 0.95, decay: 0 }, maxItems: 26 }].map(
      lengthOf,
    );
    expect(early).to.be.below(own!);
    expect(own).to.be.below(late!);
    const longer = createEngine(bank, { stop: { minItems: 40 } });
    expect(longer.explain(longer.start(1)).rule.minItems).to.equal(22);
  });

  it('by the rule asked for where a profile is patchy too, unless it says from where on not', () => {
    const bank = makeBank(16, 4, 3, 5);
    const passes = (item: string): boolean => Number(item.slice(1).split('-')[0]) % 2 === 0;
    const patchyOnes = (options: EngineOptions): number => {
      const engine = createEngine(bank, options);
      return Array.from({ length: 20 }, (_, seed) => engine.explain(play(engine, { passes }, seed)).patchy).filter(Boolean).length;
    };
    expect(patchyOnes({})).to.be.above(2);
    expect(patchyOnes({ stop: { sd: 0.1 } })).to.equal(0);
    expect(patchyOnes({ mode: 'express', stop: { patchy: [0.5, 0.14] } })).to.be.above(2);
  });

  it('at the number asked for, and not a question later', () => {
    const bank = makeBank(6, 4, 2, 3);
    for (const maxItems of [1, 4, 9]) {
      const engine = createEngine(bank, { mode: 'thorough', maxItems });
      const state = play(engine, makeLearner(bank, 4), 1);
      expect(state.log.length).to.equal(maxItems);
      expect(engine.estimate(state).stop).to.be.oneOf(['max-items', 'confident']);
    }
  });
});
