import type { MailBlock, MailResponse, MailTask, SentMail } from '../../../../model/index.js';
import { hasBlocks } from './state.js';

type Picks = Readonly<Record<string, string>>;
type Part = MailBlock['part'];

/** Places where the learner's own text waits, among the picks, while sentences are assembled. No block has such an id. */
const own = { subject: ':subject', body: ':body' } as const;
const parts: readonly Part[] = ['subject', 'body'];

/** The text that the picked sentences make: sentences of a body stand apart by an empty line. */
export const assembled = (task: MailTask, part: Part, picks: Picks): string =>
  (task.blocks ?? [])
    .filter((block) => block.part === part)
    .map(({ id, choices }) => choices.find((choice) => choice.id === picks[id])?.text)
    .filter((text) => text !== undefined)
    .join(part === 'subject' ? ' ' : '\n\n');

/** The draft says what the picks say. */
function gathered(task: MailTask, state: MailResponse, draft: SentMail, picks: Picks): MailResponse {
  const made = Object.fromEntries(parts.filter((part) => hasBlocks(task, part)).map((part) => [part, assembled(task, part, picks)]));
  return { ...state, draft: { ...draft, ...made, written: 'blocks' }, picks };
}

export const picked = (task: MailTask, state: MailResponse, draft: SentMail, block: string, choice: string): MailResponse =>
  gathered(task, state, draft, { ...state.picks, [block]: choice });

/** From free writing to assembling: the learner's own text is put aside. */
export const toBlocks = (task: MailTask, state: MailResponse, draft: SentMail): MailResponse =>
  gathered(task, state, draft, { ...state.picks, [own.subject]: draft.subject, [own.body]: draft.body });

/** From assembling to free writing: the learner's own text comes back; where there was none, the assembled text can be changed. */
export function toFree(task: MailTask, { picks = {}, ...state }: MailResponse, draft: SentMail): MailResponse {
  const back = (part: Part): string => (hasBlocks(task, part) && picks[own[part]]) || draft[part];
  const { [own.subject]: _, [own.body]: __, ...rest } = picks;
  return { ...state, draft: { ...draft, subject: back('subject'), body: back('body'), written: 'free' }, picks: rest };
}

/** A text of the learner's own waits while sentences are assembled. */
export const ownTextWaits = (state: MailResponse): boolean => Boolean(state.picks?.[own.body]);
