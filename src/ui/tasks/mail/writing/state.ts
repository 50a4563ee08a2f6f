import type { MailBlock, MailDraft, MailMessage, MailResponse, MailTask, SentMail } from '../../../../model/index.js';
import { addressesOf, messageOf, othersOf, untouched } from '../state.js';

const blank: SentMail = { to: [], cc: [], bcc: [], subject: '', body: '', attachments: [], written: 'free' };

/** The part is made of blocks. */
export const hasBlocks = (task: MailTask, part: MailBlock['part']): boolean => task.blocks?.some((block) => block.part === part) ?? false;

const prefixed = (prefix: string, subject: string): string =>
  new RegExp(`^${prefix}\\s*:`, 'i').test(subject) ? subject : `${prefix}\u00a0: ${subject}`;

export const newDraft = (draft?: Partial<MailDraft>): SentMail => ({ ...blank, ...draft });

/** An answer to a message, to its sender or to everybody. */
export function replyDraft(task: MailTask, message: MailMessage, all: boolean, draft?: Partial<MailDraft>): SentMail {
  const mine = message.from.address === task.account.address;
  const to = mine ? addressesOf(message.to) : [message.from.address];
  const cc = all ? addressesOf(othersOf(task, message)).filter((other) => !to.includes(other)) : [];
  return { ...blank, to, cc, subject: prefixed('Re', message.subject), ...draft, replyTo: message.id, ...(all && { replyAll: true }) };
}

export const forwardDraft = (message: MailMessage): SentMail => ({
  ...blank,
  subject: prefixed('Tr', message.subject),
  forwards: message.id,
});

/** The mailbox before anything is done: a message may be begun. */
export function initialState(task: MailTask): MailResponse {
  const { start } = task;
  if (start.view === 'compose') return begun(untouched, newDraft(start.draft));
  if (start.view !== 'reply') return untouched;
  const message = messageOf(task, start.message);
  return message ? begun(untouched, replyDraft(task, message, false, start.draft)) : untouched;
}

/** Something is written, addressed or joined that would be missed. What an answer begins with does not count. */
export const hasContent = ({ to, cc, bcc, subject, body, attachments, replyTo, forwards }: SentMail): boolean =>
  Boolean(body.trim() || attachments.length || (!replyTo && (to.length + cc.length + bcc.length || (!forwards && subject))));

/** A message is begun; the sentences picked for an earlier one are forgotten. */
export function begun({ picks: _, ...state }: MailResponse, draft: SentMail): MailResponse {
  return { ...state, draft };
}

export function withoutDraft({ draft: _, picks: __, ...state }: MailResponse): MailResponse {
  return state;
}

/** The draft is sent. Its picked sentences stay, so that it can be taken back as it was. */
export function sent({ draft: _, ...state }: MailResponse, draft: SentMail): MailResponse {
  return { ...state, sent: [...state.sent, draft] };
}

/** A message sent is a draft again. Only the last one still has its picked sentences. */
export function takenBack(state: MailResponse, index: number): MailResponse {
  const mail = state.sent[index];
  if (!mail) return state;
  const sent = state.sent.filter((_, i) => i !== index);
  return { ...state, sent, draft: state.picks && index === sent.length ? mail : { ...mail, written: 'free' } };
}
