import type { Outcome } from './outcome.js';
import { randomOf } from './random.js';

/** A figure and its standard error. */
export interface Figure {
  readonly value: number;
  readonly error: number;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** Groups values by a key, in order of appearance. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** One value of one learner, with what it is not independent of. */
export interface Sample {
  readonly value: number;
  /** Design: values vary within a stratum, by blocks. */
  readonly stratum: string;
  readonly block: number;
}

/**
 * Mean, with the standard error of a sample of blocks within fixed strata (Taylor linearisation): the blocks' sums of
 * residuals about their stratum's mean. In a stratum of a single block values count as independent. NaN without values.
 */
export function meanOf(samples: readonly Sample[]): Figure {
  const n = samples.length;
  let variance = 0;
  for (const stratum of groupBy(samples, (sample) => sample.stratum).values()) {
    const mean = sum(stratum.map(({ value }) => value)) / stratum.length;
    const blocks = [...groupBy(stratum, ({ block }) => String(block)).values()];
    const units = blocks.length > 1 ? blocks : stratum.map((sample) => [sample]);
    const squares = sum(units.map((unit) => sum(unit.map(({ value }) => value - mean)) ** 2));
    if (units.length > 1) variance += (squares * units.length) / (units.length - 1);
  }
  return { value: sum(samples.map(({ value }) => value)) / n, error: Math.sqrt(variance) / n };
}

/** Root of a mean of squares; its error by the delta method. */
export function rootMeanOf(squares: readonly Sample[]): Figure {
  const { value, error } = meanOf(squares);
  const root = Math.sqrt(value);
  return { value: root, error: root > 0 ? error / (2 * root) : 0 };
}

/** The p-quantile, 0 to 1, by nearest rank. NaN without values. */
export function quantile(values: Iterable<number>, p: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.length > 0 ? sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]! : NaN;
}

/**
 * Expected calibration error: by ten equal bins of stated confidence, the difference between confidence and share right,
 * averaged by size; 0 to 1.
 */
export function calibrationError(statements: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const bins = groupBy(statements, ({ confidence }) => String(Math.min(9, Math.floor(confidence * 10 + 1e-9))));
  return (
    sum([...bins.values()].map((bin) => Math.abs(sum(bin.map(({ confidence, right }) => confidence - Number(right)))))) / statements.length
  );
}

/** Largest share of the learners of one bank who met the same item. */
export function exposure(outcomes: readonly Pick<Outcome, 'bank' | 'items'>[]): number {
  let most = 0;
  for (const ofBank of groupBy(outcomes, ({ bank }) => bank).values()) {
    const counts = new Map<number, number>();
    for (const item of ofBank.flatMap(({ items }) => items)) counts.set(item, (counts.get(item) ?? 0) + 1);
    most = Math.max(most, Math.max(...counts.values()) / ofBank.length);
  }
  return most;
}

/** Right band, for learners further from the cuts than this share: "clear". */
export const clearDistance = 0.03;
export const isClear = ({ distance }: Pick<Outcome, 'distance'>): boolean => distance > clearDistance + 1e-9;
const isRight = ({ band, stated }: Outcome): boolean => stated.band === band;

const samples = (outcomes: readonly Outcome[], value: (outcome: Outcome) => number): Sample[] =>
  outcomes.map((outcome) => ({ value: value(outcome), stratum: `${outcome.world}/${outcome.bank}`, block: outcome.block }));

const replicates = 40;

/**
 * A figure that is no mean, with its standard error by the bootstrap: blocks drawn with replacement, the same in every world
 * and bank. NaN for a single block.
 */
export function resampled(outcomes: readonly Outcome[], figure: (some: readonly Outcome[]) => number): Figure {
  const blocks = [...groupBy(outcomes, ({ block }) => String(block)).values()];
  const draws = randomOf('bootstrap');
  const values = Array.from({ length: blocks.length > 1 ? replicates : 0 }, () =>
    figure(blocks.flatMap(() => blocks[draws.below(blocks.length)]!)),
  );
  const mean = sum(values) / values.length;
  if (values.length === 0) return { value: figure(outcomes), error: NaN };
  return { value: figure(outcomes), error: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1)) };
}

/** All figures of one player over some learners. Shares are 0 to 1, times milliseconds. */
export interface Figures {
  readonly learners: number;
  readonly questions: Figure;
  readonly questionsP90: Figure;
  readonly minutes: Figure;
  readonly band: Figure;
  readonly clear: Figure;
  /** Two bands off. */
  readonly far: Figure;
  readonly rmse: Figure;
  readonly domainRmse: Figure;
  readonly skills?: Figure;
  readonly ece: Figure;
  readonly cover?: Figure;
  readonly exposure: Figure;
  readonly stepMean?: number;
  readonly stepP99?: number;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const mean = (value: (outcome: Outcome) => number, some = outcomes): Figure => meanOf(samples(some, value));
  const times = outcomes.flatMap((outcome) => outcome.times);
  return {
    learners: outcomes.length,
    questions: mean(({ questions }) => questions),
    questionsP90: resampled(outcomes, (some) =>
      quantile(
        some.map(({ questions }) => questions),
        0.9,
      ),
    ),
    minutes: mean(({ seconds }) => seconds / 60),
    band: mean((outcome) => Number(isRight(outcome))),
    clear: mean((outcome) => Number(isRight(outcome)), outcomes.filter(isClear)),
    far: mean(({ band, stated }) => Number(Math.abs(band - stated.band) === 2)),
    rmse: rootMeanOf(samples(outcomes, ({ score, stated }) => (stated.score - score) ** 2)),
    domainRmse: rootMeanOf(samples(outcomes, ({ domainSquare }) => domainSquare)),
    ...(outcomes.every(({ skillsRight }) => skillsRight !== undefined) && { skills: mean(({ skillsRight }) => skillsRight ?? NaN) }),
    ece: resampled(outcomes, (some) =>
      calibrationError(some.map((outcome) => ({ confidence: outcome.stated.confidence, right: isRight(outcome) }))),
    ),
    ...(outcomes.every(({ stated }) => stated.interval) && {
      cover: mean(({ score, stated: { interval } }) => Number(interval![0] - 1e-9 <= score && score <= interval![1] + 1e-9)),
    }),
    exposure: resampled(outcomes, exposure),
    ...(times.length > 0 && { stepMean: sum(times) / times.length, stepP99: quantile(times, 0.99) }),
  };
}

/** Outcomes of two players for the same learner. */
export interface Pair {
  readonly own: Outcome;
  readonly other: Outcome;
}

/**
 * Pairs the outcomes of two players.
 * @throws Error unless both met the same learners in the same order.
 */
export function pairs(own: readonly Outcome[], other: readonly Outcome[]): Pair[] {
  const learner = ({ world, bank, block, group, score }: Outcome): string => [world, bank, block, group, score].join();
  if (own.length !== other.length || own.some((outcome, i) => learner(outcome) !== learner(other[i]!))) {
    throw new Error('The players did not meet the same learners.');
  }
  return own.map((outcome, i) => ({ own: outcome, other: other[i]! }));
}

/** Mean difference of a value between the two players of each pair, with its standard error. */
export const differenceOf = (paired: readonly Pair[], value: (outcome: Outcome) => number): Figure =>
  meanOf(paired.map(({ own, other }) => ({ value: value(own) - value(other), stratum: `${own.world}/${own.bank}`, block: own.block })));

/** How much better (more than 0) a player judges bands than another. */
export const gainIn = (paired: readonly Pair[]): { readonly band: Figure; readonly clear: Figure } => ({
  band: differenceOf(paired, (outcome) => Number(isRight(outcome))),
  clear: differenceOf(
    paired.filter(({ own }) => isClear(own)),
    (outcome) => Number(isRight(outcome)),
  ),
});

/** A group of learners. */
export interface GroupFigure {
  readonly group: string;
  readonly learners: number;
  /** Those clear of the cuts: the ones that the last two figures count. */
  readonly clearLearners: number;
  readonly questions: Figure;
  /** Right bands of those clear of the cuts, and how much more than the other player has. */
  readonly clear: Figure;
  readonly difference: Figure;
}

/** By world and group. */
export const groupFigures = (paired: readonly Pair[]): GroupFigure[] =>
  [...groupBy(paired, ({ own }) => `${own.world}: ${own.group}`)].map(([group, members]) => {
    const own = members.map((pair) => pair.own);
    const right = (some: readonly Outcome[]): Figure => meanOf(samples(some, (outcome) => Number(isRight(outcome))));
    return {
      group,
      learners: own.length,
      clearLearners: own.filter(isClear).length,
      questions: meanOf(samples(own, ({ questions }) => questions)),
      clear: right(own.filter(isClear)),
      difference: gainIn(members).clear,
    };
  });

/** The group of at least 100 learners clear of the cuts that fares worst against the other player, if there is one. */
export const worstGroup = (groups: readonly GroupFigure[]): GroupFigure | undefined =>
  groups.filter(({ clearLearners }) => clearLearners >= 100).sort((a, b) => a.difference.value - b.difference.value)[0];
