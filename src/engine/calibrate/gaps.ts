/** Least distance between the thresholds of a subject: that of the engine. */
export const leastGap = 0.05;

/** θ_1 of a subject, then what each gap is beyond the least: its only bound is 0. */
export const toGaps = (thresholds: readonly number[]): number[] =>
  thresholds.map((theta, k) => (k === 0 ? theta : theta - thresholds[k - 1]! - leastGap));

/** θ_1…θ_L from {@link toGaps}. */
export function fromGaps(gaps: readonly number[]): number[] {
  let last = 0;
  return gaps.map((gap, k) => (last = k === 0 ? gap : last + leastGap + gap));
}

/** Derivatives by gaps from those by thresholds: sums to the end of each subject. `first`: indices of the subjects' first. */
export function byGaps(values: readonly number[], first: readonly number[]): number[] {
  const sums = [...values];
  for (let s = 0; s + 1 < first.length; s++) for (let i = first[s + 1]! - 2; i >= first[s]!; i--) sums[i]! += sums[i + 1]!;
  return sums;
}

/** The same on both sides of a matrix of second derivatives. */
export function matrixByGaps(matrix: readonly (readonly number[])[], first: readonly number[]): number[][] {
  const rows = matrix.map((row) => byGaps(row, first));
  const columns = rows.map((_, j) =>
    byGaps(
      rows.map((row) => row[j]!),
      first,
    ),
  );
  return rows.map((_, i) => columns.map((column) => column[i]!));
}
