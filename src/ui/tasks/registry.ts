import { literal, unsafeStatic, type StaticValue } from 'lit/static-html.js';
import type { TaskType } from '../../model/index.js';
import { version } from '../../version.js';

type TaskClass = CustomElementConstructor;

/** The element of each task type, fetched when a question needs it. To add a type: its folder, and a line here. */
const classes: Readonly<Record<TaskType, () => Promise<TaskClass>>> = {
  choice: async () => (await import('./choice/choice-task.js')).ChoiceTaskElement,
  order: async () => (await import('./order/order-task.js')).OrderTaskElement,
  match: async () => (await import('./match/match-task.js')).MatchTaskElement,
  text: async () => (await import('./text/text-task.js')).TextTaskElement,
  mail: async () => (await import('./mail/mail-task.js')).MailTaskElement,
  files: async () => (await import('./files/files-task.js')).FilesTaskElement,
};

const tags = new Map<TaskType, StaticValue>();

/** The tag of a task type whose element is ready; undefined before {@link loadTask}. */
export const taskTag = (type: TaskType): StaticValue | undefined => tags.get(type);

/**
 * Fetches and registers the element of a task type, under a name that carries the version.
 * @throws if the code cannot be fetched.
 */
export async function loadTask(type: TaskType): Promise<void> {
  if (tags.has(type)) return;
  const TaskElement = await classes[type]();
  const name = `pix-task-${type}-${version.replaceAll('.', '-')}`;
  // Another copy of the same version may have been first: its element does.
  if (!customElements.get(name)) customElements.define(name, TaskElement);
  tags.set(type, literal`${unsafeStatic(name)}`);
}
