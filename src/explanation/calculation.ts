import type { SessionExplanation } from '../model/index.js';
import { formula, paragraph, section, type Section } from './blocks.js';
import { textOf } from './lines.js';
import type { Writer } from './writer.js';

/** The whole calculation, in words and in symbols, with its numbers. */
export function formulaSection({ formula: about, result, pathway, stop }: SessionExplanation, { words, run }: Writer): Section {
  const { parameters: p, levels, version, quotas = [] } = about;
  const uneven = stop.rule?.patchyAbove;
  const say = words.formula;
  const n = words.number;
  const row = (...parts: readonly string[]): string => parts.join(words.separator);
  const grid = (from: number, to: number): string => `${row(n(from), n(from + p.step))} … ${n(to)}`;
  const normal = (mean: number, sd: number): string => `N(${row(n(mean), n(sd))})`;
  const within = ([least, most]: readonly [number, number], what: string): string =>
    `min(max(${row(what, n(least))})${words.separator}${n(most)})`;
  const byPlace = (above: string, at: string, justBelow: string, below: string): string =>
    row(`${above} (t > k)`, `${at} (t = k)`, `${justBelow} (t = k − 1)`, `${below} (t < k − 1)`);
  const [above, at, justBelow, below] = p.unknown;
  const [low, high] = result.score.cuts;
  const { familiarAt, familiarSpread, depth, depthSpread } = p.patchy;
  const [familiar, other] = depth;
  const { varianceShare, varianceFloor, levelShare, seconds, timePower, draw, firstDraw, pool, poolLeast, easyStart, relief, easyWithin } =
    p.choice;
  const error = `(${n(p.modelError)} T)²`;
  return section(say.title, [
    paragraph(say.intro),
    paragraph(say.version(version)),
    formula(say.score, 'S = Σ t', `T = ${levels}`),
    formula(
      say.prior,
      `p(g) ∝ ${p.ability.parts.map(({ share, mean, sd }) => `${n(share)} ${normal(mean, sd)}`).join(' + ')}`,
      `g = ${grid(p.ability.from, p.ability.to)}`,
      `p(u) ∝ ${normal(0, p.domain.sd)}`,
      `u = ${grid(p.domain.from, p.domain.to)}`,
      `p(τ) = ${row(...p.spreads.map(({ value, share }) => `${n(share)} (τ = ${n(value)})`), `${n(p.patchy.share)} (τ = ∗)`)}`,
    ),
    formula(say.mastery, 'P(t ≥ k) = Φ((g + u − θ) ÷ τ)'),
    formula(
      say.patchyMastery,
      `P(t ≥ k) = q Φ((${n(familiar)} − x) ÷ ${n(depthSpread)}) + (1 − q) Φ((${n(other)} − x) ÷ ${n(depthSpread)})`,
      `q = Φ((g + u − ${n(familiarAt)}) ÷ ${n(familiarSpread)})`,
      'x = (k − ½) ÷ L',
    ),
    formula(
      say.passing,
      `r = ${byPlace('1 − σ', `1 − σ − ${n(p.atLevel)}`, `γ + ${n(p.justBelow)}`, 'γ')}`,
      `γ → ${within(p.guessWithin, `γ + ${n(p.padding)}`)}`,
      `σ → ${within(p.slipWithin, `σ + ${n(p.padding)}`)}`,
    ),
    paragraph(say.second),
    formula(say.unknown, byPlace(n(above), n(at), n(justBelow), n(below))),
    formula(say.bayes, 'P(g, u, τ, t | r) ∝ p(g) p(u) p(τ) Π P(t) Π r'),
    formula(
      say.bands,
      'score = Σ W C ÷ T',
      `V = Σ W (D + C²) − (Σ W C)² + ${error}`,
      `P(S ≤ x) = Σ W Φ((x − C) ÷ √(D + ${error}))`,
      `${textOf(words.levels.level(1))} = P(S ≤ ⌈${n(low)} T⌉ − ½)`,
      `${textOf(words.levels.level(3))} = 1 − P(S ≤ ⌊${n(high)} T⌋ + ½)`,
    ),
    ...(pathway.mode === 'evaluation'
      ? [
          formula(
            say.choice(levelShare > 0),
            `U = (I + ${n(varianceShare)} ΔV ÷ (V + ${n(varianceFloor)})${levelShare > 0 ? ` + ${n(levelShare)} K` : ''}) ÷ (d ÷ ${seconds})^${n(timePower)}`,
          ),
          pool < 1 && paragraph(say.pool(pool, poolLeast)),
          paragraph(say.draw(draw, firstDraw)),
          paragraph(say.visit),
          ...quotas.map(({ domain, least = 1, most }) => paragraph(say.quota(run(domain), least, most))),
          easyStart > 0 && paragraph(say.easy(easyStart, ...easyWithin)),
          relief > 0 && paragraph(say.relief(relief)),
          uneven && paragraph(say.uneven(uneven.probability, uneven.domainSd)),
        ]
      : []),
  ]);
}
