import { html, nothing, type TemplateResult } from 'lit';
import type { MailMessage } from '../../../model/index.js';
import { wording } from '../../parts/rich-text.js';
import { file, openFile, openList } from './actions.js';
import { linkList } from './links.js';
import type { Mailbox } from './mailbox.js';
import { addressees, back, command, fileButton, person } from './parts.js';
import { addressesOf, folderOf } from './state.js';
import { answersBar } from './writing/around.js';

/** What a received message says: text, links, files. */
export function content(x: Mailbox, { body, links = [], attachments = [] }: MailMessage): TemplateResult {
  return html`<div class="body">${wording(body, x.voice)}</div>
    ${links.length ? linkList(x, links) : nothing}
    ${
      attachments.length
        ? html`<ul class="flex files" aria-label=${x.text('attachments')}>
            ${attachments.map((each) => html`<li>${fileButton(x, each, () => openFile(x, each))}</li>`)}
          </ul>`
        : nothing
    }`;
}

const ways = [
  ['inbox', 'toInbox'],
  ['archive', 'toArchive'],
  ['junk', 'toJunk'],
  ['trash', 'toTrash'],
] as const;

function commands(x: Mailbox, message: MailMessage): TemplateResult | typeof nothing {
  if (x.disabled) return nothing;
  const folder = folderOf(x.state, message);
  return html`${x.writes ? answersBar(x, message) : nothing}
    <div class="flex strip filing">
      ${ways
        .filter(([to]) => to !== folder && (folder !== 'sent' || to === 'archive' || to === 'trash'))
        .map(([to, phrase]) => command(x, phrase, to, () => file(x, message, to)))}
    </div>`;
}

/** A received message. */
export function messageView(x: Mailbox, message: MailMessage): TemplateResult {
  const { from, to = [x.task.account], cc = [], date, subject } = message;
  const folder = folderOf(x.state, message);
  return html`<div class="flex bar">${back(x.text(folder), () => openList(x, folder))}</div>
    <article class="sheet" aria-labelledby="title">
      <h3 class="title" id="title" tabindex="-1">${subject || x.text('noSubject')}</h3>
      <div class="flex tall head">
        <span class="visually-hidden">${x.text('from')}</span>${person(from)}<span class="date muted">${date}</span>
      </div>
      ${addressees(x, { to: addressesOf(to), cc: addressesOf(cc), bcc: [] })} ${content(x, message)}
    </article>
    ${commands(x, message)}`;
}
