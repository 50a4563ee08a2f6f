import { commandsOf, type Command, type Explorer } from './explorer.js';

const commands: Readonly<Record<string, Command>> = { Enter: 'open', F2: 'rename', Delete: 'delete' };

/** The keys of an explorer, on a row or on the name of a place: Enter opens, F2 renames, Delete throws away, Control or Command with Z undoes. */
export function pressed(explorer: Explorer, event: KeyboardEvent): void {
  const target = event.target as HTMLInputElement;
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || shiftKey || !target.matches('[name=row], .here')) return;
  const command = ctrlKey || metaKey ? key === 'z' && 'undo' : target.value && commands[key];
  const offered =
    command && (command === 'open' || (!explorer.disabled && ['undo', ...commandsOf(explorer.task, explorer.bin)].includes(command)));
  if (!command || !offered) return;
  event.preventDefault();
  explorer.run(command, target.value);
}
