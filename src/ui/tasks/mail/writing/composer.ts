import { html, nothing, type TemplateResult } from 'lit';
import type { SentMail } from '../../../../model/index.js';
import { icon } from '../../../parts/icon.js';
import { edit } from './actions.js';
import { attachmentsRow } from './attachments.js';
import { paths } from '../icons.js';
import type { Mailbox } from '../mailbox.js';
import { content } from '../message.js';
import { back, command } from '../parts.js';
import { recipientsRow } from './recipients.js';
import { messageOf } from '../state.js';
import { blockLists } from './sentences.js';
import { hasBlocks } from './state.js';
import { deleteDraft, leaveComposer, send, switchWay } from './drafting.js';

function titleOf(x: Mailbox, { replyTo, replyAll, forwards }: SentMail): string {
  if (forwards) return x.text('forward');
  if (replyAll) return x.text('replyAll');
  const message = messageOf(x.task, replyTo);
  return message ? x.text('replyTo', { name: message.from.name }) : x.text('write');
}

/** Writing freely or assembling sentences: two equal ways to one message. */
function ways(x: Mailbox, { written }: SentMail): TemplateResult | typeof nothing {
  if (!x.task.blocks?.length) return nothing;
  const way = (name: SentMail['written'], path: keyof typeof paths): TemplateResult =>
    html`<button class="button small" aria-pressed=${written === name ? 'true' : 'false'} @click=${() => switchWay(x, name)}>
      ${icon(paths[path])}<span>${x.text(name)}</span>
    </button>`;
  return html`<div class="flex ways" role="group" aria-label=${x.text('way')}>${way('free', 'write')}${way('blocks', 'blocks')}</div>`;
}

const subjectRow = (x: Mailbox, draft: SentMail): TemplateResult =>
  html`<div class="row">
    <label class="label muted" for="subject">${x.text('subject')}</label>
    <div class="flex cell">
      <input
        class="bare"
        id="subject"
        type="text"
        autocomplete="off"
        spellcheck="true"
        .value=${draft.subject}
        @input=${(event: Event) => edit(x, { subject: (event.target as HTMLInputElement).value })}
      />
    </div>
  </div>`;

const bodyField = (x: Mailbox, draft: SentMail): TemplateResult =>
  html`<label class="label muted above" for="body">${x.text('body')}</label>
    <textarea
      class="bare writing"
      id="body"
      rows="9"
      autocomplete="off"
      spellcheck="true"
      .value=${draft.body}
      @input=${(event: Event) => edit(x, { body: (event.target as HTMLTextAreaElement).value })}
    ></textarea>`;

/** The message that is answered or passed on, to read again. */
function original(x: Mailbox, { replyTo, forwards }: SentMail): TemplateResult | typeof nothing {
  const message = messageOf(x.task, replyTo ?? forwards);
  if (!message) return nothing;
  return html`<details class="original" ?open=${forwards !== undefined}>
    <summary>${x.text('original')}</summary>
    <blockquote>
      <p class="muted">${message.from.name}, ${message.date}</p>
      ${content(x, message)}
    </blockquote>
  </details>`;
}

/** The message being written. */
export function composerView(x: Mailbox): TemplateResult | typeof nothing {
  const { draft } = x.state;
  if (!draft) return nothing;
  const blocks = draft.written === 'blocks';
  const about = messageOf(x.task, draft.replyTo ?? draft.forwards);
  const elsewhere = x.task.messages.length > 0 || x.state.sent.length > 0;
  return html`<div class="flex bar">
      ${elsewhere ? back(x.text(about ? 'back' : 'inbox'), () => leaveComposer(x)) : nothing}
      <h3 class="title" id="title" tabindex="-1">${titleOf(x, draft)}</h3>
    </div>
    <fieldset class="composer" aria-labelledby="title" ?disabled=${x.disabled}>
      ${recipientsRow(x, 'to')}${x.screen.copies ? html`${recipientsRow(x, 'cc')}${recipientsRow(x, 'bcc')}` : nothing}
      ${blocks && hasBlocks(x.task, 'subject') ? nothing : subjectRow(x, draft)} ${ways(x, draft)}
      ${blocks ? html`${blockLists(x, draft)} ${hasBlocks(x.task, 'body') ? nothing : bodyField(x, draft)}` : bodyField(x, draft)}
      ${original(x, draft)} ${attachmentsRow(x, draft)}
      <div class="flex bar foot">
        ${command(x, 'send', 'sent', () => send(x), 'act send')} ${command(x, 'delete', 'trash', () => deleteDraft(x), 'small quiet')}
      </div>
    </fieldset>`;
}
