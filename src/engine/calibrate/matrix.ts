/** A = L·Lᵀ, L lower triangular. @throws RangeError unless A is symmetric and positive definite. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  matrix.forEach((row, i) => {
    const line: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? line : lower[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= line[k]! * other[k]!;
      if (i === j && !(sum > 0)) throw new RangeError('The matrix is not positive definite.');
      line.push(i === j ? Math.sqrt(sum) : sum / other[j]!);
    }
    lower.push(line);
  });
  return lower;
}

function solveWith(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** x with A·x = right. @throws RangeError unless A is symmetric and positive definite. */
export const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => solveWith(cholesky(matrix), right);

/** The diagonal of A⁻¹. @throws RangeError unless A is symmetric and positive definite. */
export function inverseDiagonal(matrix: readonly (readonly number[])[]): number[] {
  const lower = cholesky(matrix);
  return matrix.map(
    (_, i) =>
      solveWith(
        lower,
        matrix.map((_, j) => Number(i === j)),
      )[i]!,
  );
}
