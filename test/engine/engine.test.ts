import { expect } from '@esm-bundle/chai';
import { createEngine, engineVersion, type Bank, type EngineMode, type EngineOptions, type EngineState } from '../../src/engine/index.js';
import { makeBank } from './banks.js';
import { makeLearner, play } from './learners.js';

const bank = makeBank(6, 4, 2, 3);

describe('a session that is played again', () => {
  it('asks the same questions and says the same, byte for byte, on another engine', () => {
    const learner = makeLearner(bank, 3);
    const first = createEngine(bank);
    const second = createEngine(makeBank(6, 4, 2, 3));
    const [one, two] = [play(first, learner, 42), play(second, learner, 42)];
    expect(JSON.stringify(two)).to.equal(JSON.stringify(one));
    expect(JSON.stringify(second.estimate(two))).to.equal(JSON.stringify(first.estimate(one)));
    expect(JSON.stringify(second.explain(two))).to.equal(JSON.stringify(first.explain(one)));
  });

  it('goes on from any step of its log, read back from JSON', () => {
    const engine = createEngine(bank);
    const learner = makeLearner(bank, 8);
    let state = engine.start(7);
    for (let item = engine.next(state); item !== null; item = engine.next(state)) {
      const copy = JSON.parse(JSON.stringify(state)) as EngineState;
      expect(copy).to.deep.equal(state);
      const other = createEngine(bank);
      expect(other.next(copy)).to.equal(item);
      expect(other.estimate(copy)).to.deep.equal(engine.estimate(state));
      state = engine.answer(state, item, learner.passes(item));
    }
    expect(state.log.length).to.be.at.least(7);
  });

  it('draws other questions with another seed', () => {
    const engine = createEngine(makeBank(16, 4, 3, 5));
    const firsts = new Set(Array.from({ length: 60 }, (_, seed) => engine.next(engine.start(seed))));
    expect(firsts.size).to.be.above(3);
  });

  it('leaves the states that it is given as they are', () => {
    const engine = createEngine(bank);
    const state = engine.start(1);
    engine.answer(state, bank.items[0]?.id ?? '', true);
    expect(state).to.deep.equal({ version: 1, bank: bank.id, seed: 1, log: [] });
  });
});

describe('answers', () => {
  const engine = createEngine(bank);
  const start = engine.start(1);

  it('are taken in any order, for items that were not proposed too, and say the same', () => {
    const items: [string, boolean][] = [
      ['s0-2-0', true],
      ['s4-1-1', false],
      ['s0-3-1', false],
      ['s3-2-0', true],
    ];
    const state = (order: typeof items): EngineState => order.reduce((s, [item, outcome]) => engine.answer(s, item, outcome), start);
    const [one, two] = [engine.estimate(state(items)), engine.estimate(state(items.slice().reverse()))];
    expect(two.score).to.be.closeTo(one.score, 1e-12);
    expect(two.skillProbs['s0-2']).to.be.closeTo(one.skillProbs['s0-2'] ?? 0, 1e-12);
  });

  it('raise the score when right and lower it when not', () => {
    const before = engine.estimate(start).score;
    for (const { id } of bank.items) {
      expect(engine.estimate(engine.answer(start, id, true)).score, id).to.be.above(before);
      expect(engine.estimate(engine.answer(start, id, false)).score, id).to.be.below(before);
    }
  });

  it('take the place of an earlier answer to the same item, without losing its rank', () => {
    const given = engine.answer(engine.answer(engine.answer(start, 's0-1-0', true), 's1-2-0', false, { unknown: true }), 's2-2-0', true);
    const revised = engine.answer(given, 's1-2-0', true);
    const direct = engine.answer(engine.answer(engine.answer(start, 's0-1-0', true), 's1-2-0', true), 's2-2-0', true);
    expect(revised).to.deep.equal(direct);
    expect(engine.estimate(revised)).to.deep.equal(engine.estimate(direct));
    expect(engine.next(revised)).to.equal(engine.next(direct));
  });

  it('are refused for an item that the bank does not have, or a state that is not of the bank', () => {
    expect(() => engine.answer(start, 'nowhere', true)).to.throw('Bank "bank-6-4-2" has no item "nowhere".');
    expect(() => engine.answer({ ...start, bank: 'other' }, 's0-1-0', true)).to.throw('The state is of bank "other", not of "bank-6-4-2".');
    expect(() => engine.next({ ...start, bank: 'other' })).to.throw('bank "other"');
    expect(() => engine.estimate({ ...start, log: [{ item: 'gone', outcome: true }] })).to.throw('"gone"');
    expect(() => engine.next({ ...start, version: 2 as unknown as 1 })).to.throw('version 2');
  });
});

describe('"je ne sais pas encore"', () => {
  const engine = createEngine(bank);
  const start = engine.start(1);

  it('is never a pass, and says more against a skill than a wrong answer does', () => {
    for (const { id, skill } of bank.items) {
      const unknown = engine.answer(start, id, false, { unknown: true });
      expect(unknown.log).to.deep.equal([{ item: id, outcome: false, unknown: true }]);
      expect(engine.answer(start, id, true, { unknown: true })).to.deep.equal(unknown);
      const wrong = engine.estimate(engine.answer(start, id, false)).skillProbs[skill] ?? 1;
      expect(engine.estimate(unknown).skillProbs[skill], id).to.be.below(wrong);
    }
  });

  it('says the same whatever the item’s chance of a lucky guess', () => {
    const probs = ['s0-2-0', 's0-2-1'].map((item) => engine.estimate(engine.answer(start, item, false, { unknown: true })).skillProbs);
    expect(probs[0]).to.deep.equal(probs[1]);
  });

  it('again and again ends soon, in the lowest band', () => {
    let state = start;
    for (let item = engine.next(state); item !== null; item = engine.next(state))
      state = engine.answer(state, item, false, { unknown: true });
    expect(state.log.length).to.be.below(10);
    expect(engine.estimate(state).band).to.equal(0);
  });
});

describe('an explanation', () => {
  it('tells what each answer changed, under which rule, and what stopped the questions', () => {
    const engine = createEngine(bank, { mode: 'express' });
    const state = play(engine, makeLearner(bank, 2), 5);
    const explanation = engine.explain(state);
    const estimate = engine.estimate(state);
    expect(explanation).to.include({ engine: engineVersion, bank: bank.id, seed: 5, mode: 'express' });
    expect(explanation.rule).to.deep.equal({ minItems: 6, maxItems: 20, confidence: 0.9, decay: 0.02, sd: 0.12 });
    expect(explanation.answers.map(({ item, outcome }) => ({ item, outcome }))).to.deep.equal(state.log);
    explanation.answers.forEach(({ before, after, outcome }, i) => {
      expect(before).to.deep.equal(explanation.answers[i - 1]?.after ?? before);
      expect(after.score > before.score).to.equal(outcome);
    });
    const last = explanation.answers.at(-1);
    expect(last?.after).to.deep.equal({ score: estimate.score, sd: estimate.sd, bandProbs: estimate.bandProbs });
    expect(last && { ...last, before: 0, after: 0 }).to.include({ subject: last?.skill.slice(0, 2), unknown: false });
    expect(explanation.stop.reason).to.equal(estimate.stop);
    expect(explanation.stop.confidence).to.equal(Math.max(...estimate.bandProbs));
    expect(JSON.parse(JSON.stringify(explanation))).to.deep.equal(explanation);
  });
});

describe('a bank that contradicts itself', () => {
  const broken: [string, Partial<Bank>][] = [
    ['unknown skill "s0-1"', { skills: bank.skills.slice(1) }],
    ['unknown skill "ghost"', { items: [{ id: 'x', skill: 'ghost', guess: 0, slip: 0, seconds: 30 }] }],
    ['unknown domain "d2"', { domains: ['d0', 'd1'] }],
    ['an item is there twice', { items: [...bank.items, ...bank.items.slice(0, 1)] }],
    ['no skill has a weight', { subjects: [], items: [] }],
    ['its cuts are 0.8 and 0.5, not in order from 0 to 1', { cuts: [0.8, 0.5] }],
    ['its cuts are 0.5 and 80, not in order from 0 to 1', { cuts: [0.5, 80] }],
    ['the level of "s0-1" is NaN, not a number', { skills: bank.skills.map((skill) => ({ ...skill, level: NaN })) }],
    ['the weight of "s0-1" is -1, not a number from 0 up', { skills: bank.skills.map((skill) => ({ ...skill, weight: -1 })) }],
    ...(['guess', 'slip'] as const).map((field): [string, Partial<Bank>] => [
      `a ${field} of "s0-1-0" is NaN, not from 0 to 1`,
      { items: bank.items.map((item) => ({ ...item, [field]: NaN })) },
    ]),
    ['a guess of "s0-1-0" is 25, not from 0 to 1', { items: bank.items.map((item) => ({ ...item, guess: 25 })) }],
    ['the time of "s0-1-0" is NaN, not a number from 0 up', { items: bank.items.map((item) => ({ ...item, seconds: NaN })) }],
  ];
  for (const [message, change] of broken) {
    it(`is refused: ${message}`, () => {
      expect(() => createEngine({ ...bank, ...change })).to.throw(`Bank "bank-6-4-2": ${message}`);
    });
  }
});

describe('an option that cannot be', () => {
  const broken: [string, EngineOptions][] = [
    ['stop.sd is -0.1, not from 0 to 1', { stop: { sd: -0.1 } }],
    ['stop.confidence is 90, not from 0 to 1', { stop: { confidence: 90 } }],
    ['stop.minItems is -1, not a number from 0 up', { stop: { minItems: -1 } }],
    ['stop.patchy is not two numbers', { stop: { patchy: [0.5] as unknown as [number, number] } }],
    ['stop.patchy is 2, not from 0 to 1', { stop: { patchy: [0.5, 2] } }],
    ['a stop has no "maxItems"; there is minItems, confidence, decay, sd', { stop: { maxItems: 9 } as EngineOptions['stop'] & object }],
    ['a stop has no "confidance"', { stop: { confidance: 0.9 } as EngineOptions['stop'] & object }],
    ['unknown mode "fast"; there is express, standard, thorough', { mode: 'fast' as EngineMode }],
    ['exposure is 2, not from 0 to 1', { exposure: 2 }],
    ['pool is 60, not from 0 to 1', { pool: 60 }],
    ['maxItems is 0, not a number from 1 up', { maxItems: 0 }],
    ['easyStart is NaN, not a number from 0 up', { easyStart: NaN }],
    ['a standard deviation of the prior is 0, not a number from 0.1 up', { prior: [{ share: 1, mean: 3, sd: 0 }] }],
    ['the prior has no part', { prior: [] }],
  ];
  for (const [message, options] of broken) {
    it(`is refused: ${message}`, () => {
      expect(() => createEngine(bank, options)).to.throw(`Bank "bank-6-4-2": ${message}`);
    });
  }
});
