import { locate, type Path, type Source } from './source.js';

/** Something to correct in an authored file: where it is, what is wrong, what to do. In English, for content designers. */
export interface Problem {
  /** Path of the file inside the pack, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The kind of problem, for tools: `unknown-field`, `solution-fails`… */
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
  /** A pack with an error is not to be published. */
  readonly severity: 'error' | 'warning';
}

/** What is wrong at one place of a file. */
export interface Finding {
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
  /** `error` unless said. */
  readonly severity?: Problem['severity'];
  /** The problem is the key at the end of the path, not its value. */
  readonly onKey?: boolean;
}

/** Tells of a problem at a path below some place of a file. */
export type Report = (path: Path, finding: Finding) => void;

/** A function that adds problems found in `source`, below `base`, to `problems`. */
export const reporter =
  (problems: Problem[], source: Source, base: Path = []): Report =>
  (path, { code, reason, remedy, severity = 'error', onKey = false }) => {
    problems.push({ file: source.file, ...locate(source, [...base, ...path], onKey), code, reason, remedy, severity });
  };

/** `report` for everything below `base`. */
export const below =
  (report: Report, ...base: Path): Report =>
  (path, finding) =>
    report([...base, ...path], finding);

/** Problems in the order of their places; the same problem is told once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const keys = new Set<string>();
  return problems
    .filter((problem) => {
      const key = JSON.stringify(problem);
      return !keys.has(key) && keys.add(key);
    })
    .sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
