import { byGaps, fromGaps, matrixByGaps, toGaps } from './gaps.js';
import { inverseDiagonal, solve } from './matrix.js';
import { firstIndices, type Objective, type Parameters } from './objective.js';

/** The last step to the maximum, in levels. */
const tolerance = 1e-4;
/** The last step of the approach. */
const near = 0.02;
/** For differences of the gradient, in levels. */
const offset = 1e-3;
const mostRounds = 40;
/** Steps with one information; where they do not end, it is taken anew from there. */
const roundsEach = 10;

type Matrix = readonly (readonly number[])[];

/** Called now and then: what is done, and how many rounds or passes so far. */
export type Progress = (what: 'searching' | 'standard errors', n: number) => void;

export interface Maximum {
  readonly parameters: Parameters;
  /** Standard errors of the thresholds, by subject. */
  readonly errors: readonly (readonly number[])[];
  /** The last step was below 1e-4 level. */
  readonly converged: boolean;
}

const flat = ({ thresholds, tilts }: Parameters): number[] => [...thresholds.flat(), ...tilts];
const shaped = (values: readonly number[], first: readonly number[]): Parameters => ({
  thresholds: first.slice(1).map((end, s) => values.slice(first[s], end)),
  tilts: values.slice(first.at(-1)),
});

/** Minus the second derivatives: differences of the exact gradient, made symmetric. */
function observedInformation(
  at: (parameters: Parameters) => Objective,
  from: Parameters,
  gradient: readonly number[],
  progress: Progress,
): Matrix {
  const first = firstIndices(from.thresholds);
  const rows = flat(from).map((_, i) => {
    progress('standard errors', i);
    const moved = flat(from);
    moved[i]! += offset;
    return at(shaped(moved, first)).gradient.map((value, j) => (gradient[j]! - value) / offset);
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

/** One step uphill, thresholds of a subject staying at least 0.05 apart; and its objective. The same where there is none. */
function climb(
  at: (parameters: Parameters) => Objective,
  from: Parameters,
  objective: Objective,
  information: Matrix,
): [Parameters, Objective] {
  const first = firstIndices(from.thresholds);
  const position = [...from.thresholds.flatMap(toGaps), ...from.tilts];
  const bounded = position.map((_, i) => i < first.at(-1)! && !first.includes(i));
  const gradient = byGaps(objective.gradient, first);
  const matrix = matrixByGaps(information, first);
  // A gap at its bound that would shrink stays there.
  const free = position.flatMap((value, i) => (bounded[i] && value < 1e-9 && gradient[i]! < 0 ? [] : [i]));
  const step = solve(
    free.map((i) => free.map((j) => matrix[i]![j]!)),
    free.map((i) => gradient[i]!),
  );
  for (let share = 1; share > 1e-3; share /= 2) {
    const moved = [...position];
    free.forEach((i, f) => {
      const value = position[i]! + share * step[f]!;
      moved[i] = bounded[i] ? Math.max(value, 0) : value;
    });
    const { thresholds, tilts } = shaped(moved, first);
    const next = { thresholds: thresholds.map(fromGaps), tilts };
    const reached = at(next);
    if (reached.value >= objective.value) return [next, reached];
  }
  return [from, objective];
}

const distance = (a: Parameters, b: Parameters): number =>
  Math.max(...a.thresholds.flatMap((own, s) => own.map((theta, k) => Math.abs(theta - b.thresholds[s]![k]!))));

/** The observed information, if it can be inverted; far from a normal law, the other one. */
function invertible(observed: Matrix, other: Matrix): Matrix {
  try {
    inverseDiagonal(observed);
    return observed;
  } catch (error) {
    if (error instanceof RangeError) return other;
    throw error;
  }
}

/**
 * Uphill to within about 0.02 level of the maximum: scoring, with the sum of squared gradients of sessions for second
 * derivatives (Berndt, Hall, Hall and Hausman, 1974).
 */
export function approach(at: (parameters: Parameters) => Objective, from: Parameters, progress: Progress): Parameters {
  let parameters = from;
  let objective = at(from);
  for (let round = 1; round <= mostRounds; round++) {
    progress('searching', round);
    const [next, reached] = climb(at, parameters, objective, objective.information);
    const change = distance(next, parameters);
    [parameters, objective] = [next, reached];
    if (change < near) break;
  }
  return parameters;
}

/**
 * Maximum of the marginal likelihood times the prior, from near it: Newton's method with the observed information there,
 * which also gives the standard errors.
 */
export function maximum(at: (parameters: Parameters) => Objective, from: Parameters, progress: Progress): Maximum {
  let parameters = from;
  let objective = at(from);
  const informationHere = (): Matrix =>
    invertible(observedInformation(at, parameters, objective.gradient, progress), objective.information);
  let information = informationHere();
  let change = Infinity;
  for (let round = 1; round <= mostRounds && change >= tolerance; round++) {
    progress('searching', round);
    if (round % roundsEach === 0) information = informationHere();
    const [next, reached] = climb(at, parameters, objective, information);
    change = distance(next, parameters);
    [parameters, objective] = [next, reached];
  }
  const errors = inverseDiagonal(information).map(Math.sqrt);
  return { parameters, errors: shaped(errors, firstIndices(parameters.thresholds)).thresholds, converged: change < tolerance };
}
