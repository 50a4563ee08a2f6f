import { expect } from '@esm-bundle/chai';
import { estimateFrom, summarise } from '../../src/engine/estimate.js';
import { createEngine, type Bank, type LoggedAnswer } from '../../src/engine/index.js';
import { marginalOf } from '../../src/engine/marginal.js';
import { classOf, readBank } from '../../src/engine/model.js';
import { priorPosterior, update } from '../../src/engine/posterior.js';
import { defaultPrior } from '../../src/engine/prior.js';
import { gainOf, jointTable } from '../../src/engine/selection.js';
import { expectation, mixtureCdf, variance, varianceReduction, worlds } from './brute-force.js';

const weights: Record<string, number> = { 'a-1': 1, 'a-2': 2, 'b-1': 0.5, 'b-2': 1.5, 'b-3': 1, 'c-2': 2 };
const bank: Bank = {
  id: 'three',
  domains: ['x', 'y'],
  subjects: [
    { id: 'a', domain: 'x', skills: ['a-1', 'a-2'] },
    { id: 'b', domain: 'y', skills: ['b-1', 'b-2', 'b-3'] },
    { id: 'c', domain: 'x', skills: ['c-2'] },
  ],
  skills: Object.entries(weights).map(([id, weight]) => ({
    id,
    subject: id.slice(0, 1),
    domain: id.startsWith('b') ? 'y' : 'x',
    level: Number(id.slice(2)),
    weight,
    // Harder than the next: to be put back in order.
    ...(id === 'b-2' && { threshold: 2.9 }),
  })),
  items: Object.keys(weights).flatMap((skill, i) => [
    { id: `${skill}-open`, skill, guess: 0.01 * i, slip: 0.08, seconds: 60 },
    { id: `${skill}-list`, skill, guess: 0.25, slip: 0.04, seconds: 20 },
  ]),
  cuts: [0.5, 0.8],
};
const log: LoggedAnswer[] = [
  { item: 'a-1-open', outcome: true },
  { item: 'b-2-list', outcome: true },
  { item: 'b-3-open', outcome: false },
  { item: 'c-2-list', outcome: false, unknown: true },
  { item: 'a-2-open', outcome: false },
];
/** Weight of all skills; limits of the bands half-way between attainable weights: 3.5 and 4 about the cut 4, 6 and 6.5 about the cut 6.4. */
const total = 8;
const limits = [3.75, 6.25] as const;
const skillIds = Object.keys(weights);
const tolerance = 1e-12;

for (const answered of [0, 2, 5]) {
  describe(`after ${answered} answers, the engine says what counting every possible learner says`, () => {
    const answers = log.slice(0, answered);
    const all = worlds(bank, answers);
    const model = readBank(bank, defaultPrior);
    const posterior = answers.reduce(
      (before, answer) => update(model, before, model.indexOf.get(answer.item) ?? -1, answer),
      priorPosterior(model),
    );
    const summary = summarise(model, posterior);
    const estimate = estimateFrom(model, posterior, summary);
    const error = 0.03;

    it('score, variance and bands', () => {
      expect(estimate.score).to.be.closeTo(
        expectation(all, ({ mastered }) => mastered / total),
        tolerance,
      );
      expect(estimate.sd ** 2).to.be.closeTo(variance(all, ({ mastered }) => mastered / total) + error ** 2, tolerance);
      const low = mixtureCdf(all, limits[0], error * total);
      const upToMiddle = mixtureCdf(all, limits[1], error * total);
      expect(estimate.bandProbs[0]).to.be.closeTo(low, tolerance);
      expect(estimate.bandProbs[1]).to.be.closeTo(upToMiddle - low, tolerance);
      expect(estimate.bandProbs[2]).to.be.closeTo(1 - upToMiddle, tolerance);
      // Weights of 0.25 and less can only be 0, and of 7.75 and more only 8.
      const [from, to] = [estimate.ci90[0] * total, estimate.ci90[1] * total];
      if (from > 0) expect(mixtureCdf(all, from, error * total)).to.be.closeTo(0.05, 1e-8);
      else expect(mixtureCdf(all, 0.25, error * total)).to.be.above(0.05);
      if (to < total) expect(mixtureCdf(all, to, error * total)).to.be.closeTo(0.95, 1e-8);
      else expect(mixtureCdf(all, 7.75, error * total)).to.be.below(0.95);
    });

    it('domains, subjects and skills', () => {
      const domainWeights = [5, 3];
      bank.domains.forEach((domain, d) => {
        const share = ({ byDomain }: { readonly byDomain: readonly number[] }): number => (byDomain[d] ?? 0) / (domainWeights[d] ?? 1);
        expect(estimate.domainScores[domain]).to.be.closeTo(expectation(all, share), tolerance);
        expect((estimate.domainSd[domain] ?? 0) ** 2).to.be.closeTo(variance(all, share) + error ** 2, tolerance);
      });
      bank.subjects.forEach(({ id, skills }, s) => {
        const most = skills.reduce((sum, skill) => sum + (weights[skill] ?? 0), 0);
        const gained = (t = 0): number => skills.slice(0, t).reduce((sum, skill) => sum + (weights[skill] ?? 0), 0);
        expect(estimate.subjectScores[id]).to.be.closeTo(
          expectation(all, ({ levels }) => gained(levels[s]) / most),
          tolerance,
        );
        skills.forEach((skill, i) => {
          expect(estimate.skillProbs[skill]).to.be.closeTo(
            expectation(all, ({ levels }) => ((levels[s] ?? 0) > i ? 1 : 0)),
            tolerance,
          );
        });
      });
      expect(Object.keys(estimate.skillProbs)).to.have.members(skillIds);
    });

    it('what each question is expected to bring', () => {
      // The engine counts in weights whose mean is 1.
      const scale = skillIds.length / total;
      for (const item of ['a-1-list', 'b-3-list', 'c-2-open']) {
        const { subject: s, domain: d, outcomes } = classOf(model, model.indexOf.get(item) ?? -1);
        const [subject, subjectPosterior, domainPosterior] = [model.subjects[s], posterior.subjects[s], posterior.domains[d]];
        if (!subject || !subjectPosterior || !domainPosterior) throw new Error('The bank was misread.');
        const table = jointTable(model, subject, subjectPosterior, domainPosterior, marginalOf(posterior, d), summary.mean);
        const gain = gainOf(table, outcomes);
        expect(gain.variance).to.be.closeTo(varianceReduction(bank, answers, all, item) * scale ** 2, 1e-11);
        table.share.forEach((share, t) =>
          expect(share).to.be.closeTo(
            expectation(all, ({ levels }) => (levels[s] === t ? 1 : 0)),
            tolerance,
          ),
        );
        expect(gain.information).to.be.within(0, table.bandEntropy);
        table.bandShares.forEach((share, b) => expect(share).to.be.closeTo(estimate.bandProbs[b] ?? 0, 0.06));
      }
    });
  });
}

describe('the engine and its parts', () => {
  it('give the same estimate', () => {
    const engine = createEngine(bank);
    let state = engine.start(1);
    for (const { item, outcome, unknown } of log) state = engine.answer(state, item, outcome, { unknown: unknown ?? false });
    const all = worlds(bank, log);
    expect(engine.estimate(state).score).to.be.closeTo(
      expectation(all, ({ mastered }) => mastered / total),
      tolerance,
    );
  });
});
