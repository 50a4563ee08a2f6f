import type { MailFolder, MailMessage, SentMail } from '../../../model/index.js';
import { recipientsIn } from './contacts.js';
import type { Field, Mailbox, Screen, View } from './mailbox.js';
import { begun, folderOf, hasContent, moved, noted, takenBack, withDraft } from './state.js';

const closed = { notice: undefined, problem: undefined, link: undefined, panel: undefined };

/** Another view; focus goes to its title unless said. */
export function go(x: Mailbox, view: View, notice?: Screen['notice'], focus = '.title'): void {
  x.show({ ...closed, view, notice, copies: Boolean(x.state.draft && x.state.draft.cc.length + x.state.draft.bcc.length) }, focus);
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

export function followLink(x: Mailbox, id: string): void {
  x.change(noted(x.state, 'followed', id));
  x.show({ link: undefined, notice: { text: x.text('followed') } }, `#link-${id}`);
}

/** Begins a message, unless another one is being written: that one is shown first. */
export function write(x: Mailbox, draft: SentMail): void {
  const current = x.state.draft;
  const busy = current !== undefined && hasContent(current);
  if (!busy) x.change(begun(x.state, draft));
  const first = draft.to.length ? '#body, .block input' : '#to';
  go(x, { name: 'compose' }, busy ? { text: x.text('otherDraft') } : undefined, busy ? '.title' : first);
}

/** Changes the message being written. */
export function edit(x: Mailbox, change: Partial<SentMail>): void {
  x.change(withDraft(x.state, change));
  if (x.screen.problem) x.show({ problem: undefined });
}

/** Turns what was typed into recipients; answers with the ones that were added. */
export function addRecipients(x: Mailbox, field: Field, typed: string): readonly string[] {
  const list = x.state.draft?.[field] ?? [];
  const found = recipientsIn(x.task, typed).filter((address, i, all) => !list.includes(address) && all.indexOf(address) === i);
  if (found.length) {
    edit(x, { [field]: [...list, ...found] });
    x.show({ notice: { quiet: true, text: x.text('added', { name: found.join(', ') }) } });
  }
  return found;
}

/** A sent message goes back to the composer. */
export function takeBack(x: Mailbox, index: number): void {
  const { draft } = x.state;
  const busy = draft !== undefined && hasContent(draft);
  if (!busy) x.change(takenBack(x.task, x.state, index));
  go(x, { name: 'compose' }, { text: x.text(busy ? 'otherDraft' : 'takenBack') });
}
