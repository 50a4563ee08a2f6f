import type { SentMail } from '../../../../model/index.js';
import { edit, go, openList } from '../actions.js';
import { toBlocks, toFree } from '../assembly.js';
import { isAddress, nameOf } from '../contacts.js';
import type { Field, Mailbox } from '../mailbox.js';
import { sizeText, totalSize } from '../sizes.js';
import { sent, withoutDraft } from '../state.js';

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
