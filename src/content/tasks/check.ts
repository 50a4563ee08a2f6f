import type { ResponseOf, RuleOf, TaskOf, TaskType } from '../../model/index.js';
import type { Report } from '../problems.js';
import type { Path } from '../source.js';

/** An item as the check of its task type sees it: whole responses, and where each thing was written. */
export interface Checked<T extends TaskType> {
  readonly task: TaskOf<T>;
  readonly rules: readonly { readonly rule: RuleOf<T>; readonly path: Path }[];
  /** The solution first, then the traps. */
  readonly responses: readonly { readonly response: ResponseOf<T>; readonly path: Path }[];
  /** All that the learner can read: prompt, detail and task, in one string. */
  readonly readable: string;
  readonly report: Report;
}

/** Reports what the schema cannot see: references to nothing, ids given twice, a task that contradicts itself. */
export type CheckTask<T extends TaskType> = (item: Checked<T>) => void;
