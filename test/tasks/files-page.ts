import { sendKeys } from '@web/test-runner-commands';
import type { FileEntry } from '../../src/model/index.js';
import { FilesTaskElement } from '../../src/ui/tasks/files/files-task.js';
import { seen, within } from './show-task.js';

if (!customElements.get('test-files')) customElements.define('test-files', FilesTaskElement);

export { FilesTaskElement };

/** Names on screen, in order. */
export const names = (element: FilesTaskElement): string[] => within(element, 'tbody .name').map(seen);

/** What can be focused in the row of a node. */
export function row(element: FilesTaskElement, id: string): HTMLInputElement {
  const [input] = within<HTMLInputElement>(element, `tbody input[value="${id}"]`);
  if (!input) throw new Error(`no row ${id} among ${names(element).join(', ')}`);
  return input;
}

export const active = (element: FilesTaskElement): Element | null => element.shadowRoot?.activeElement ?? null;

export const status = (element: FilesTaskElement): string => seen(within(element, '[role=status]')[0]);

export const at = (element: FilesTaskElement, id: string): FileEntry | undefined => element.entries.find((entry) => entry.id === id);

/** Presses keys one after the other: "Enter", "Control+z". */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const [last = '', ...held] = key.split('+').reverse();
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: last });
    for (const modifier of held) await sendKeys({ up: modifier });
  }
}

/** Presses a button by the words on it. */
export async function push(element: FilesTaskElement, words: string): Promise<void> {
  const button = within(element, 'dialog[open] button, :popover-open button, .tool button').find(
    (candidate) => candidate.checkVisibility() && seen(candidate) === words,
  );
  if (!button) throw new Error(`no button “${words}”`);
  button.click();
  await element.updateComplete;
}
