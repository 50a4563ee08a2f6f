import { html, nothing, type TemplateResult } from 'lit';
import type { MailMessage } from '../../../model/index.js';
import { wording } from '../../parts/rich-text.js';
import { file, openFile, openList } from './actions.js';
import { linkList } from './links.js';
import type { Mailbox } from './mailbox.js';
import { addressees, back, command, fileList, person } from './parts.js';
import { addressesOf, folderOf } from './state.js';
import { answersBar } from './writing/around.js';

/** What a received message says: text, links, files. */
export function content(x: Mailbox, { body, links = [], attachments = [] }: MailMessage): TemplateResult {
  return html`<div class="body over">${wording(body, x.voice)}</div>
    ${links.length ? linkList(x, links) : nothing} ${fileList(x, attachments, (each) => openFile(x, each))}`;
}

/** Where a message can be filed; one that was sent, kept or thrown away only. */
const kept = ['archive', 'trash'] as const;
const filed = ['inbox', 'archive', 'junk', 'trash'] as const;

function commands(x: Mailbox, message: MailMessage): TemplateResult | typeof nothing {
  if (x.disabled) return nothing;
  const folder = folderOf(x.state, message);
  return html`${x.writes ? answersBar(x, message) : nothing}
    <div class="flex strip filing">
      ${(folder === 'sent' ? kept : filed)
        .filter((to) => to !== folder)
        .map((to) => command(x, `to-${to}`, to, () => file(x, message, to)))}
    </div>`;
}

/** A received message. */
export function messageView(x: Mailbox, message: MailMessage): TemplateResult {
  const { from, to = [x.task.account], cc = [], date, subject } = message;
  const folder = folderOf(x.state, message);
  return html`<div class="flex bar">${back(x, folder, () => openList(x, folder))}</div>
    <article class="sheet" aria-labelledby="title">
      <h3 class="title" id="title" tabindex="-1">${subject || x.text('noSubject')}</h3>
      <div class="flex head">
        <span class="visually-hidden">${x.text('from')}</span>${person(from)}<span class="date muted">${date}</span>
      </div>
      ${addressees(x, { to: addressesOf(to), cc: addressesOf(cc), bcc: [] })} ${content(x, message)}
    </article>
    ${commands(x, message)}`;
}
