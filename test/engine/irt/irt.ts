/*
 * Item response theory in one dimension, written for the tests alone: its results are compared with those of published
 * programs, and the engine with it where the engine's model has one dimension.
 */

/** An item of the logistic model: P(right | θ) = c + (d − c)/(1 + exp(−a(θ − b))). */
export interface Logistic {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** P(right) at a point of the grid. */
export type Curve<Point> = (point: Point) => number;

/** Where the learner may be, and the prior of each point times its width; the sum is free. */
export interface Grid<Point> {
  readonly points: readonly Point[];
  readonly weights: readonly number[];
}

const range = [-6, 6] as const;

export const curveOf =
  ({ a, b, c, d }: Logistic): Curve<number> =>
  (theta) =>
    c + (d - c) / (1 + Math.exp(-a * (theta - b)));

/** N(0, 1) by the trapezoidal rule on so many points of [−6, 6]. */
export function normalGrid(count: number): Grid<number> {
  const points = Array.from({ length: count }, (_, i) => range[0] + ((range[1] - range[0]) * i) / (count - 1));
  const weights = points.map((x, i) => Math.exp((-x * x) / 2) * (i === 0 || i === count - 1 ? 0.5 : 1));
  return { points, weights };
}

/** P(point | answers), sum 1. */
export function posterior<Point>(curves: readonly Curve<Point>[], answers: readonly boolean[], { points, weights }: Grid<Point>): number[] {
  const products = points.map((point, i) =>
    curves.reduce((product, curve, j) => product * (answers[j] ? curve(point) : 1 - curve(point)), weights[i] ?? 0),
  );
  const sum = products.reduce((x, y) => x + y);
  return products.map((x) => x / sum);
}

/** Expected a posteriori: mean and standard deviation of the posterior. */
export function eap(curves: readonly Curve<number>[], answers: readonly boolean[], grid: Grid<number>): { mean: number; sd: number } {
  const shares = posterior(curves, answers, grid);
  const mean = shares.reduce((sum, share, i) => sum + share * (grid.points[i] ?? 0), 0);
  const variance = shares.reduce((sum, share, i) => sum + share * ((grid.points[i] ?? 0) - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(variance) };
}

export const logLikelihood = (items: readonly Logistic[], answers: readonly boolean[], theta: number): number =>
  items.reduce((sum, item, i) => sum + Math.log(answers[i] ? curveOf(item)(theta) : 1 - curveOf(item)(theta)), 0);

/** ln of the likelihood times N(0, 1), up to a constant. */
export const logPosterior = (items: readonly Logistic[], answers: readonly boolean[], theta: number): number =>
  logLikelihood(items, answers, theta) - (theta * theta) / 2;

/** P, P′ and P″ at θ. */
function derivatives(item: Logistic, theta: number): { p: number; first: number; second: number } {
  const { a, c, d } = item;
  const p = curveOf(item)(theta);
  const share = (p - c) / (d - c);
  const first = a * (d - c) * share * (1 - share);
  return { p, first, second: a * first * (1 - 2 * share) };
}

/** Fisher information of an item at θ: P′²/(P(1 − P)). */
export function information(item: Logistic, theta: number): number {
  const { p, first } = derivatives(item, theta);
  return (first * first) / (p * (1 - p));
}

/** Where a function is highest on [−6, 6]: the best of 2,401 points, then golden sections about it. */
function highest(f: (x: number) => number): number {
  const count = 2400;
  const width = (range[1] - range[0]) / count;
  let best: number = range[0];
  for (let i = 1; i <= count; i++) if (f(range[0] + i * width) > f(best)) best = range[0] + i * width;
  let [low, high] = [Math.max(best - width, range[0]), Math.min(best + width, range[1])];
  const golden = (Math.sqrt(5) - 1) / 2;
  while (high - low > 1e-10) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (f(left) < f(right)) low = left;
    else high = right;
  }
  return [low, high, range[0], range[1]].reduce((x, y) => (f(y) > f(x) ? y : x));
}

/** Maximum likelihood on [−6, 6]. */
export const ml = (items: readonly Logistic[], answers: readonly boolean[]): number =>
  highest((theta) => logLikelihood(items, answers, theta));

/** Standard error of the maximum likelihood: 1/√(Σ information). */
export const standardError = (items: readonly Logistic[], theta: number): number =>
  1 / Math.sqrt(items.reduce((sum, item) => sum + information(item, theta), 0));

/** Maximum a posteriori on [−6, 6], prior N(0, 1). */
export const map = (items: readonly Logistic[], answers: readonly boolean[]): number =>
  highest((theta) => logPosterior(items, answers, theta));

/** What Warm's weighted likelihood makes 0: d ln L/dθ + J/(2I), with J = Σ P′P″/(P(1 − P)). */
export function warm(items: readonly Logistic[], answers: readonly boolean[], theta: number): number {
  let [slope, bias, sum] = [0, 0, 0];
  items.forEach((item, i) => {
    const { p, first, second } = derivatives(item, theta);
    slope += ((Number(answers[i]) - p) * first) / (p * (1 - p));
    bias += (first * second) / (p * (1 - p));
    sum += (first * first) / (p * (1 - p));
  });
  return slope + bias / (2 * sum);
}

/** The item not asked yet with the most information at θ, as an index. */
export function mfi(items: readonly Logistic[], asked: ReadonlySet<number>, theta: number): number {
  const values = items.map((item, i) => (asked.has(i) ? -1 : information(item, theta)));
  return values.indexOf(Math.max(...values));
}
