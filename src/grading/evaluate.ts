import type { Criterion, Grade, Item, ResponseOf, RuleOf, TaskOf, TaskType } from '../model/index.js';

/** Does the end state `response` of `task` satisfy `rule`? Pure. One such function for each task type. */
export type Evaluate<T extends TaskType> = (rule: RuleOf<T>, response: ResponseOf<T>, task: TaskOf<T>) => boolean;

/** Share of the weighted criteria from which an item counts as passed, unless it says otherwise. */
export const defaultThreshold = 0.75;

/** The grade that follows from which criteria are met: 0 if a critical one is not, else the weighted share. */
export function gradeFrom(criteria: readonly Criterion[], met: readonly boolean[], threshold = defaultThreshold): Grade {
  let total = 0;
  let gained = 0;
  let failedCritical = false;
  criteria.forEach(({ weight = 1, critical }, i) => {
    total += weight;
    if (met[i]) gained += weight;
    else if (critical) failedCritical = true;
  });
  const score = failedCritical || total === 0 ? 0 : gained / total;
  return { criteria: criteria.map(({ id }, i) => ({ id, met: met[i] ?? false })), score, passed: score >= threshold - 1e-9 };
}

/**
 * Grades one item by its criteria, and what it shows of another level where that is looked at: all of those criteria count.
 * `response` null is "je ne sais pas encore": nothing is met.
 */
export function gradeItem<T extends TaskType>(
  evaluate: Evaluate<T>,
  { criteria, threshold, task, harder, easier }: Pick<Item, 'criteria' | 'threshold' | 'task' | 'harder' | 'easier'>,
  response: ResponseOf<T> | null,
): Grade {
  const met = criteria.map(({ rule }) => response !== null && evaluate(rule as RuleOf<T>, response, task as TaskOf<T>));
  const own = criteria.map(({ id }) => !harder?.includes(id));
  const kept = <V>(values: readonly V[]): V[] => values.filter((_, i) => own[i]);
  const grade = {
    ...gradeFrom(kept(criteria), kept(met), threshold),
    criteria: criteria.map(({ id }, i) => ({ id, met: met[i] ?? false })),
  };
  const looked = grade.passed ? harder : easier;
  if (!looked || response === null) return grade;
  return { ...grade, second: grade.criteria.every((criterion) => criterion.met || !looked.includes(criterion.id)) };
}
