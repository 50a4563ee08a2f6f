import type { Bank, SecondObservation } from '../model/index.js';
import { doubtOf, outcomesOf, passing, type Observation, type Observed } from './answers.js';
import { abilityPrior, subjectPrior, type PriorPart } from './prior.js';

/** One subject s, with L skills. Weights are scaled so that their mean over the bank is 1. */
export interface Subject {
  readonly id: string;
  readonly skills: readonly string[];
  /** L + 1: the number of values of t. */
  readonly levels: number;
  /** c_s(t): weight of the t easiest skills. */
  readonly weights: Float64Array;
  /** P(t | h, κ), see {@link subjectPrior}. */
  readonly prior: Float64Array;
}

export interface Domain {
  readonly id: string;
  /** Its subjects, as indices. */
  readonly subjects: readonly number[];
  /** Weight of its skills. */
  readonly weight: number;
}

/** Items of one skill with the same r: they tell the same. */
export interface ItemClass extends Observed {
  readonly subject: number;
  readonly domain: number;
  readonly skill: string;
  /** P(outcome | t), see {@link outcomesOf}. */
  readonly outcomes: readonly Float64Array[];
  /** H(answer | t), in nats. */
  readonly doubt: Float64Array;
}

/** A bank made ready for computing. */
export interface Model {
  readonly bank: Bank;
  readonly subjects: readonly Subject[];
  readonly domains: readonly Domain[];
  readonly classes: readonly ItemClass[];
  /** For each item of the bank: the index of its class. */
  readonly classIndex: Int32Array;
  readonly indexOf: ReadonlyMap<string, number>;
  /** At least a quarter of the items show two levels. */
  readonly twoLevels: boolean;
  /** ln p(g)·p(κ). */
  readonly abilityPrior: Float64Array;
  /** T: weight of all skills, which is their number. */
  readonly total: number;
  /** Weights mastered are multiples of it. */
  readonly unit: number;
  /** Limits of the bands in weight mastered: half-way between the sums of weights about each cut. */
  readonly limits: readonly [number, number];
}

/** θ_1…θ_L: calibrated, or the published level − ½; at least 0.05 apart. */
function thresholdsOf(skills: readonly Bank['skills'][number][]): number[] {
  let last = -Infinity;
  return skills.map(({ level, threshold = level - 0.5 }) => (last = Math.max(threshold, last + 0.05)));
}

/** Largest weight of which all weights are multiples, within 1e-6. */
function commonUnit(weights: readonly number[]): number {
  const divisor = (a: number, b: number): number => (b < 1e-6 ? a : divisor(b, a % b > b - 1e-6 ? 0 : a % b));
  return weights.reduce(divisor, 0);
}

/** The class of an item, by its index. */
export const classOf = ({ classes, classIndex }: Pick<Model, 'classes' | 'classIndex'>, item: number): ItemClass =>
  classes[classIndex[item]!]!;

/** Reads a sound bank: see `check-input.ts`. Domains and subjects without skill count for nothing. */
export function readBank(bank: Bank, prior: readonly PriorPart[]): Model {
  const skills = new Map(bank.skills.map((skill) => [skill.id, skill]));
  const scored = bank.subjects.filter((subject) => subject.skills.length > 0);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const weightsOf = scored.map((subject) => subject.skills.map((id) => skills.get(id)!.weight));
  const total = weightsOf.flat().length;
  const scale = total / sum(weightsOf.flat());

  const places = new Map<string, { subject: number; rank: number }>();
  const subjects = scored.map((subject, s): Subject => {
    subject.skills.forEach((id, i) => places.set(id, { subject: s, rank: i + 1 }));
    const weights = new Float64Array(subject.skills.length + 1);
    weightsOf[s]!.forEach((weight, i) => (weights[i + 1] = weights[i]! + weight * scale));
    const prior = subjectPrior(thresholdsOf(subject.skills.map((id) => skills.get(id)!)));
    return { id: subject.id, skills: subject.skills, levels: weights.length, weights, prior };
  });

  const domains = bank.domains
    .map((id): Domain => {
      const members = scored.flatMap((subject, s) => (subject.domain === id ? [s] : []));
      return { id, subjects: members, weight: sum(members.map((s) => subjects[s]!.weights.at(-1)!)) };
    })
    .filter(({ subjects }) => subjects.length > 0);

  const classes: ItemClass[] = [];
  const numbers = new Map<string, number>();
  const observe = ({ skill, guess, slip }: SecondObservation): Observation & { subject: number } => {
    const { subject, rank } = places.get(skill)!;
    return { subject, rank, pass: passing(rank, subjects[subject]!.levels, guess, slip) };
  };
  const classIndex = Int32Array.from(bank.items, (item) => {
    const { skill, guess, slip, harder, easier } = item;
    const key = JSON.stringify([skill, guess, slip, harder, easier]);
    let number = numbers.get(key);
    if (number === undefined) {
      const shown = {
        ...observe(item),
        ...(harder && { harder: observe(harder) }),
        ...(easier && { easier: observe(easier) }),
      };
      const domain = domains.findIndex(({ subjects }) => subjects.includes(shown.subject));
      const outcomes = outcomesOf(shown);
      number = classes.push({ ...shown, domain, skill, outcomes, doubt: doubtOf(outcomes) }) - 1;
      numbers.set(key, number);
    }
    return number;
  });
  const indexOf = new Map(bank.items.map(({ id }, i) => [id, i]));

  const unit = commonUnit(weightsOf.flat()) * scale;
  const [low, high] = bank.cuts;
  return {
    bank,
    subjects,
    domains,
    classes,
    classIndex,
    indexOf,
    twoLevels: 4 * bank.items.filter(({ harder, easier }) => harder ?? easier).length >= bank.items.length,
    abilityPrior: abilityPrior(prior),
    total,
    unit,
    // 1e-9: a share such as 0.55 of 20 must be 11, whatever its last bits.
    limits: [unit * (Math.ceil((low * total) / unit - 1e-9) - 0.5), unit * (Math.floor((high * total) / unit + 1e-9) + 0.5)],
  };
}
