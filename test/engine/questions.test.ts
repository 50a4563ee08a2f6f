import { expect } from '@esm-bundle/chai';
import { classOf, readBank } from '../../src/engine/model.js';
import { createEngine, type Bank, type EngineState } from '../../src/engine/index.js';
import { priorPosterior, update } from '../../src/engine/posterior.js';
import { defaultPrior } from '../../src/engine/prior.js';
import { classValues } from '../../src/engine/selection.js';
import { summarise } from '../../src/engine/estimate.js';
import { makeBank } from './banks.js';
import { makeLearner, play } from './learners.js';

const bank = makeBank(16, 4, 3, 5);
const model = readBank(bank, defaultPrior);

/** P(right) and utility of every item, after a log. */
function valuesAfter(log: EngineState['log']): Map<string, { passing: number; utility: number }> {
  const posterior = log.reduce(
    (before, answer) => update(model, before, model.indexOf.get(answer.item) ?? -1, answer),
    priorPosterior(model),
  );
  const { passing, worth } = classValues(model, posterior, summarise(model, posterior), { levelShare: 0 });
  return new Map(
    bank.items.map(({ id, seconds }, i) => {
      const kind = model.classIndex[i] ?? -1;
      return [id, { passing: passing[kind] ?? NaN, utility: (worth[kind] ?? NaN) / Math.sqrt(seconds / 45) }];
    }),
  );
}

const domainOf = new Map(bank.items.map(({ id }, i) => [id, bank.domains[classOf(model, i).domain] ?? '']));
const skillOf = new Map(bank.items.map(({ id, skill }) => [id, skill]));

describe('the next question', () => {
  it('is never one that was asked, and rarely of the skill just asked', () => {
    const engine = createEngine(bank, { mode: 'thorough' });
    let repeats = 0;
    let all = 0;
    for (let seed = 0; seed < 20; seed++) {
      const items = play(engine, makeLearner(bank, seed), seed).log.map(({ item }) => item);
      expect(new Set(items).size).to.equal(items.length);
      all += items.length;
      repeats += items.filter((item, i) => i > 0 && skillOf.get(item) === skillOf.get(items[i - 1] ?? '')).length;
    }
    expect(repeats / all).to.be.below(0.02);
  });

  it('is among the most useful ones, with 1 the very best', () => {
    for (const exposure of [undefined, 0.6, 1]) {
      const engine = createEngine(bank, { exposure, pool: 1 });
      const least = exposure ?? 0.85;
      let state = engine.start(9);
      const learner = makeLearner(bank, 11);
      // Up to the 6th question nothing but utility counts.
      for (let n = 0; n < 6; n++) {
        const item = engine.next(state) ?? '';
        const values = valuesAfter(state.log);
        const best = Math.max(
          ...[...values].filter(([id]) => !state.log.some((logged) => logged.item === id)).map(([, { utility }]) => utility),
        );
        expect((values.get(item)?.utility ?? 0) / best).to.be.at.least((n === 0 ? least ** 3 : least) - 1e-9);
        state = engine.answer(state, item, learner.passes(item));
      }
    }
  });

  it('comes from a share of the items, drawn for the session, so that no item is met by everybody who answers alike', () => {
    const learner = makeLearner(bank, 5);
    const met = (pool: number | undefined): number[] => {
      const engine = createEngine(bank, { exposure: 1, pool });
      const counts = new Map<string, number>();
      for (let seed = 0; seed < 60; seed++)
        for (const { item } of play(engine, learner, seed).log) counts.set(item, (counts.get(item) ?? 0) + 1);
      return [...counts.values()];
    };
    const [some, unlessSaid, all] = [met(0.6), met(undefined), met(1)];
    expect(Math.max(...unlessSaid)).to.be.below(0.85 * Math.max(...all));
    expect(Math.max(...some)).to.be.below(0.8 * Math.max(...all));
    expect(some.length).to.be.above(1.25 * all.length);
  });

  it('comes from all items where there are few, and from the others once the pool is empty', () => {
    const few: Bank = { ...bank, items: bank.items.filter((_, i) => i % 4 === 0) };
    const engine = createEngine(few, { pool: 0.1, maxItems: few.items.length });
    const first = (seed: number, pool: number): string | null => {
      const other = createEngine(few, { pool, maxItems: few.items.length, exposure: 1 });
      return other.next(other.start(seed));
    };
    for (let seed = 0; seed < 12; seed++) expect(first(seed, 0.1)).to.equal(first(seed, 1));
    let state = engine.start(2);
    few.items.slice(0, -1).forEach(({ id }, i) => (state = engine.answer(state, id, i % 2 === 0)));
    expect(engine.next(state) ?? engine.estimate(state).stop).to.be.oneOf([few.items.at(-1)?.id, 'confident']);
  });

  it('is likely to be passed at an easy start, and only then', () => {
    const engine = createEngine(bank, { easyStart: 3 });
    const plain = createEngine(bank);
    let harder = 0;
    for (let seed = 0; seed < 12; seed++) {
      let state = engine.start(seed);
      const learner = makeLearner(bank, seed);
      for (let n = 0; n < 6; n++) {
        const item = engine.next(state) ?? '';
        const passing = valuesAfter(state.log).get(item)?.passing ?? NaN;
        if (n < 3) expect(passing).to.be.within(0.6, 0.9);
        else if (passing < 0.6) harder++;
        state = engine.answer(state, item, learner.passes(item));
      }
    }
    expect(harder).to.be.above(0);
    expect(valuesAfter([]).get(plain.next(plain.start(3)) ?? '')?.passing).to.be.below(0.9);
  });

  it('is the nearest to easy when nothing is easy', () => {
    const hard = { ...bank, items: bank.items.filter(({ skill }) => skill.endsWith('-4')) };
    const engine = createEngine(hard, { easyStart: 2 });
    let state = engine.start(1);
    for (const { id } of hard.items.slice(0, 4)) state = engine.answer(state, id, false, { unknown: true });
    expect(createEngine(hard, { easyStart: 5 }).next(state)).to.be.a('string');
    const values = valuesAfter(state.log);
    const chosen = values.get(createEngine(hard, { easyStart: 5 }).next(state) ?? '')?.passing ?? 0;
    const open = hard.items.filter(({ id }) => !state.log.some(({ item }) => item === id)).map(({ id }) => values.get(id)?.passing ?? 0);
    expect(Math.max(...open)).to.be.below(0.6);
    expect(chosen).to.equal(Math.max(...open));
  });

  it('is likely to be passed after so many failures in a row, if that is asked for, and only then', () => {
    const hard = new Map<number, number>();
    for (const relief of [0, 2]) {
      const engine = createEngine(bank, { relief, mode: 'thorough' });
      for (let seed = 0; seed < 12; seed++) {
        let state = engine.start(seed);
        const learner = makeLearner(bank, seed);
        for (let item = engine.next(state); item !== null; item = engine.next(state)) {
          const failing = state.log.length >= 2 && state.log.slice(-2).every(({ outcome }) => !outcome);
          const passing = valuesAfter(state.log).get(item)?.passing ?? NaN;
          if (failing && passing < 0.55) hard.set(relief, (hard.get(relief) ?? 0) + 1);
          state = engine.answer(state, item, learner.passes(item), { unknown: state.log.length % 5 === 4 });
        }
      }
    }
    expect(hard.get(0)).to.be.above(10);
    // Where a domain is owed a question, it may have none that easy.
    expect(hard.get(2) ?? 0).to.be.below((hard.get(0) ?? 0) / 5);
  });

  it('keeps to the quotas of domains', () => {
    const count = (log: EngineState['log'], domain: string): number => log.filter(({ item }) => domainOf.get(item) === domain).length;
    const engine = createEngine(bank, { quotas: { d0: { least: 4 }, d1: { most: 1 }, d2: { least: 0, most: 0 } } });
    let more = 0;
    for (let seed = 0; seed < 12; seed++) {
      const { log } = play(engine, makeLearner(bank, seed), seed);
      expect(count(log, 'd0')).to.be.at.least(4);
      expect(count(log, 'd1')).to.equal(1);
      expect(count(log, 'd2')).to.equal(0);
      more += count(play(createEngine(bank), makeLearner(bank, seed), seed).log, 'd1');
    }
    expect(more).to.be.above(12);
    expect(() => createEngine(bank, { quotas: { d9: { least: 1 } } })).to.throw('a quota is for "d9", which is none of its domains');
  });

  it('comes from a full domain rather than not at all', () => {
    const engine = createEngine(bank, { quotas: Object.fromEntries(bank.domains.map((id) => [id, { most: 1 }])), mode: 'thorough' });
    const { log } = play(engine, makeLearner(bank, 3), 3);
    expect(log.length).to.be.above(5);
  });

  it('takes the learner to every domain before the end', () => {
    for (const mode of ['express', 'standard', 'thorough'] as const) {
      const engine = createEngine(bank, { mode });
      for (let seed = 0; seed < 15; seed++) {
        const { log } = play(engine, makeLearner(bank, seed), seed);
        expect(new Set(log.map(({ item }) => domainOf.get(item))).size).to.equal(5);
      }
    }
  });

  it('goes to new domains at the 7th, 9th, 11th question while there are some', () => {
    // Six answers in one domain, mixed, so that the band stays open.
    const engine = createEngine(bank, { mode: 'thorough' });
    let state = engine.start(4);
    bank.items
      .filter(({ id }) => domainOf.get(id) === 'd0')
      .slice(0, 6)
      .forEach(({ id }, i) => (state = engine.answer(state, id, i % 2 === 0)));
    const seen = new Set(['d0']);
    for (let n = 6; n < 13; n++) {
      const item = engine.next(state) ?? '';
      const domain = domainOf.get(item) ?? '';
      if (n % 2 === 0 && seen.size < 5) expect(seen, `question ${n + 1}`).not.to.include(domain);
      seen.add(domain);
      state = engine.answer(state, item, n % 2 === 0);
    }
    expect(seen.size).to.equal(5);
  });

  it('finds time for every domain, however few questions there may be', () => {
    const engine = createEngine(bank, { maxItems: 5 });
    for (let seed = 0; seed < 10; seed++) {
      const { log } = play(engine, makeLearner(bank, seed), seed);
      expect(new Set(log.map(({ item }) => domainOf.get(item))).size).to.equal(5);
      expect(log.length).to.equal(5);
    }
  });

  it('comes sooner in a domain whose questions are short', () => {
    const slow: Bank = { ...bank, items: bank.items.map((item) => ({ ...item, seconds: domainOf.get(item.id) === 'd1' ? 10 : 240 })) };
    const engine = createEngine(slow);
    for (let seed = 0; seed < 10; seed++) expect(domainOf.get(engine.next(engine.start(seed)) ?? '')).to.equal('d1');
  });
});
