import type { MailContact, MailDraft, MailFolder, MailMessage, MailResponse, MailTask, SentMail } from '../../../model/index.js';
import { assembled } from './assembly.js';

const blank: SentMail = { to: [], cc: [], bcc: [], subject: '', body: '', attachments: [], written: 'free' };

export const messageOf = (task: MailTask, id: string | undefined): MailMessage | undefined =>
  task.messages.find((message) => message.id === id);

/** Where a message lies now. */
export const folderOf = (state: MailResponse, { id, folder = 'inbox' }: MailMessage): MailFolder => state.moved[id] ?? folder;

/** Everybody a message was addressed to, but the learner. */
export const othersOf = ({ account }: MailTask, { to = [], cc = [] }: MailMessage): readonly MailContact[] =>
  [...to, ...cc].filter(({ address }) => address !== account.address);

const prefixed = (prefix: string, subject: string): string =>
  subject.toLowerCase().startsWith(prefix.slice(0, 2).toLowerCase()) && /^..\s*:/.test(subject) ? subject : `${prefix}\u00a0: ${subject}`;

const addresses = (contacts: readonly MailContact[] = []): string[] => contacts.map(({ address }) => address);

export const newDraft = (draft?: Partial<MailDraft>): SentMail => ({ ...blank, ...draft });

/** An answer to a message, to its sender or to everybody. */
export function replyDraft(task: MailTask, message: MailMessage, all: boolean, draft?: Partial<MailDraft>): SentMail {
  const mine = message.from.address === task.account.address;
  const to = mine ? addresses(message.to) : [message.from.address];
  const { address } = task.account;
  const cc = all ? addresses(othersOf(task, message)).filter((other) => other !== address && !to.includes(other)) : [];
  return { ...blank, to, cc, subject: prefixed('Re', message.subject), ...draft, replyTo: message.id, ...(all && { replyAll: true }) };
}

export const forwardDraft = (message: MailMessage): SentMail => ({
  ...blank,
  subject: prefixed('Tr', message.subject),
  forwards: message.id,
});

/** The mailbox before anything is done. */
export function initialState(task: MailTask): MailResponse {
  const empty: MailResponse = { sent: [], opened: [], followed: [], openedFiles: [], moved: {} };
  const { start } = task;
  if (start.view === 'compose') return { ...empty, draft: newDraft(start.draft) };
  const message = start.view === 'reply' ? messageOf(task, start.message) : undefined;
  return start.view === 'reply' && message ? { ...empty, draft: replyDraft(task, message, false, start.draft) } : empty;
}

/** Something is written, addressed or joined that would be missed. What an answer begins with does not count. */
export const hasContent = ({ to, cc, bcc, subject, body, attachments, replyTo, forwards }: SentMail): boolean =>
  Boolean(body.trim() || attachments.length || (!replyTo && (to.length + cc.length + bcc.length || (!forwards && subject))));

/** The id is in the list, once. */
export const noted = (state: MailResponse, list: 'opened' | 'followed' | 'openedFiles', id: string): MailResponse => ({
  ...state,
  [list]: [...state[list].filter((other) => other !== id), id],
});

/** The message lies in the folder; one that is back in its first place is no longer listed as moved. */
export function moved(state: MailResponse, message: MailMessage, folder: MailFolder): MailResponse {
  const { [message.id]: _, ...rest } = state.moved;
  return { ...state, moved: folder === (message.folder ?? 'inbox') ? rest : { ...rest, [message.id]: folder } };
}

export const withDraft = (state: MailResponse, change: Partial<SentMail>): MailResponse =>
  state.draft ? { ...state, draft: { ...state.draft, ...change } } : state;

/** A message is begun; the sentences picked for an earlier one are forgotten. */
export function begun({ picks: _, ...state }: MailResponse, draft: SentMail): MailResponse {
  return { ...state, draft };
}

export function withoutDraft({ draft: _, picks: __, ...state }: MailResponse): MailResponse {
  return state;
}

/** The draft is sent. Its picked sentences stay, so that it can be taken back as it was. */
export function sent({ draft, ...state }: MailResponse): MailResponse {
  return draft ? { ...state, sent: [...state.sent, draft] } : state;
}

/** A message sent is a draft again. */
export function takenBack(task: MailTask, state: MailResponse, index: number): MailResponse {
  const mail = state.sent[index];
  if (!mail) return state;
  const same = mail.written === 'blocks' && state.picks && assembled(task, 'body', state.picks) === mail.body;
  return { ...state, sent: state.sent.filter((_, i) => i !== index), draft: same ? mail : { ...mail, written: 'free' } };
}
