import type { Task, TaskResponse } from '../model/index.js';
import { Problem } from './problem.js';

/** What a response to each type of task has, and no other. */
const marks: Readonly<Record<Task['type'], string>> = {
  choice: 'selected',
  order: 'order',
  match: 'groups',
  text: 'text',
  mail: 'sent',
  files: 'entries',
};

/** @throws {Problem} `request-invalid` when the response is to another type of task. */
export function checkFitting(item: string, task: Task, response: TaskResponse | null): void {
  if (response === null || marks[task.type] in response) return;
  const message = `is not a response to the item ${item}, which is of the type "${task.type}"`;
  throw new Problem('request-invalid', { detail: `The response ${message}.`, errors: [{ at: 'body/response', message }] });
}
