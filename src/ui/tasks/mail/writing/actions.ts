import type { SentMail } from '../../../../model/index.js';
import { go } from '../actions.js';
import type { Field, Mailbox } from '../mailbox.js';
import { recipientsIn } from './recipients-in.js';
import { begun, hasContent, takenBack, withDraft } from './state.js';

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
  if (!busy) x.change(takenBack(x.state, index));
  go(x, { name: 'compose' }, { text: x.text(busy ? 'otherDraft' : 'takenBack') });
}
