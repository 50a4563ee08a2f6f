import { literal, unsafeStatic, type StaticValue } from 'lit/static-html.js';
import type { Task, TaskType } from '../../model/index.js';
import { importAgain } from '../../import-again.js';
import { version } from '../../version.js';

/** What plays a task: its type, or a larger form of it that only some tasks need. */
export type Player = TaskType | 'mail-writing';

/** The code of each player, fetched when a question needs it. To add a task type: its folder, and a line here. */
const code: Readonly<Record<Player, () => Promise<{ readonly Player: CustomElementConstructor }>>> = {
  choice: importAgain(() => import('./choice/choice-task.js')),
  order: importAgain(() => import('./order/order-task.js')),
  match: importAgain(() => import('./match/match-task.js')),
  text: importAgain(() => import('./text/text-task.js')),
  mail: importAgain(() => import('./mail/mail-task.js')),
  'mail-writing': importAgain(() => import('./mail/writing/mail-writing-task.js')),
  files: importAgain(() => import('./files/files-task.js')),
};

const tags = new Map<Player, StaticValue>();

/** What plays this task: a mailbox that is only read does not bring the composer. */
export const playerOf = (task: Task): Player => (task.type === 'mail' && task.compose !== false ? 'mail-writing' : task.type);

/** The tag of a player that is ready; undefined before {@link loadPlayer}. */
export const playerTag = (player: Player): StaticValue | undefined => tags.get(player);

/**
 * Fetches and registers the element of a player, under a name that carries the version.
 * @throws if the code cannot be fetched.
 */
export async function loadPlayer(player: Player): Promise<void> {
  if (tags.has(player)) return;
  const { Player } = await code[player]();
  const name = `pix-task-${player}-${version.replaceAll('.', '-')}`;
  // Another copy of the same version may have been first: its element does.
  if (!customElements.get(name)) customElements.define(name, Player);
  tags.set(player, literal`${unsafeStatic(name)}`);
}

/** Fetches what can be fetched of every player. */
export const loadEveryPlayer = (): Promise<unknown> => Promise.allSettled(Object.values(code).map((load) => load()));
