import type { SentMail } from '../../../../model/index.js';
import { go, openList } from '../actions.js';
import { nameOf } from '../contacts.js';
import type { Field, Mailbox, Screen } from '../mailbox.js';
import { edit } from './actions.js';
import { toBlocks, toFree } from './assembly.js';
import { isAddress } from './recipients-in.js';
import { sent, withoutDraft } from './state.js';

export function removeRecipient(x: Mailbox, field: Field, address: string): void {
  edit(x, { [field]: x.state.draft?.[field].filter((other) => other !== address) ?? [] });
  x.show({ notice: { quiet: true, text: x.text('removed', { name: nameOf(x.task, address) ?? address }) } }, `#${field}`);
}

/** The other way of writing. Nothing is lost: each way keeps its own text. */
export function switchWay(x: Mailbox, written: SentMail['written']): void {
  if (x.state.draft?.written === written) return;
  x.change((written === 'blocks' ? toBlocks : toFree)(x.task, x.state));
  x.show({ problem: undefined, notice: undefined });
}

/** Sends the message if it can leave; says why it cannot otherwise. */
export function send(x: Mailbox): void {
  const { draft } = x.state;
  if (!draft) return;
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
  x.change(sent(x.state));
  go(x, { name: 'sent', index: x.state.sent.length - 1, fresh: true });
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

/** Going back from the composer: to the message that is answered, else to the list. */
export function leaveComposer(x: Mailbox): void {
  const about = x.state.draft?.replyTo ?? x.state.draft?.forwards;
  if (about === undefined) openList(x);
  else go(x, { name: 'message', id: about });
}
