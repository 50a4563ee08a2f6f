import type { MailResponse, SentMail } from '../../../../model/index.js';
import { go } from '../actions.js';
import type { Field, Mailbox, Screen } from '../mailbox.js';
import { recipientsIn } from './recipients-in.js';
import { begun, hasContent, takenBack } from './state.js';

/** The composer with the draft that `change` puts there, unless another message is being written: that one is shown first. */
function compose(x: Mailbox, change: (state: MailResponse) => MailResponse, focus: string, notice?: Screen['notice']): void {
  const { draft } = x.state;
  const busy = draft && hasContent(draft);
  if (!busy) x.change(change(x.state));
  go(x, { name: 'compose' }, busy ? { text: x.text('missingSend') } : notice, busy ? '.title' : focus);
}

/** Begins a message. */
export const write = (x: Mailbox, draft: SentMail): void =>
  compose(x, (state) => begun(state, draft), draft.to.length ? '#body, .block input' : '#to');

/** A sent message goes back to the composer. */
export const takeBack = (x: Mailbox, index: number): void =>
  compose(x, (state) => takenBack(state, index), '.title', { text: x.text('takenBack') });

/** Changes the message being written. */
export function edit(x: Mailbox, change: Partial<SentMail>): void {
  const { state } = x;
  if (state.draft) x.change({ ...state, draft: { ...state.draft, ...change } });
  x.show({ problem: undefined });
}

/** Says, to those who listen, what was added or removed; then focus goes where said. */
export const tell = (x: Mailbox, phrase: 'added' | 'removed', name: string, focus?: string): void =>
  x.show({ panel: undefined, notice: { quiet: true, text: x.text(phrase, { name }) } }, focus);

/** Turns what was typed into recipients. */
export function addRecipients(x: Mailbox, field: Field, typed: string): void {
  const list = x.state.draft?.[field] ?? [];
  const found = recipientsIn(x.task, typed).filter((address, i, all) => !list.includes(address) && all.indexOf(address) === i);
  if (!found.length) return;
  edit(x, { [field]: [...list, ...found] });
  tell(x, 'added', found.join(', '));
}
