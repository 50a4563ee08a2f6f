import type { MailContact, MailTask } from '../../../model/index.js';

/** Everybody whose name the mailbox knows. */
const known = (task: MailTask): readonly MailContact[] => [
  ...(task.contacts ?? []),
  ...task.messages.flatMap(({ from, to = [], cc = [] }) => [from, ...to, ...cc]),
  task.account,
];

export const nameOf = (task: MailTask, address: string): string | undefined =>
  known(task).find((contact) => contact.address.toLowerCase() === address.toLowerCase())?.name;
