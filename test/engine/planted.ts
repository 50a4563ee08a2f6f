import { createEngine, type Bank, type LoggedAnswer } from '../../src/engine/index.js';
import { generator } from './learners.js';

/** A dozen uniform numbers, nearly normal: mean 0, variance 1. */
function normal(random: () => number): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += random();
  return sum - 6;
}

/** True difficulties that the published levels do not tell: off by sd .5 for a subject, .4 for a skill; 0.05 apart at least. */
export function plantThresholds(bank: Bank, seed: number): Map<string, number> {
  const random = generator(seed);
  const levels = new Map(bank.skills.map(({ id, level }) => [id, level]));
  const thresholds = new Map<string, number>();
  for (const { skills } of bank.subjects) {
    const offset = 0.5 * normal(random);
    let last = -Infinity;
    for (const id of skills) {
      last = Math.max(last + 0.05, (levels.get(id) ?? 0) - 0.5 + offset + 0.4 * normal(random));
      thresholds.set(id, last);
    }
  }
  return thresholds;
}

/**
 * `own`: the population that the engine supposes. `weaker`: other learners, two thirds of a level apart by domain and 0.5 to
 * 1.3 levels by subject, most of them near level 3. `patchy`: the same, with holes (each skill mastered on its own) and half
 * as many again lucky guesses and slips.
 */
export type World = 'own' | 'weaker' | 'patchy';

export interface Play {
  readonly world: World;
  readonly sessions: number;
  readonly seed: number;
  /** Share of learners without the skill who say "je ne sais pas encore". */
  readonly silent?: number;
  /** Items that do not do what the bank says: chance of passing, with the skill or without. */
  readonly faults?: Readonly<Record<string, (mastered: boolean) => number>>;
}

/** Adaptive sessions, played with the published bank by learners who follow other thresholds. */
export function playLogs(
  bank: Bank,
  thresholds: ReadonlyMap<string, number>,
  { world, sessions, seed, silent = 0, faults = {} }: Play,
): LoggedAnswer[][] {
  const engine = createEngine(bank);
  const items = new Map(bank.items.map((item) => [item.id, item]));
  return Array.from({ length: sessions }, (_, n) => {
    const random = generator(seed * 100003 + n);
    for (let i = 0; i < 5; i++) random();
    const own = world === 'own';
    const low = random() < (own ? 0.2 : 0.3);
    const ability = own
      ? low
        ? 1 + 1.2 * normal(random)
        : 4.4 + 1.9 * normal(random)
      : low
        ? 0.5 + 0.8 * normal(random)
        : 2.8 + 1.1 * normal(random);
    const g = Math.max(-1, Math.min(9, ability));
    const draw = random();
    const patchy = own && draw >= 0.65;
    const spread = own ? (draw < 0.25 ? 0.7 : 1.7) : 0.5 + 0.8 * draw;
    const inDomain = new Map(bank.domains.map((id) => [id, g + (own ? 0.8 : 0.5) * normal(random)]));
    const masters = new Set<string>();
    for (const { domain, skills } of bank.subjects) {
      const inIt = inDomain.get(domain) ?? g;
      const level = inIt + spread * normal(random);
      const familiar = patchy && inIt > 3.5 + 3 * normal(random);
      const depth = patchy ? (familiar ? 0.95 : 0.25) + 0.25 * normal(random) : undefined;
      for (const [k, id] of skills.entries()) {
        const away = depth === undefined ? level - (thresholds.get(id) ?? 0) : depth - (k + 0.5) / skills.length;
        if (world === 'patchy' ? random() < 1 / (1 + Math.exp(-3 * away)) : away >= 0) masters.add(id);
      }
    }
    const careless = world === 'patchy' ? 1.5 : 1;
    let state = engine.start(n);
    for (let id = engine.next(state); id !== null; id = engine.next(state)) {
      const { skill, guess, slip } = items.get(id)!;
      const mastered = masters.has(skill);
      const unknown = !mastered && random() < silent;
      const chance = faults[id]?.(mastered) ?? (mastered ? 1 - careless * slip : careless * guess);
      state = engine.answer(state, id, random() < chance, { unknown });
    }
    return [...state.log];
  });
}

/** How far estimates are from what was planted, in levels. */
export interface Recovery {
  /** Root mean square; the same about the mean error, for the origin of the scale is the published levels'. */
  readonly rms: number;
  readonly sd: number;
  /** Root mean square of error / standard error: 1 when standard errors are honest. */
  readonly z: number;
}

const rootMean = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);

export function recovery(
  skills: readonly { readonly skill: string; readonly estimate: number; readonly standardError: number }[],
  thresholds: ReadonlyMap<string, number>,
): Recovery {
  const errors = skills.map(({ skill, estimate }) => estimate - (thresholds.get(skill) ?? NaN));
  const mean = errors.reduce((a, b) => a + b, 0) / errors.length;
  return {
    rms: rootMean(errors),
    sd: rootMean(errors.map((error) => error - mean)),
    z: rootMean(errors.map((error, i) => error / skills[i]!.standardError)),
  };
}
