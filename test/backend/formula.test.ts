import { expect } from '@esm-bundle/chai';
import type { FormulaParameters, SessionExplanation } from '../../src/model/index.js';
import { explained } from '../support/explained.js';
import { knowsUpTo } from '../support/runs.js';
import { pack } from '../support/small-pack.js';

const normal = (x: number): number => Math.exp((-x * x) / 2);

/** Φ(x), by Simpson's rule: slow, and nobody's code but ours. */
function cumulated(x: number): number {
  if (x < -8) return 0;
  const n = 400;
  const width = (x + 8) / n;
  let sum = 0;
  for (let i = 0; i <= n; i++) sum += (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * normal(-8 + i * width);
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

const grid = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
const shares = (values: number[]): number[] => {
  const total = values.reduce((a, b) => a + b);
  return values.map((value) => value / total);
};
const clamp = (x: number, [least, most]: readonly [number, number]): number => Math.min(Math.max(x, least), most);

/** The chance of an answer for t levels mastered, as the document says it. */
function likelihood(p: FormulaParameters, k: number, guess: number, slip: number, passed: boolean, unknown: boolean) {
  const luck = clamp(guess + p.padding, p.guessWithin);
  const fail = clamp(slip + p.padding, p.slipWithin);
  return (t: number): number => {
    const place = t > k ? 0 : t === k ? 1 : t === k - 1 ? 2 : 3;
    if (unknown) return p.unknown[place];
    const right = [1 - fail, 1 - fail - p.atLevel, luck + p.justBelow, luck][place] ?? 0;
    return passed ? right : 1 - right;
  };
}

/** Score and chances of the levels after these questions, computed from nothing but what the explanation tells. */
function recomputed({ formula, result }: SessionExplanation, asked: SessionExplanation['questions']): number[] {
  const { parameters: p, levels: T } = formula;
  const domains = pack.domains.map(({ id }) => pack.subjects.filter(({ domain, unscored }) => domain === id && !unscored && id !== 'GST'));
  const gs = grid(p.ability.from, p.ability.to, p.step);
  const us = grid(p.domain.from, p.domain.to, p.step);
  const pg = shares(gs.map((g) => p.ability.parts.reduce((sum, { share, mean, sd }) => sum + (share * normal((g - mean) / sd)) / sd, 0)));
  const pu = shares(us.map((u) => normal(u / p.domain.sd)));
  const cells: { weight: number; mean: number; variance: number }[] = [];
  for (const [gi, g] of gs.entries())
    for (const { value: spread, share } of [...p.spreads, { value: undefined, share: p.patchy.share }]) {
      let weight = (pg[gi] ?? 0) * share;
      let mean = 0;
      let variance = 0;
      for (const subjects of domains) {
        const counted = subjects.filter(({ id }) => ['MEL', 'NAV', 'SEC'].includes(id));
        if (counted.length === 0) continue;
        let total = 0;
        let first = 0;
        let second = 0;
        for (const [ui, u] of us.entries()) {
          let chance = pu[ui] ?? 0;
          let [m, v] = [0, 0];
          for (const { id, levels } of counted) {
            const familiar = cumulated((g + u - p.patchy.familiarAt) / p.patchy.familiarSpread);
            const patchy = (k: number): number => {
              const [at, other] = p.patchy.depth.map((depth) => cumulated((depth - (k - 0.5) / levels) / p.patchy.depthSpread));
              return familiar * (at ?? 0) + (1 - familiar) * (other ?? 0);
            };
            const atLeast = (k: number): number =>
              k === 0 ? 1 : k > levels ? 0 : spread === undefined ? patchy(k) : cumulated((g + u - (k - 0.5)) / spread);
            const mass = Array.from({ length: levels + 1 }, (_, t) =>
              asked
                .filter(({ subject }) => subject.id === id)
                .reduce(
                  (sum, { level, passed, unknown, counted: known }) =>
                    sum * likelihood(p, level, known?.guess ?? 0, known?.slip ?? 0, passed, unknown)(t),
                  Math.max(atLeast(t) - atLeast(t + 1), 1e-9),
                ),
            );
            const z = mass.reduce((a, b) => a + b);
            const mu = mass.reduce((sum, each, t) => sum + (each / z) * t, 0);
            chance *= z;
            m += mu;
            v += mass.reduce((sum, each, t) => sum + (each / z) * (t - mu) ** 2, 0);
          }
          total += chance;
          first += chance * m;
          second += chance * (v + m * m);
        }
        weight *= total;
        mean += first / total;
        variance += second / total - (first / total) ** 2;
      }
      cells.push({ weight, mean, variance });
    }
  const sum = cells.reduce((all, { weight }) => all + weight, 0);
  const [low, high] = result.score.cuts;
  const upTo = (x: number): number =>
    cells.reduce(
      (all, cell) => all + (cell.weight / sum) * cumulated((x - cell.mean) / Math.sqrt(cell.variance + (p.modelError * T) ** 2)),
      0,
    );
  const first = upTo(Math.ceil(low * T) - 0.5);
  const third = 1 - upTo(Math.floor(high * T) + 0.5);
  return [cells.reduce((all, { weight, mean }) => all + (weight / sum) * mean, 0) / T, first, 1 - first - third, third];
}

describe('the formula of an explanation', () => {
  it('gives, computed by hand from its published numbers, the figures before the first answer and after each one', async () => {
    const learner = knowsUpTo(2);
    const explanation = await explained((item) => (item.startsWith('SEC') ? null : learner(item)));
    const { questions } = explanation;
    expect(questions.some(({ unknown }) => unknown)).to.equal(true);
    for (const asked of [0, 1, 3, questions.length]) {
      const told = asked === 0 ? questions[0]?.counted?.before : questions[asked - 1]?.counted?.after;
      if (!told) throw new Error('no figures');
      recomputed(explanation, questions.slice(0, asked)).forEach((figure, i) =>
        expect(figure, `figure ${i} after ${asked}`).to.be.closeTo([told.score, ...told.bandProbabilities][i] ?? NaN, 1e-7),
      );
    }
  });
});
