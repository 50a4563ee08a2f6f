import type { Responses, Task, TaskOf, TaskResponse, TaskType } from '../../../src/model/index.js';
import type { Hands } from '../hands.js';
import { choice } from './choice.js';
import { files } from './files.js';
import { mail } from './mail.js';
import { match } from './match.js';
import { order } from './order.js';
import { text } from './text.js';

/** Brings a task from its first state to `solution`, through its visible controls. */
export type Solve<T extends TaskType> = (hands: Hands, task: TaskOf<T>, solution: Responses[T]) => Promise<void>;

const ways: { readonly [T in TaskType]: Solve<T> } = { choice, order, match, text, mail, files };

export async function solve(hands: Hands, task: Task, solution: TaskResponse): Promise<void> {
  await (ways[task.type] as Solve<TaskType>)(hands, task, solution);
}
