import { html, type TemplateResult } from 'lit';
import { offers, type Command, type Explorer } from './explorer.js';

const ofRow = ['open', 'rename', 'cut', 'clip', 'paste', 'move', 'delete', 'restore'] as const;
const ofPlace = ['create', 'paste'] as const;

const first = (menu: HTMLElement, selectors: string): HTMLElement | null => (menu.parentNode as ParentNode).querySelector(selectors);

/** Away with the menu; the keyboard goes back to the row or the place it was about. */
function leave(menu: HTMLElement): void {
  menu.hidePopover();
  (first(menu, '[name=row]:checked') ?? first(menu, '.here'))?.focus();
}

function pressed(event: KeyboardEvent): void {
  const shown = event.currentTarget as HTMLElement;
  const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const items = [...shown.querySelectorAll('button')];
  if (step) items.at((items.indexOf(event.target as HTMLButtonElement) + step) % items.length)?.focus();
  else leave(shown);
}

/** The menu of the chosen row, or of the place when none is. */
export const menu = (explorer: Explorer): TemplateResult => {
  const commands: readonly Command[] = explorer.selected === undefined ? ofPlace : ofRow;
  return html`<div
    role="menu"
    popover="manual"
    aria-label=${explorer.text('commands')}
    @keydown=${pressed}
    @focusout=${({ currentTarget, relatedTarget }: FocusEvent) => {
      const left = currentTarget as HTMLElement;
      if (!left.contains(relatedTarget as Node | null)) left.hidePopover();
    }}
  >
    ${commands
      .filter((command) => offers(explorer, command))
      .map((command) => {
        const run = ({ currentTarget }: Event): void => {
          leave((currentTarget as HTMLElement).parentElement as HTMLElement);
          explorer.run(command);
        };
        return html`<button type="button" role="menuitem" tabindex="-1" @click=${run}>${explorer.text(command)}</button>`;
      })}
  </div>`;
};

/** A right click, a long touch or the key of the menu: on a row its commands, elsewhere those of the place. */
export async function menuAsked(explorer: Explorer, event: MouseEvent): Promise<void> {
  const target = event.target as Element;
  if (explorer.disabled || target.matches('[type=search]')) return;
  event.preventDefault();
  const shown = (event.currentTarget as Element).querySelector<HTMLElement>('[role=menu]');
  explorer.select(target.closest<HTMLElement>('[data-row]')?.dataset['row']);
  await explorer.updateComplete;
  if (!shown?.firstElementChild) return;
  shown.showPopover();
  shown.style.left = `${Math.max(0, Math.min(event.clientX, innerWidth - shown.offsetWidth))}px`;
  shown.style.top = `${Math.max(0, Math.min(event.clientY, innerHeight - shown.offsetHeight))}px`;
  shown.querySelector('button')?.focus();
}
