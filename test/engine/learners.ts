import type { Bank, Engine, EngineState } from '../../src/engine/index.js';

/** A generator of its own (a linear congruence of 48 bits, in two halves): nothing here is shared with the engine. */
export function generator(seed: number): () => number {
  let state = BigInt(seed) * 2654435761n + 12345n;
  return () => {
    state = (state * 25214903917n + 11n) & 0xffffffffffffn;
    return Number(state >> 16n) / 4294967296;
  };
}

/** Half a dozen uniform numbers, nearly normal: mean 0, variance 1. */
const nearlyNormal = (random: () => number): number => {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += random();
  return sum - 6;
};

/** A simulated learner of a bank. */
export interface Learner {
  /** Skills really mastered. */
  readonly masters: ReadonlySet<string>;
  /** Share of the skills really mastered, and the band it is in. */
  readonly score: number;
  readonly band: 0 | 1 | 2;
  /** Would this item be passed? The same answer at each call. */
  readonly passes: (item: string) => boolean;
}

/**
 * Learners unlike the model: logistic mastery of each skill on its own (so there are holes), easy and hard subjects that
 * the published levels ignore, half as many again lucky guesses and slips as published, and one learner in four with
 * little idea of anything.
 */
export function makeLearner(bank: Bank, seed: number): Learner {
  const random = generator(seed);
  const beginner = random() < 0.25;
  const ability = beginner ? 0.8 + 0.9 * nearlyNormal(random) : 3 + 1.3 * nearlyNormal(random);
  const inDomain = new Map(bank.domains.map((id) => [id, 0.6 * nearlyNormal(random)]));
  const inSubject = new Map(
    bank.subjects.map(({ id }, s) => [id, 1.1 * nearlyNormal(random) + (s % 5 === 0 ? -0.7 : s % 5 === 1 ? 0.7 : 0)]),
  );
  const masters = new Set<string>();
  for (const { id, subject, domain, level } of bank.skills) {
    const away = ability + (inDomain.get(domain) ?? 0) + (inSubject.get(subject) ?? 0) - (level - 0.5);
    if (random() < 1 / (1 + Math.exp(-3 * away))) masters.add(id);
  }
  const score = masters.size / bank.skills.length;
  const passed = new Map(
    bank.items.map(({ id, skill, guess, slip }) => [id, random() < (masters.has(skill) ? 1 - 1.5 * slip : 1.5 * guess)]),
  );
  return { masters, score, band: score < bank.cuts[0] ? 0 : score > bank.cuts[1] ? 2 : 1, passes: (item) => passed.get(item) ?? false };
}

/** Plays a session from beginning to end. */
export function play(engine: Engine, learner: Pick<Learner, 'passes'>, seed: number): EngineState {
  let state = engine.start(seed);
  for (let item = engine.next(state); item !== null; item = engine.next(state)) state = engine.answer(state, item, learner.passes(item));
  return state;
}
