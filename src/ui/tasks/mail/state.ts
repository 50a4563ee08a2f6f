import type { MailContact, MailFolder, MailMessage, MailResponse, MailTask } from '../../../model/index.js';

export const messageOf = (task: MailTask, id: string | undefined): MailMessage | undefined =>
  task.messages.find((message) => message.id === id);

/** Where a message lies now. */
export const folderOf = (state: MailResponse, { id, folder = 'inbox' }: MailMessage): MailFolder => state.moved[id] ?? folder;

/** Everybody a message was addressed to, but the learner. */
export const othersOf = ({ account }: MailTask, { to = [], cc = [] }: MailMessage): readonly MailContact[] =>
  [...to, ...cc].filter(({ address }) => address !== account.address);

export const addressesOf = (contacts: readonly MailContact[] = []): string[] => contacts.map(({ address }) => address);

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

/** The mailbox before anything is done. */
export const untouched: MailResponse = { sent: [], opened: [], followed: [], openedFiles: [], moved: {} };
