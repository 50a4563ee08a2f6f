import { literal, unsafeStatic, type StaticValue } from 'lit/static-html.js';
import type { TaskType } from '../../model/index.js';
import { importAgain } from '../../import-again.js';
import { version } from '../../version.js';

/** The code of each task type, fetched when a question needs it. To add a task type: its folder, and a line here. */
const code: Readonly<Record<TaskType, () => Promise<{ readonly Player: CustomElementConstructor }>>> = {
  choice: importAgain(() => import('./choice/choice-task.js')),
  order: importAgain(() => import('./order/order-task.js')),
  match: importAgain(() => import('./match/match-task.js')),
  text: importAgain(() => import('./text/text-task.js')),
  mail: importAgain(() => import('./mail/mail-task.js')),
  files: importAgain(() => import('./files/files-task.js')),
};

const tags = new Map<TaskType, StaticValue>();

/** The tag of a task type that is ready; undefined before {@link loadPlayer}. */
export const playerTag = (type: TaskType): StaticValue | undefined => tags.get(type);

/**
 * Fetches and registers the element of a task type, under a name that carries the version.
 * @throws if the code cannot be fetched.
 */
export async function loadPlayer(type: TaskType): Promise<void> {
  if (tags.has(type)) return;
  const { Player } = await code[type]();
  const name = `pix-task-${type}-${version.replaceAll('.', '-')}`;
  // Another copy of the same version may have been first: its element does.
  if (!customElements.get(name)) customElements.define(name, Player);
  tags.set(type, literal`${unsafeStatic(name)}`);
}

/** Fetches what can be fetched of every task type. */
export const loadEveryPlayer = (): Promise<unknown> => Promise.allSettled(Object.values(code).map((load) => load()));
