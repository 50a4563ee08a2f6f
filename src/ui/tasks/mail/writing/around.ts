import { html, nothing, type TemplateResult } from 'lit';
import type { MailMessage, SentMail } from '../../../../model/index.js';
import { go } from '../actions.js';
import type { Mailbox } from '../mailbox.js';
import { command } from '../parts.js';
import { othersOf } from '../state.js';
import { write } from './actions.js';
import { forwardDraft, newDraft, replyDraft } from './state.js';

/** A new message. */
export const beginButton = (x: Mailbox): TemplateResult => command(x, 'write', 'write', () => write(x, newDraft()), 'act');

/** The message that was begun and left. */
export const waitingBar = (x: Mailbox, draft: SentMail): TemplateResult =>
  html`<div class="flex bar waiting">
    <p><strong>${x.text('draftBegun')}</strong> ${draft.subject || x.text('noSubject')}</p>
    ${command(x, 'resume', 'write', () => go(x, { name: 'compose' }))}
  </div>`;

/** Answering a message, or passing it on. */
export function answersBar(x: Mailbox, message: MailMessage): TemplateResult {
  const others = othersOf(x.task, message).filter(({ address }) => address !== message.from.address);
  return html`<div class="flex bar answers">
    ${command(x, 'reply', 'reply', () => write(x, replyDraft(x.task, message, false)), 'act')}
    ${others.length ? command(x, 'replyAll', 'replyAll', () => write(x, replyDraft(x.task, message, true))) : nothing}
    ${command(x, 'forward', 'forward', () => write(x, forwardDraft(message)))}
  </div>`;
}
