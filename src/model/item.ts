import type { Criterion } from './grade.js';
import type { TaskResponse } from './responses.js';
import type { Task } from './tasks.js';
import type { Text } from './text.js';

/** Ways in which an item can be done from beginning to end. */
export type InputMode = 'pointer' | 'touch' | 'keyboard' | 'screen-reader';

/** What the learner sees of an item: no key, no explanation. */
export interface ItemView {
  readonly id: string;
  /** The situation in a few words, above the title: "Répondre à un recruteur". */
  readonly situation: Text;
  /** What to do, in one sentence: the title of the screen. */
  readonly prompt: Text;
  /** What one needs to know to do it, if the prompt is not enough. */
  readonly detail?: Text;
  readonly task: Task;
  /** One gesture that helps without giving the answer. Shown in learning mode only. */
  readonly hint?: Text;
}

/** A whole item, as compiled: one file of the pack. */
export interface Item extends ItemView {
  readonly hint: Text;
  readonly criteria: readonly Criterion[];
  /** Score from which the item counts as passed; 0.75 unless said. */
  readonly threshold?: number;
  /** Ids of criteria that show a harder level of the subject: they come on top of the others, and are looked at once it is passed. */
  readonly harder?: readonly string[];
  /** Ids of criteria, some of the item's own, that show an easier level: looked at when it is not passed. */
  readonly easier?: readonly string[];
  /** What was to be seen, why it matters, one gesture to retain. */
  readonly explanation: Text;
  /** One right response: shows the answer in learning mode, proves that the item can be solved. */
  readonly solution: TaskResponse;
}

/** The view of an item that may leave the side that holds the keys. */
export function viewOf(item: Item, options: { readonly hint: boolean }): ItemView {
  const { id, situation, prompt, detail, task, hint } = item;
  return { id, situation, prompt, ...(detail !== undefined && { detail }), task, ...(options.hint && { hint }) };
}
