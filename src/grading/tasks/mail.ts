import type { MailRule, SentMail } from '../../model/index.js';
import type { Evaluate } from '../evaluate.js';
import { hasClosing } from '../mail/closing.js';
import { hasGreeting } from '../mail/greeting.js';
import { isPlainStyle } from '../mail/plain-style.js';
import { isSigned } from '../mail/signature.js';
import { avoids, letterCount, mentions } from '../words.js';

/** `only`: these and no other; `all`: at least these; `any`: at least one of these; `none`: not these. */
interface SetRule {
  readonly only?: readonly string[];
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
}

function fits(values: readonly string[], { only, all, any, none }: SetRule): boolean {
  const has = (value: string): boolean => values.includes(value);
  const exact = !only || (only.every(has) && values.every((value) => only.includes(value)));
  return exact && (!all || all.every(has)) && (!any || any.some(has)) && !none?.some(has);
}

/** `Claire Petit <Claire@ville.example>` → `claire@ville.example`. */
const address = (typed: string): string => (/<([^>]*)>/.exec(typed)?.[1] ?? typed).trim().toLowerCase();

function fitsAddresses(values: readonly string[], { only, all, none }: SetRule): boolean {
  const plain = (list: readonly string[]): string[] => list.map(address);
  return fits(plain(values), { ...(only && { only: plain(only) }), ...(all && { all: plain(all) }), ...(none && { none: plain(none) }) });
}

/** `undefined` when the rule is not about the last message sent. */
function judgeSent(rule: MailRule, mail: SentMail): boolean | undefined {
  switch (rule.kind) {
    case 'recipients':
      return fitsAddresses(mail[rule.field], rule);
    case 'mentions':
      return mentions(mail[rule.in], rule.ideas);
    case 'filled':
      return letterCount(mail[rule.in]) >= (rule.letters ?? 2);
    case 'greeting':
      return hasGreeting(mail.body);
    case 'closing':
      return hasClosing(mail.body);
    case 'signed':
      return isSigned(mail.body, rule.names);
    case 'plain-style':
      return letterCount(mail.body) > 0 && isPlainStyle(`${mail.subject}\n${mail.body}`);
    case 'attached':
      return fits(mail.attachments, rule);
    case 'answers':
      return mail.replyTo === rule.message && (rule.all === undefined || (mail.replyAll ?? false) === rule.all);
    case 'forwards':
      return mail.forwards !== undefined && [rule.message].flat().includes(mail.forwards);
    default:
      return undefined;
  }
}

/**
 * Does the end state of a mailbox satisfy a rule? Rules about a message look at the last one sent (`avoids` at every one:
 * what is told stays told), and are not met when nothing was sent. Addresses are compared without case; `filled` asks for 2 letters or digits unless it says otherwise.
 */
export const evaluate: Evaluate<'mail'> = (rule, response, task) => {
  switch (rule.kind) {
    case 'avoids':
      return response.sent.length > 0 && response.sent.every((mail) => avoids(mail[rule.in], rule.words));
    case 'not-forwarded':
      return !response.sent.some(({ forwards }) => forwards !== undefined && rule.messages.includes(forwards));
    case 'sent':
      return response.sent.length === rule.count;
    case 'opened':
      return response.opened.includes(rule.message);
    case 'opened-file':
      return response.openedFiles.at(-1) === rule.file;
    case 'untouched':
      return (
        !rule.links?.some((link) => response.followed.includes(link)) && !rule.files?.some((file) => response.openedFiles.includes(file))
      );
    case 'filed':
      return rule.messages.every((id) =>
        [rule.folder].flat().includes(response.moved[id] ?? task.messages.find((message) => message.id === id)?.folder ?? 'inbox'),
      );
    default: {
      const mail = response.sent.at(-1);
      return mail !== undefined && (judgeSent(rule, mail) ?? false);
    }
  }
};
