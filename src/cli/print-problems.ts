import { join } from 'node:path';
import type { Problem } from '../content/index.js';

export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** One line for each problem, with a place that terminals and editors open: `file:line:column  reason — remedy`. */
export const problemLines = (folder: string, problems: readonly Problem[]): string =>
  problems
    .map(
      ({ file, line, column, reason, remedy, severity }) =>
        `${join(folder, file)}:${line}:${column}  ${severity === 'warning' ? '(warning) ' : ''}${reason} — ${remedy}\n`,
    )
    .join('');

/** "2 errors, 1 warning". */
export function tally(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
}

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === 'error');
