import type { Grade, Item, TaskResponse, TaskType } from '../model/index.js';
import { importAgain } from '../import-again.js';
import { gradeItem, type Evaluate } from './evaluate.js';

export { defaultThreshold, gradeFrom, gradeItem, type Evaluate } from './evaluate.js';
export * from './words.js';

type Evaluators = { readonly [T in TaskType]: () => Promise<{ readonly evaluate: Evaluate<T> }> };

/** The rules of each task type, fetched when an answer of that type is graded. */
const evaluators: Evaluators = {
  choice: importAgain(() => import('./tasks/choice.js')),
  order: importAgain(() => import('./tasks/order.js')),
  match: importAgain(() => import('./tasks/match.js')),
  text: importAgain(() => import('./tasks/text.js')),
  mail: importAgain(() => import('./tasks/mail.js')),
  files: importAgain(() => import('./tasks/files.js')),
};

/** Fetches the rules of a task type before an answer is there; what fails is asked for again by {@link grade}. */
export const fetchRules = (type: TaskType): void => void evaluators[type]().catch(() => undefined);

/**
 * What `response` is worth for `item`; null is "je ne sais pas encore".
 * @throws if the rules of the task type cannot be loaded.
 */
export async function grade(item: Pick<Item, 'criteria' | 'threshold' | 'task'>, response: TaskResponse | null): Promise<Grade> {
  const { evaluate } = (await evaluators[item.task.type]()) as { evaluate: Evaluate<TaskType> };
  return gradeItem(evaluate, item, response);
}
