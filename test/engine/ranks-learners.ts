import type { Bank, Engine, EngineState, LoggedAnswer } from '../../src/engine/index.js';
import { abilities, abilityShares, deviations, deviationShares, everybody, levelChances, right, kinds, kindShares } from './brute-force.js';

/*
 * Learners who are as the engine's model says, and the posterior of what they master, counted without the engine. Skills
 * weigh 1 here, and answers are right or wrong: "je ne sais pas encore" is no draw of the model, see {@link population}.
 */

export interface DrawnLearner {
  /** t_s of each subject. */
  readonly levels: readonly number[];
  readonly answer: (item: string) => boolean;
}

/** An index, with these probabilities; they may sum to something else than 1. */
function draw(random: () => number, shares: readonly number[]): number {
  let left = random() * shares.reduce((a, b) => a + b);
  const place = shares.findIndex((share) => (left -= share) < 0);
  return place < 0 ? shares.length - 1 : place;
}

/** P(t | h, κ) of each subject for each κ and each h = g + u, h by its index. */
const tablesOf = (bank: Bank): number[][][][] =>
  levelChances(bank).map((chance) =>
    kinds.map((kind) =>
      Array.from({ length: abilities.length + deviations.length - 1 }, (_, h) =>
        chance((abilities[0] ?? 0) + (deviations[0] ?? 0) + h / 2, kind),
      ),
    ),
  );

/**
 * Draws learners from the prior, in its order: κ and g, u of each domain, t_s of each subject; then answers by r(t).
 * The model gives "je ne sais pas encore" a likelihood but no place beside right and wrong: nobody says it here.
 * @param carelessness chance to fail an item that would be passed, which the model knows nothing of.
 */
export function population(bank: Bank, carelessness = 0): (random: () => number) => DrawnLearner {
  const chances = levelChances(bank);
  const pg = abilityShares(everybody);
  return (random: () => number): DrawnLearner => {
    const kind = kinds[draw(random, kindShares)] ?? 1.7;
    const g = abilities[draw(random, pg)] ?? 0;
    const us = new Map(bank.domains.map((id) => [id, deviations[draw(random, deviationShares)] ?? 0]));
    const levels = bank.subjects.map(({ domain }, s) => draw(random, chances[s]?.(g + (us.get(domain) ?? 0), kind) ?? [1]));
    const subjectOf = new Map(bank.subjects.flatMap(({ skills }, s) => skills.map((skill) => [skill, s] as const)));
    const skillOf = new Map(bank.items.map(({ id, skill }) => [id, skill]));
    return {
      levels,
      answer: (item) => {
        const t = levels[subjectOf.get(skillOf.get(item) ?? '') ?? 0] ?? 0;
        return random() < right(bank, item, t) * (1 - carelessness);
      },
    };
  };
}

/** A session with the questions that the engine chooses, until it stops. */
export function playDrawn(engine: Engine, learner: DrawnLearner, seed: number): EngineState {
  let state = engine.start(seed);
  for (let item = engine.next(state); item !== null; item = engine.next(state)) state = engine.answer(state, item, learner.answer(item));
  return state;
}

/** P(number of skills mastered = 0, 1, 2…), after answers: of each domain and of all. */
export interface Counts {
  readonly domains: readonly (readonly number[])[];
  readonly all: readonly number[];
}

const convolve = (a: readonly number[], b: readonly number[]): number[] => {
  const sums = new Array<number>(a.length + b.length - 1).fill(0);
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sums[i + j] = (sums[i + j] ?? 0) + (a[i] ?? 0) * (b[j] ?? 0);
  return sums;
};
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** sums += factor × law, from whatever length. */
function add(sums: number[], law: readonly number[], factor: number): void {
  for (let i = 0; i < law.length; i++) sums[i] = (sums[i] ?? 0) + factor * (law[i] ?? 0);
}
const divided = (law: readonly number[], sum = total(law)): number[] => law.map((x) => x / sum);

/** The exact law of what is mastered, by going through every (κ, g) and every u, and adding subjects up. */
export function countsAfter(bank: Bank): (log: readonly LoggedAnswer[]) => Counts {
  const tables = tablesOf(bank);
  const pg = abilityShares(everybody);
  return (log) => {
    const likelihoods = bank.subjects.map(({ skills }) => {
      const answers = log.filter(({ item }) => skills.includes(bank.items.find(({ id }) => id === item)?.skill ?? ''));
      return [0, ...skills.map((_, i) => i + 1)].map((t) =>
        answers.reduce((p, { item, outcome }) => p * (outcome ? right(bank, item, t) : 1 - right(bank, item, t)), 1),
      );
    });
    const domains: number[][] = bank.domains.map(() => []);
    const all: number[] = [];
    kinds.forEach((_, k) => {
      // Of each domain and each h: the law of its count, times the likelihood.
      const byAbility = bank.domains.map((domain) => {
        const members = bank.subjects.flatMap((subject, s) => (subject.domain === domain ? [s] : []));
        return Array.from({ length: abilities.length + deviations.length - 1 }, (_, h) =>
          members.reduce<number[]>(
            (law, s) =>
              convolve(
                law,
                (tables[s]?.[k]?.[h] ?? []).map((p, t) => p * (likelihoods[s]?.[t] ?? 0)),
              ),
            [1],
          ),
        );
      });
      abilities.forEach((_, i) => {
        const weight = (kindShares[k] ?? 0) * (pg[i] ?? 0);
        const laws = byAbility.map((rows) => {
          const law: number[] = [];
          deviationShares.forEach((p, j) => add(law, rows[i + j] ?? [], p));
          return law;
        });
        const sums = laws.map(total);
        const product = sums.reduce((a, b) => a * b, weight);
        laws.forEach((law, d) => add(domains[d] ?? [], law, product / (sums[d] ?? 1)));
        add(all, laws.reduce(convolve, [1]), weight);
      });
    });
    return { domains: domains.map((law) => divided(law)), all: divided(all) };
  };
}
