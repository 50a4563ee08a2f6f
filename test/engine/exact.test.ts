import { expect } from '@esm-bundle/chai';
import { createEngine, type EngineState } from '../../src/engine/index.js';
import { estimateFrom, summarise } from '../../src/engine/estimate.js';
import { marginalOf } from '../../src/engine/marginal.js';
import { classOf, readBank } from '../../src/engine/model.js';
import { priorPosterior, update } from '../../src/engine/posterior.js';
import { defaultPrior } from '../../src/engine/prior.js';
import { classValues, gainOf, jointTable } from '../../src/engine/selection.js';
import { prospects } from './brute-force-choice.js';
import { enumerate, everybody, expectation, given, mastered, mixtureCdf, variance, type Worlds } from './brute-force.js';
import { examples } from './exact-examples.js';

const tolerance = 1e-12;
const error = 0.03;

for (const { bank, options = {}, total, limits, logs } of examples) {
  const model = readBank(bank, options.prior ?? defaultPrior);
  // The engine counts in weights whose mean is 1.
  const scale = bank.skills.length / total;
  const scaled = [limits[0] * scale, limits[1] * scale] as const;
  let prior: Worlds | undefined;

  for (const [name, answers] of Object.entries(logs)) {
    describe(`${bank.id}; ${name}: the engine says what counting every possible learner says`, () => {
      const posterior = answers.reduce(
        (last, answer) => update(model, last, model.indexOf.get(answer.item) ?? -1, answer),
        priorPosterior(model),
      );
      const summary = summarise(model, posterior);
      const estimate = estimateFrom(model, posterior, summary);
      let worlds: Worlds;
      let expected: ReturnType<typeof prospects>;
      before(() => {
        prior ??= enumerate(bank, options.prior ?? everybody);
        worlds = given(prior, answers);
        expected = prospects(worlds, scaled);
      });

      it('score, variance and bands', () => {
        const all = mastered(worlds);
        const share = (levels: readonly number[]): number => all(levels) / (total * scale);
        const below = (weight: number): number => mixtureCdf(worlds, weight * scale, error * total * scale);
        expect(estimate.score).to.be.closeTo(expectation(worlds, share), tolerance);
        expect(estimate.sd ** 2).to.be.closeTo(variance(worlds, share) + error ** 2, tolerance);
        const [low, upToMiddle] = [below(limits[0]), below(limits[1])];
        expect(estimate.bandProbs[0]).to.be.closeTo(low, tolerance);
        expect(estimate.bandProbs[1]).to.be.closeTo(upToMiddle - low, tolerance);
        expect(estimate.bandProbs[2]).to.be.closeTo(1 - upToMiddle, tolerance);
        // Less than half a unit from either end only 0 and the total can be attained.
        const half = model.unit / scale / 2;
        const [from, to] = [estimate.ci90[0] * total, estimate.ci90[1] * total];
        if (from > 0) expect(below(from)).to.be.closeTo(0.05, 1e-8);
        else expect(below(half)).to.be.above(0.05);
        if (to < total) expect(below(to)).to.be.closeTo(0.95, 1e-8);
        else expect(below(total - half)).to.be.below(0.95);
      });

      it('domains, subjects and skills', () => {
        const populated = bank.domains.filter((id) => bank.subjects.some(({ domain }) => domain === id));
        expect(Object.keys(estimate.domainScores)).to.deep.equal(populated);
        for (const domain of populated) {
          const inDomain = mastered(worlds, (s) => bank.subjects[s]?.domain === domain);
          const most = inDomain(bank.subjects.map(({ skills }) => skills.length));
          const share = (levels: readonly number[]): number => inDomain(levels) / most;
          expect(estimate.domainScores[domain]).to.be.closeTo(expectation(worlds, share), tolerance);
          expect((estimate.domainSd[domain] ?? 0) ** 2).to.be.closeTo(variance(worlds, share) + error ** 2, tolerance);
        }
        bank.subjects.forEach(({ id, skills }, s) => {
          const inSubject = mastered(worlds, (each) => each === s);
          const most = inSubject(bank.subjects.map((subject) => subject.skills.length));
          expect(estimate.subjectScores[id]).to.be.closeTo(
            expectation(worlds, (levels) => inSubject(levels) / most),
            tolerance,
          );
          skills.forEach((skill, i) => {
            const masters = expectation(worlds, (levels) => ((levels[s] ?? 0) > i ? 1 : 0));
            expect(estimate.skillProbs[skill], skill).to.be.closeTo(masters, tolerance);
          });
        });
        expect(Object.keys(estimate.skillProbs)).to.have.members(bank.skills.map(({ id }) => id));
      });

      it('the chance that each question is passed, and what it is expected to bring', () => {
        const values = classValues(model, posterior, summary, { levelShare: 0.7 });
        for (const { id } of bank.items) {
          const place = model.indexOf.get(id) ?? -1;
          const itemClass = classOf(model, place);
          const { subject: s, domain: d } = itemClass;
          const [subject, ofSubject, ofDomain, promise] = [
            model.subjects[s],
            posterior.subjects[s],
            posterior.domains[d],
            expected.get(id),
          ];
          if (!subject || !ofSubject || !ofDomain || !promise) throw new Error('The bank was misread.');
          const gain = gainOf(jointTable(model, subject, ofSubject, ofDomain, marginalOf(posterior, d), summary.mean), itemClass);
          expect(gain.variance, id).to.be.closeTo(promise.variance, tolerance);
          expect(gain.information, id).to.be.closeTo(promise.information, tolerance);
          expect(gain.levels, id).to.be.closeTo(promise.levels, tolerance);
          const worth = promise.information + (0.3 * promise.variance) / ((estimate.sd * total * scale) ** 2 + 0.5) + 0.7 * promise.levels;
          const number = model.classIndex[place] ?? -1;
          expect(values.passing[number], id).to.be.closeTo(promise.passing, tolerance);
          expect(values.worth[number], id).to.be.closeTo(worth, tolerance);
        }
      });

      it('and through its door: the same estimate; the question that brings most for its time', () => {
        for (const [mode, levelShare] of [
          ['standard', 0],
          ['thorough', 0.4],
        ] as const) {
          const engine = createEngine(bank, { ...options, mode, exposure: 1 });
          const state = answers.reduce<EngineState>(
            (each, { item, outcome, unknown = false }) => engine.answer(each, item, outcome, { unknown }),
            engine.start(1),
          );
          const { stop, ...rest } = engine.estimate(state);
          expect(rest).to.deep.equal(estimate);
          const next = engine.next(state);
          expect(next === null).to.equal(stop !== undefined);
          // From the 7th question on some are for domains that were not seen.
          if (next === null || answers.length >= 6) continue;
          const utility = (id: string): number => {
            const { variance = 0, information = 0, levels = 0 } = expected.get(id) ?? {};
            const seconds = bank.items.find((item) => item.id === id)?.seconds ?? 0;
            const worth = information + (0.3 * variance) / ((rest.sd * total * scale) ** 2 + 0.5) + levelShare * levels;
            return worth / Math.sqrt(seconds / 45);
          };
          const left = bank.items.map(({ id }) => id).filter((id) => !answers.some(({ item }) => item === id));
          expect(utility(next), mode).to.be.closeTo(Math.max(...left.map(utility)), tolerance);
        }
      });
    });
  }
}
