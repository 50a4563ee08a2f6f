import { html, nothing, type TemplateResult } from 'lit';
import type { SentMail } from '../../../../model/index.js';
import { go, openList } from '../actions.js';
import { edit } from './actions.js';
import { attachmentsRow } from './attachments.js';
import type { paths } from '../icons.js';
import type { Mailbox } from '../mailbox.js';
import { content } from '../message.js';
import { back, command, row } from '../parts.js';
import { recipientsRow } from './recipients.js';
import { messageOf } from '../state.js';
import { blockLists } from './sentences.js';
import { hasBlocks } from './state.js';
import { deleteDraft, send, switchWay } from './drafting.js';

function titleOf(x: Mailbox, { replyTo, replyAll, forwards }: SentMail): string {
  if (forwards) return x.text('forward');
  if (replyAll) return x.text('replyAll');
  const message = messageOf(x.task, replyTo);
  return message ? x.text('replyTo', { name: message.from.name }) : x.text('write');
}

/** Writing freely or assembling sentences: two equal ways to one message. */
function ways(x: Mailbox, draft: SentMail): TemplateResult | typeof nothing {
  if (!x.task.blocks?.length) return nothing;
  const way = (name: SentMail['written'], path: keyof typeof paths): TemplateResult =>
    command(x, name, path, () => switchWay(x, draft, name), '', nothing, draft.written === name);
  return html`<div class="flex bar ways" role="group" aria-label=${x.text('way')}>${way('free', 'write')}${way('blocks', 'blocks')}</div>`;
}

/** A part of the message typed freely. */
const typed =
  (x: Mailbox, part: 'subject' | 'body') =>
  ({ target }: Event) =>
    edit(x, { [part]: (target as HTMLInputElement | HTMLTextAreaElement).value });

const subjectRow = (x: Mailbox, { subject }: SentMail): TemplateResult =>
  row(
    x,
    'subject',
    html`<input class="field" id="subject" autocomplete="off" spellcheck="true" .value=${subject} @input=${typed(x, 'subject')} />`,
  );

const bodyRow = (x: Mailbox, { body }: SentMail): TemplateResult =>
  row(
    x,
    'body',
    html`<textarea class="field" id="body" autocomplete="off" spellcheck="true" .value=${body} @input=${typed(x, 'body')}></textarea>`,
  );

/** The message that is answered or passed on, to read again. */
function original(x: Mailbox, { replyTo, forwards }: SentMail): TemplateResult | typeof nothing {
  const message = messageOf(x.task, replyTo ?? forwards);
  if (!message) return nothing;
  return html`<details class="over" ?open=${forwards !== undefined}>
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
  const about = draft.replyTo ?? draft.forwards;
  const leave = (): void => (about === undefined ? openList(x) : go(x, { name: 'message', id: about }));
  return html`<div class="flex bar">
      ${x.task.messages.length + x.state.sent.length ? back(x, about ? 'back' : 'inbox', leave) : nothing}
      <h3 class="title" id="title" tabindex="-1">${titleOf(x, draft)}</h3>
    </div>
    <fieldset aria-labelledby="title" ?disabled=${x.disabled}>
      ${recipientsRow(x, 'to')}${x.screen.copies ? html`${recipientsRow(x, 'cc')}${recipientsRow(x, 'bcc')}` : nothing}
      ${blocks && hasBlocks(x.task, 'subject') ? nothing : subjectRow(x, draft)} ${ways(x, draft)}
      ${blocks ? html`${blockLists(x, draft)} ${hasBlocks(x.task, 'body') ? nothing : bodyRow(x, draft)}` : bodyRow(x, draft)}
      ${original(x, draft)} ${attachmentsRow(x, draft)}
      <div class="flex bar over foot">
        ${command(x, 'send', 'sent', () => send(x, draft), 'act send')}
        ${command(x, 'delete', 'trash', () => deleteDraft(x, draft), 'quiet')}
      </div>
    </fieldset>`;
}
