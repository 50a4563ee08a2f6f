import { html, nothing, type TemplateResult } from 'lit';
import type { MailMessage, SentMail } from '../../../../model/index.js';
import { go } from '../actions.js';
import type { Mailbox, Writing } from '../mailbox.js';
import { command } from '../parts.js';
import { othersOf } from '../state.js';
import { write } from './actions.js';
import { panel, panelTitle } from './panels.js';
import { forwardDraft, newDraft, replyDraft } from './state.js';

const begin = (x: Mailbox): TemplateResult => command(x, 'write', 'write', () => write(x, newDraft()), 'small act');

const waiting = (x: Mailbox, draft: SentMail): TemplateResult =>
  html`<div class="flex bar waiting">
    <p><strong>${x.text('draftBegun')}</strong> ${draft.subject || x.text('noSubject')}</p>
    ${command(x, 'resume', 'write', () => go(x, { name: 'compose' }))}
  </div>`;

function answers(x: Mailbox, message: MailMessage): TemplateResult {
  const others = othersOf(x.task, message).filter(({ address }) => address !== message.from.address);
  return html`<div class="flex bar answers">
    ${command(x, 'reply', 'reply', () => write(x, replyDraft(x.task, message, false)), 'small act')}
    ${others.length ? command(x, 'replyAll', 'replyAll', () => write(x, replyDraft(x.task, message, true))) : nothing}
    ${command(x, 'forward', 'forward', () => write(x, forwardDraft(message)))}
  </div>`;
}

/** What writing adds to a list, to a message and to what lies over them. */
export const around: Writing = { begin, waiting, answers, panelTitle, panel };
