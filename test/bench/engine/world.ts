import type { TestBank } from './banks.js';
import type { Random } from './random.js';

/** What a learner meets: one graded observation of a skill. */
export interface Observation {
  /** Indices in the bank. */
  readonly item: number;
  readonly skill: number;
  /** As published. */
  readonly guess: number;
  readonly slip: number;
  /** How many times as often as their world has it learners say that they do not know. */
  readonly silence: number;
}

/** How many times as often as their world has it learners slip, and say that they do not know. */
export interface Noise {
  readonly slips: number;
  readonly silence: number;
}

/** What a learner answers. */
export interface Answer {
  readonly outcome: boolean;
  /** "Je ne sais pas encore": then the outcome is false. */
  readonly unknown: boolean;
  /** What the second observation shows, if the item has one and was tried. */
  readonly second?: boolean;
}

/** A learner as a world draws one. */
export interface Person {
  readonly group: string;
  /** For each skill of the bank: really mastered. */
  readonly masters: readonly boolean[];
  /** Draws the answer to an observation: once for each item, in the order of the bank; then once for each second observation. */
  respond(observation: Observation): Answer;
  /** Probability of answering so, `second` apart. */
  likelihood(observation: Observation, answer: Answer): number;
}

/** What is true of the bank for one block of learners, and unknown to the players. */
export interface Place {
  /** True difficulty of each skill, in levels: what a calibration would look for. */
  readonly thresholds: readonly number[];
  /** @param index counts the learners of a world and bank: for groups of equal size. */
  person(random: Random, index: number): Person;
}

/** A way in which learners could be. */
export interface World {
  readonly id: string;
  readonly title: string;
  /** Draws a block's place. */
  open(bank: TestBank, random: Random): Place;
}

type Met = Pick<Observation, 'guess' | 'slip' | 'silence'>;

/** The answer of somebody who knows (fails by a slip) or does not (says so with probability `silent`, else guesses). */
export function attempt(random: Random, knows: boolean, { guess, slip, silence }: Met, silent: number): Answer {
  if (knows) return { outcome: !random.chance(slip), unknown: false };
  const unknown = random.chance(silence * silent);
  return { outcome: !unknown && random.chance(guess), unknown };
}

/** Probability of an answer of somebody who knows with this probability: what {@link attempt} draws. */
export function chanceOf(knows: number, { guess, slip, silence }: Met, silent: number, answer: Answer): number {
  if (answer.unknown) return (1 - knows) * silence * silent;
  const tries = (1 - knows) * (1 - silence * silent);
  return answer.outcome ? knows * (1 - slip) + tries * guess : knows * slip + tries * (1 - guess);
}

/** The place with another noise than its world's. */
export const noisy = (place: Place, { slips, silence }: Noise): Place => ({
  ...place,
  person(random, index) {
    const person = place.person(random, index);
    const met = (observation: Observation): Observation => ({ ...observation, slip: slips * observation.slip, silence });
    return {
      ...person,
      respond: (observation) => person.respond(met(observation)),
      likelihood: (observation, answer) => person.likelihood(met(observation), answer),
    };
  },
});
