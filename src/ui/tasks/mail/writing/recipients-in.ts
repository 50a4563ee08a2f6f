import { sameWords } from '../../../../grading/words.js';
import type { MailTask } from '../../../../model/index.js';

/** The address looks complete: something, an @, a domain with a dot. */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);

/** The recipients in what was typed: addresses, names of contacts turned into addresses, or the words as they are. */
export function recipientsIn(task: MailTask, typed: string): string[] {
  const addresses = typed.match(/[^\s<>,;]+@[^\s<>,;]*/g);
  if (addresses) return addresses;
  return typed
    .split(/[,;]/)
    .map((words) => words.trim())
    .filter(Boolean)
    .map((words) => task.contacts?.find(({ name }) => sameWords(name, words))?.address ?? words);
}
