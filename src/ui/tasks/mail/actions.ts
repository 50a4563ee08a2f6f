import type { MailFolder, MailMessage, MailResponse } from '../../../model/index.js';
import type { Mailbox, Screen, View } from './mailbox.js';
import { folderOf, moved, noted } from './state.js';

export const closed = { notice: undefined, problem: undefined, link: undefined, panel: undefined };

/** The message being written has recipients that are not in the first list. */
export const hasCopies = ({ draft }: MailResponse): boolean => Boolean(draft && draft.cc.length + draft.bcc.length);

/** Another view; focus goes to its title unless said. */
export function go(x: Mailbox, view: View, notice?: Screen['notice'], focus = '.title'): void {
  x.show({ ...closed, view, notice, copies: hasCopies(x.state) }, focus);
}

export const openList = (x: Mailbox, folder: MailFolder = 'inbox'): void => go(x, { name: 'list', folder });

export function openMessage(x: Mailbox, message: MailMessage): void {
  if (!x.disabled) x.change(noted(x.state, 'opened', message.id));
  go(x, { name: 'message', id: message.id });
}

/** Files a message and goes back to the list it was in; that can be undone. */
export function file(x: Mailbox, message: MailMessage, folder: MailFolder): void {
  const before = folderOf(x.state, message);
  x.change(moved(x.state, message, folder));
  go(
    x,
    { name: 'list', folder: before },
    {
      text: x.text('filed', { folder: x.text(folder) }),
      undo: () => {
        x.change(moved(x.state, message, before));
        go(x, { name: 'message', id: message.id });
      },
    },
  );
}

export function openFile(x: Mailbox, received: NonNullable<MailMessage['attachments']>[number]): void {
  if (!x.disabled) x.change(noted(x.state, 'openedFiles', received.id));
  x.show({ panel: { kind: 'preview', file: received } });
}
