import { expect } from '@esm-bundle/chai';
import { createEngine, type Bank, type EngineOptions, type Estimate } from '../../src/engine/index.js';
import { makeBank } from './banks.js';
import { generator } from './learners.js';
import { countsAfter, playDrawn, population, type Counts } from './ranks-learners.js';
import { chiSquareTail, claimBins, claimsHold, evenness, rankOf, type Claim } from './ranks-statistics.js';

/*
 * If the engine is right, and learners are as its model says, then the truth is anywhere in what it believes: the rank of
 * the truth is uniform, whatever was asked and whenever it stopped. Exact is the law of each t_s, and mean and variance of
 * each score. Chances of the bands are not: a normal law given (κ, g) stands for counts, and the model error e is added on
 * purpose, so that intervals are too wide for these learners.
 *
 * The generator is fixed. Were it drawn anew, a right engine would fail one of these ten chi-square tests (four subjects,
 * two domains, the score, three bands) in one run of a thousand.
 */
const alarm = 1e-4;

const dense = makeBank(4, 3, 1, 2);
/** Four subjects with skills of levels 2, 4 and 6, in two domains; the first harder by so many levels than published. */
const bankAt = (harder: number): Bank => ({
  ...dense,
  skills: dense.skills.map((skill) => {
    const level = 2 * skill.level;
    return { ...skill, level, threshold: level - 0.5 + (skill.subject === 's0' ? harder : 0) };
  }),
});
/** Cuts at 6 and 9.6 of its 12 skills. */
const bank = bankAt(0);
const bandOf = (mastered: number): number => (mastered < 6 ? 0 : mastered > 9 ? 2 : 1);
const domainOf = (s: number): string => bank.subjects[s]?.domain ?? '';

interface Outcome {
  readonly levels: readonly number[];
  readonly mastered: number;
  /** Rank of the true t_s in what the engine believes of it, for each subject. */
  readonly ranks: readonly number[];
  readonly questions: number;
  readonly estimate: Estimate;
  readonly log: Parameters<ReturnType<typeof countsAfter>>[0];
}

/** Learners drawn from the model, and their sessions: at most 7 questions, so that much remains to be believed. */
function sessions(count: number, seed: number, options: EngineOptions = {}, drawnFrom: Bank = bank, carelessness = 0): Outcome[] {
  const engine = createEngine(bank, { mode: 'express', maxItems: 7, ...options });
  const drawLearner = population(drawnFrom, carelessness);
  const random = generator(seed);
  return Array.from({ length: count }, (_, n) => {
    const learner = drawLearner(random);
    const { log } = playDrawn(engine, learner, n);
    const estimate = engine.estimate({ ...engine.start(n), log });
    const ranks = bank.subjects.map(({ skills }, s) => {
      const atLeast = [1, ...skills.map((skill) => estimate.skillProbs[skill] ?? 0), 0];
      const law = skills.map((_, t) => (atLeast[t] ?? 0) - (atLeast[t + 1] ?? 0));
      return rankOf([...law, atLeast[skills.length] ?? 0], learner.levels[s] ?? 0, random());
    });
    const mastered = learner.levels.reduce((a, b) => a + b, 0);
    return { levels: learner.levels, mastered, ranks, questions: log.length, estimate, log };
  });
}

const subjectRanks = (outcomes: readonly Outcome[], s: number): number[] => outcomes.map(({ ranks }) => ranks[s] ?? 0);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('two thousand learners as the model says, asked what the engine chooses until it stops', function () {
  this.timeout(90_000);
  let outcomes: Outcome[] = [];
  let counts: Counts[] = [];
  before(() => {
    outcomes = sessions(2000, 1);
    const countsOf = countsAfter(bank);
    counts = outcomes.map(({ log }) => countsOf(log));
  });

  it('stop after different numbers of questions, and are of all bands', () => {
    expect(new Set(outcomes.map(({ questions }) => questions)).size).to.be.above(1);
    for (const band of [0, 1, 2]) expect(outcomes.filter(({ mastered }) => bandOf(mastered) === band).length).to.be.above(300);
  });

  it('have the true level of each subject anywhere in what is believed of it', () => {
    bank.subjects.forEach(({ id }, s) => expect(evenness(subjectRanks(outcomes, s)), id).to.be.above(alarm));
  });

  it('have the true score of each domain, and in all, anywhere in its exact law', () => {
    const random = generator(2);
    bank.domains.forEach((domain, d) => {
      const ranks = outcomes.map(({ levels }, n) => {
        const mastered = levels.reduce((sum, t, s) => sum + (domainOf(s) === domain ? t : 0), 0);
        return rankOf(counts[n]?.domains[d] ?? [], mastered, random());
      });
      expect(evenness(ranks), domain).to.be.above(alarm);
    });
    expect(evenness(outcomes.map(({ mastered }, n) => rankOf(counts[n]?.all ?? [], mastered, random())))).to.be.above(alarm);
  });

  it('are told the mean and the variance of these laws, the latter with the model error', () => {
    const momentsOf = (law: readonly number[]): [number, number] => {
      const centre = law.reduce((sum, p, n) => sum + p * n, 0) / (law.length - 1);
      return [centre, law.reduce((sum, p, n) => sum + p * (n / (law.length - 1) - centre) ** 2, 0.03 ** 2)];
    };
    outcomes.forEach(({ estimate }, n) => {
      const [score, variance] = momentsOf(counts[n]?.all ?? []);
      expect(estimate.score).to.be.closeTo(score, 1e-12);
      expect(estimate.sd ** 2).to.be.closeTo(variance, 1e-12);
      bank.domains.forEach((domain, d) => {
        const [share, spread] = momentsOf(counts[n]?.domains[d] ?? []);
        expect(estimate.domainScores[domain]).to.be.closeTo(share, 1e-12);
        expect((estimate.domainSd[domain] ?? 0) ** 2).to.be.closeTo(spread, 1e-12);
      });
    });
  });

  it('are in a band as often as the exact law says', () => {
    for (const band of [0, 1, 2]) {
      const claims = outcomes.map(({ mastered }, n): Claim => {
        const stated = (counts[n]?.all ?? []).reduce((sum, p, count) => sum + (bandOf(count) === band ? p : 0), 0);
        return { stated, true: bandOf(mastered) === band };
      });
      expect(claimsHold(claims), `band ${band}`).to.be.above(alarm);
    }
  });

  it('and about as often as the engine says: within 4 points on average, 8 points and 3 standard errors everywhere', () => {
    const claims = outcomes.flatMap(({ mastered, estimate }) =>
      estimate.bandProbs.map((stated, band): Claim => ({ stated, true: bandOf(mastered) === band })),
    );
    const bins = claimBins(claims);
    expect(bins).to.have.length(10);
    for (const { stated, observed, error } of bins) expect(Math.abs(stated - observed), `said ${stated}`).to.be.below(0.08 + 3 * error);
    const away = bins.reduce((sum, { stated, observed, count }) => sum + Math.abs(stated - observed) * count, 0) / claims.length;
    expect(away).to.be.below(0.04);
  });

  it('are in the 90 % interval at least as often, since it allows for wrong difficulties that they do not have', () => {
    const inside = outcomes.map(({ mastered, estimate: { ci90 } }) => {
      const share = mastered / bank.skills.length;
      return Number(share >= ci90[0] - 1e-9 && share <= ci90[1] + 1e-9);
    });
    expect(mean(inside)).to.be.within(0.9, 0.97);
  });
});

describe('the same test of subjects refuses', function () {
  this.timeout(60_000);
  const worst = (outcomes: readonly Outcome[]): number => Math.min(...bank.subjects.map((_, s) => evenness(subjectRanks(outcomes, s))));

  it('an engine that believes in other people', () => {
    expect(worst(sessions(400, 3, { prior: [{ share: 1, mean: 6.4, sd: 1 }] }))).to.be.below(alarm / 10);
  });

  it('learners who fail one question in five that they would pass', () => {
    expect(worst(sessions(400, 4, {}, bank, 0.2))).to.be.below(alarm / 10);
  });

  it('a bank with one subject that is two levels harder than it says', () => {
    expect(worst(sessions(800, 5, {}, bankAt(2)))).to.be.below(alarm / 10);
  });

  it('but not as many other learners who are as the model says', () => {
    expect(worst(sessions(400, 6))).to.be.above(alarm);
  });
});

describe('the statistics of these tests', () => {
  it('know the chi-square law as tables print it', () => {
    for (const [x, freedom, tail] of [
      [3.841459, 1, 0.05],
      [5.991465, 2, 0.05],
      [30.14353, 19, 0.05],
      [50.79549, 19, 1e-4],
      [35.56401, 10, 1e-4],
    ] as const)
      expect(chiSquareTail(x, freedom) / tail).to.be.closeTo(1, 1e-5);
  });

  it('take uniform ranks for even, and those that keep to the middle or to an end not', () => {
    const random = generator(8);
    const uniform = Array.from({ length: 2000 }, random);
    expect(evenness(uniform)).to.be.above(0.001);
    expect(evenness(uniform.map((x) => x ** 1.3))).to.be.below(alarm);
    expect(evenness(uniform.map((x) => 0.5 + 0.85 * (x - 0.5)))).to.be.below(alarm);
  });

  it('see claims that are too sure', () => {
    const random = generator(9);
    const claims = Array.from({ length: 3000 }, (): Claim => {
      const stated = random();
      return { stated, true: random() < stated };
    });
    expect(claimsHold(claims)).to.be.above(0.001);
    const toward = (p: number): number => Math.min(Math.max(0.5 + 1.3 * (p - 0.5), 0), 1);
    expect(claimsHold(claims.map((claim) => ({ ...claim, stated: toward(claim.stated) })))).to.be.below(alarm);
  });
});
