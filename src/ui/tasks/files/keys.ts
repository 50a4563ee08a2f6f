import { offers, type Command, type Explorer } from './explorer.js';

const commands: Readonly<Record<string, Command>> = { Enter: 'open', F2: 'rename', Delete: 'delete' };
const held: Readonly<Record<string, Command>> = { z: 'undo', x: 'cut', c: 'clip', v: 'paste' };

/**
 * The keys of an explorer, on a row or on the name of a place: Enter opens, F2 renames, Delete throws away;
 * Control or Command with X, C and V cut, copy and paste, with Z undo.
 */
export function pressed(explorer: Explorer, event: KeyboardEvent): void {
  const target = event.target as HTMLInputElement;
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || shiftKey || !target.matches('[name=row], .here')) return;
  const command = ctrlKey || metaKey ? held[key.toLowerCase()] : commands[key];
  if (!command || !(target.value || command === 'undo' || command === 'paste')) return;
  if (command !== 'open' && (explorer.disabled || !offers(explorer, command))) return;
  event.preventDefault();
  explorer.run(command, target.value);
}
