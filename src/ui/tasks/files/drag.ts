import { allows, type Explorer } from './explorer.js';

/** What `data-drop` says of the bin; of a folder it is the id, empty for the top. A name cannot hold a slash, nor does an id. */
export const binTarget = '/bin';

const type = 'application/x-node';

const closest = (event: Event, selector: string): HTMLElement | null => (event.target as Element).closest<HTMLElement>(selector);

/** Dragging a row onto a folder or the bin with a pointer: a short cut for « Déplacer… » and « Supprimer », never the only way. */
export function dragging(explorer: Explorer): Record<'start' | 'over' | 'leave' | 'drop', (event: DragEvent) => void> {
  let dragged: string | undefined;
  const target = (event: DragEvent): HTMLElement | null => {
    const found = dragged === undefined ? null : closest(event, '[data-drop]');
    if (!found || found.dataset['drop'] === dragged) return null;
    return allows(explorer.task, found.dataset['drop'] === binTarget ? 'delete' : 'move') ? found : null;
  };
  return {
    start(event) {
      dragged = closest(event, '[data-row]')?.dataset['row'];
      if (dragged === undefined) return;
      event.dataTransfer?.setData(type, dragged);
      explorer.select(dragged);
    },
    over(event) {
      const over = target(event);
      if (!over) return;
      event.preventDefault();
      over.classList.add('over');
    },
    leave(event) {
      closest(event, '[data-drop]')?.classList.remove('over');
    },
    drop(event) {
      const onto = target(event);
      const id = dragged;
      closest(event, '[data-drop]')?.classList.remove('over');
      dragged = undefined;
      if (!onto || id === undefined) return;
      event.preventDefault();
      const folder = onto.dataset['drop'] ?? '';
      if (folder === binTarget) explorer.run('delete', id);
      else explorer.put('move', id, folder || null);
    },
  };
}
