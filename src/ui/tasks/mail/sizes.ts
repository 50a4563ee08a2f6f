import type { MailDraft, MailTask } from '../../../model/index.js';
import type { Mailbox } from './mailbox.js';

/** Kilobytes that the attachments of a message weigh. */
export const totalSize = ({ files = [] }: MailTask, { attachments }: MailDraft): number =>
  files.reduce((sum, { id, size }) => sum + (attachments.includes(id) ? size : 0), 0);

/** `kilobytes` in words: "240 ko", "2,4 Mo". */
export function sizeText({ voice }: Pick<Mailbox, 'voice'>, kilobytes: number): string {
  const large = kilobytes >= 1000;
  return (large ? kilobytes / 1000 : kilobytes).toLocaleString(voice.language, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: 1,
  });
}
