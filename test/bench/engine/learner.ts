import type { TestBank } from './banks.js';
import type { Random } from './random.js';
import type { Answer, Place } from './world.js';

/** A learner whose every answer is fixed before the first question, so that every player meets the same learner. */
export interface Learner {
  readonly group: string;
  /** For each skill of the bank: really mastered. */
  readonly masters: readonly boolean[];
  /** For each item of the bank. */
  readonly answers: readonly Answer[];
  /** Share of the weight really mastered: of all, and of each domain. */
  readonly score: number;
  readonly domainScores: readonly number[];
  readonly band: number;
}

/** 0, 1 or 2. A share that equals a cut is in the middle band. */
export const bandOf = (score: number, [low, high]: readonly [number, number]): number =>
  Number(score > low - 1e-9) + Number(score > high + 1e-9);

/** Share of the weight for which `has`, of all skills and of each domain; 0 to 1. */
export function shares({ bank, places }: TestBank, has: (skill: number) => number): { score: number; domainScores: number[] } {
  const got = bank.domains.map(() => 0);
  const all = bank.domains.map(() => 0);
  bank.skills.forEach(({ weight }, i) => {
    got[places[i]!.domain]! += weight * has(i);
    all[places[i]!.domain]! += weight;
  });
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return { score: sum(got) / sum(all), domainScores: got.map((x, d) => x / all[d]!) };
}

/** Draws the learner of a place with this number in its world and bank. */
export function drawLearner(testBank: TestBank, place: Place, random: Random, index: number): Learner {
  const { group, masters, respond } = place.person(random, index);
  const first = testBank.bank.items.map(({ guess, slip }, item) =>
    respond({ item, skill: testBank.skillOf[item]!, guess, slip, silence: 1 }),
  );
  const answers = first.map((answer, item): Answer => {
    const { harder, easier } = testBank.seconds[item] ?? {};
    const second = answer.outcome ? harder : easier;
    return second && !answer.unknown ? { ...answer, second: respond({ item, ...second, silence: 1 }).outcome } : answer;
  });
  const truth = shares(testBank, (skill) => Number(masters[skill]));
  return { group, masters, answers, ...truth, band: bandOf(truth.score, testBank.bank.cuts) };
}
