import type { MailFolder, MailMessage, SentMail } from '../../../model/index.js';
import { toBlocks, toFree } from './assembly.js';
import { isAddress, nameOf, recipientsIn } from './contacts.js';
import type { Field, Mailbox, Screen, View } from './mailbox.js';
import { sizeText, totalSize } from './sizes.js';
import { begun, folderOf, hasContent, moved, noted, sent, takenBack, withDraft, withoutDraft } from './state.js';

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

export function removeRecipient(x: Mailbox, field: Field, address: string): void {
  edit(x, { [field]: x.state.draft?.[field].filter((other) => other !== address) ?? [] });
  x.show({ notice: { quiet: true, text: x.text('removed', { name: nameOf(x.task, address) ?? address }) } }, `#${field}`);
}

/** The other way of writing. Nothing is lost: each way keeps its own text. */
export function switchWay(x: Mailbox, written: SentMail['written']): void {
  if (x.state.draft?.written === written) return;
  x.change(written === 'blocks' ? toBlocks(x.task, x.state) : toFree(x.task, x.state));
  x.show({ problem: undefined, notice: undefined });
}

/** Sends the message if it can leave; says why it cannot otherwise. */
export function send(x: Mailbox): void {
  const { draft } = x.state;
  if (!draft) return;
  const fields = (['to', 'cc', 'bcc'] as const).filter((field) => draft[field].length);
  const wrong = fields.find((field) => !draft[field].every(isAddress));
  const total = totalSize(x.task, draft);
  const { maxSize = Infinity } = x.task;
  if (wrong) {
    const typed = draft[wrong].find((address) => !isAddress(address)) ?? '';
    x.show(
      { notice: undefined, copies: x.screen.copies || wrong !== 'to', problem: { at: wrong, text: x.text('badAddress', { typed }) } },
      `#${wrong}`,
    );
  } else if (!fields.length) {
    x.show({ notice: undefined, problem: { at: 'to', text: x.text('needRecipient') } }, '#to');
  } else if (total > maxSize) {
    const text = x.text('tooLarge', { total: sizeText(x, total), limit: sizeText(x, maxSize) });
    x.show({ notice: undefined, problem: { at: 'attachments', text } }, '.attach');
  } else {
    x.change(sent(x.state));
    go(x, { name: 'sent', index: x.state.sent.length - 1, fresh: true });
  }
}

/** A sent message goes back to the composer. */
export function takeBack(x: Mailbox, index: number): void {
  const { draft } = x.state;
  const busy = draft !== undefined && hasContent(draft);
  if (!busy) x.change(takenBack(x.task, x.state, index));
  go(x, { name: 'compose' }, { text: x.text(busy ? 'otherDraft' : 'takenBack') });
}

/** Throws the message being written away; that can be undone. */
export function deleteDraft(x: Mailbox): void {
  const { draft, picks } = x.state;
  x.change(withoutDraft(x.state));
  openList(x);
  x.show({
    notice: {
      text: x.text('deleted'),
      undo: () => {
        if (draft) x.change({ ...x.state, draft, ...(picks && { picks }) });
        go(x, { name: 'compose' });
      },
    },
  });
}
