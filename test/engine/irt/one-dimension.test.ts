import { expect } from '@esm-bundle/chai';
import { createEngine, type Bank } from '../../../src/engine/index.js';
import { normalCdf } from '../brute-force.js';
import { posterior, type Curve, type Grid } from './irt.js';

/*
 * In one domain whose subjects have one skill each, the engine's model is item response theory: given the ability h and
 * the kind κ, an item of threshold θ is passed with c + (d − c)·Φ((h − θ)/τ), or a curve of h alone for who is patchy. The
 * functions here are those that agree with catR, on points (h, κ) in place of points θ.
 */
interface Point {
  readonly h: number;
  /** None for who is patchy. */
  readonly spread: number | undefined;
}

/** The engine raises chances below 1e-9 to it, for each item, which item response theory does not. */
const tolerance = 1e-8;

const density = (x: number): number => Math.exp((-x * x) / 2);
const halves = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i / 2);

/** h = g + u, as a learner is drawn: g of two kinds of people, u of their one domain. */
function abilityGrid(): Grid<Point> {
  const points: Point[] = [];
  const weights: number[] = [];
  const kinds: readonly [number | undefined, number][] = [
    [0.7, 0.25],
    [1.7, 0.4],
    [undefined, 0.35],
  ];
  for (const [spread, share] of kinds) {
    for (const g of halves(-1, 21)) {
      for (const u of halves(-1.5, 7)) {
        points.push({ h: g + u, spread });
        weights.push(share * ((0.2 * density((g - 1) / 1.2)) / 1.2 + (0.8 * density((g - 4.4) / 1.9)) / 1.9) * density(u / 0.8));
      }
    }
  }
  return { points, weights };
}

/** The only skill of a subject is its middle: half of it is below. */
function patchyMastery(h: number): number {
  const familiar = normalCdf((h - 3.5) / 3);
  return familiar * normalCdf((0.95 - 0.5) / 0.25) + (1 - familiar) * normalCdf((0.25 - 0.5) / 0.25);
}

const masters =
  (threshold: number): Curve<Point> =>
  ({ h, spread }) =>
    spread === undefined ? patchyMastery(h) : normalCdf((h - threshold) / spread);
const passes =
  (threshold: number, guess: number, slip: number): Curve<Point> =>
  (point) => {
    const [low, high] = [guess + 0.03 + 0.03, 1 - slip - 0.03 - 0.02];
    return low + (high - low) * masters(threshold)(point);
  };

const thresholds = [0.5, 1.5, 2.2, 2.5, 3.5, 4.5, 5.5, 7.5];
const guesses = [0, 0.05, 0.25, 0.1, 0.02, 0.5, 0, 0.2];
const slips = [0.1, 0.05, 0.02, 0.2, 0, 0.08, 0.1, 0.05];
const oneSkillEach = (count: number): Bank => ({
  id: `one-dimension-${count}`,
  domains: ['x'],
  subjects: thresholds.slice(0, count).map((_, i) => ({ id: `s${i}`, domain: 'x', skills: [`s${i}-1`] })),
  skills: thresholds
    .slice(0, count)
    .map((threshold, i) => ({ id: `s${i}-1`, subject: `s${i}`, domain: 'x', level: Math.ceil(threshold), weight: 1, threshold })),
  items: thresholds
    .slice(0, count)
    .map((_, i) => ({ id: `s${i}`, skill: `s${i}-1`, guess: guesses[i] ?? 0, slip: slips[i] ?? 0, seconds: 45 })),
  cuts: [0.5, 0.8],
});

describe('a bank of one domain, one skill to a subject, is item response theory in one dimension', () => {
  const grid = abilityGrid();

  for (const [count, answered] of [
    [1, 0],
    [1, 1],
    [8, 1],
    [8, 5],
    [8, 8],
  ] as const) {
    it(`with ${count} item${count > 1 ? 's' : ''}, ${answered} answered: the same chance of every skill and the same score`, () => {
      const engine = createEngine(oneSkillEach(count));
      const curves = thresholds.slice(0, answered).map((threshold, i) => passes(threshold, guesses[i] ?? 0, slips[i] ?? 0));
      for (let pattern = 0; pattern < 2 ** answered; pattern += answered > 5 ? 7 : 1) {
        const answers = curves.map((_, i) => ((pattern >> i) & 1) === 1);
        const log = answers.map((outcome, i) => ({ item: `s${i}`, outcome }));
        const { skillProbs, score, domainScores } = engine.estimate({ ...engine.start(1), log });
        const shares = posterior(curves, answers, grid);
        let sum = 0;
        thresholds.slice(0, count).forEach((threshold, s) => {
          const expected = shares.reduce((total, share, i) => {
            const point = grid.points[i] ?? { h: 0, spread: 1 };
            const p = masters(threshold)(point);
            // Who masters the skill has a say only in the answer about it.
            const curve = curves[s];
            if (!curve) return total + share * p;
            const [all, solid] = [curve(point), 1 - (slips[s] ?? 0) - 0.03 - 0.02];
            return total + (share * p * (answers[s] ? solid : 1 - solid)) / (answers[s] ? all : 1 - all);
          }, 0);
          expect(skillProbs[`s${s}-1`], `s${s}, answers ${pattern}`).to.be.closeTo(expected, tolerance);
          sum += expected;
        });
        expect(score).to.be.closeTo(sum / count, tolerance);
        expect(domainScores['x']).to.be.closeTo(sum / count, tolerance);
      }
    });
  }
});
