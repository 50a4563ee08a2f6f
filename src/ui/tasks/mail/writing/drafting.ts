import type { SentMail } from '../../../../model/index.js';
import { go } from '../actions.js';
import { nameOf } from '../contacts.js';
import type { Field, Mailbox, Screen } from '../mailbox.js';
import { edit, tell } from './actions.js';
import { toBlocks, toFree } from './assembly.js';
import { isAddress } from './recipients-in.js';
import { sent, withoutDraft } from './state.js';

export function removeRecipient(x: Mailbox, field: Field, address: string): void {
  edit(x, { [field]: x.state.draft?.[field].filter((other) => other !== address) ?? [] });
  tell(x, 'removed', nameOf(x.task, address) ?? address, `#${field}`);
}

/** The other way of writing. Nothing is lost: each way keeps its own text. */
export function switchWay(x: Mailbox, draft: SentMail, written: SentMail['written']): void {
  if (draft.written === written) return;
  x.change((written === 'blocks' ? toBlocks : toFree)(x.task, x.state, draft));
  x.show({ problem: undefined, notice: undefined });
}

/** Sends the message if it can leave; says why it cannot otherwise. */
export function send(x: Mailbox, draft: SentMail): void {
  const fields = (['to', 'cc', 'bcc'] as const).filter((field) => draft[field].length);
  const wrong = fields.find((field) => !draft[field].every(isAddress));
  const { files = [], maxSize = Infinity } = x.task;
  const total = files.reduce((sum, { id, size }) => sum + (draft.attachments.includes(id) ? size : 0), 0);
  const problem: Screen['problem'] = wrong
    ? { at: wrong, text: x.text('badAddress', { typed: draft[wrong].find((address) => !isAddress(address)) ?? '' }) }
    : !fields.length
      ? { at: 'to', text: x.text('needRecipient') }
      : total > maxSize
        ? { at: 'attachments', text: x.text('tooLarge', { total: x.size(total), limit: x.size(maxSize) }) }
        : undefined;
  if (problem) {
    x.show({ notice: undefined, problem, copies: x.screen.copies || problem.at === 'cc' || problem.at === 'bcc' }, `#${problem.at}`);
    return;
  }
  x.change(sent(x.state, draft));
  go(x, { name: 'sent', index: x.state.sent.length - 1, fresh: true });
}

/** Throws the message being written away; that can be undone. */
export function deleteDraft(x: Mailbox, draft: SentMail): void {
  const { picks } = x.state;
  x.change(withoutDraft(x.state));
  go(
    x,
    { name: 'list', folder: 'inbox' },
    {
      text: x.text('deleted'),
      undo: () => {
        x.change({ ...x.state, draft, ...(picks && { picks }) });
        go(x, { name: 'compose' });
      },
    },
  );
}
