import { html, nothing, type TemplateResult } from 'lit';
import type { MailFolder } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { go, openList, openMessage, write } from './actions.js';
import { nameOf } from './contacts.js';
import { paths } from './icons.js';
import type { Mailbox } from './mailbox.js';
import { command } from './parts.js';
import { folderOf, newDraft } from './state.js';

const folders = ['inbox', 'sent', 'archive', 'junk', 'trash'] as const;

interface Row {
  readonly who: string;
  readonly subject: string;
  readonly date: string;
  readonly clip: boolean;
  readonly unread: boolean;
  readonly open: () => void;
}

function rowsOf(x: Mailbox, folder: MailFolder): Row[] {
  const sent = x.state.sent.map((mail, index) => ({
    who: `${x.text('to')} ${mail.to.map((address) => nameOf(x.task, address) ?? address).join(', ')}`,
    subject: mail.subject,
    date: '',
    clip: mail.attachments.length > 0,
    unread: false,
    open: () => go(x, { name: 'sent', index }),
  }));
  const received = x.task.messages
    .filter((message) => folderOf(x.state, message) === folder)
    .map((message) => ({
      who: folder === 'sent' ? `${x.text('to')} ${message.to?.map(({ name }) => name).join(', ') ?? ''}` : message.from.name,
      subject: message.subject,
      date: message.date,
      clip: Boolean(message.attachments?.length),
      unread: Boolean(message.unread) && !x.state.opened.includes(message.id),
      open: () => openMessage(x, message),
    }));
  return folder === 'sent' ? [...sent.reverse(), ...received] : received;
}

const rowTemplate = (x: Mailbox, { who, subject, date, clip, unread, open }: Row): TemplateResult =>
  html`<li>
    <button class="message ${unread ? 'unread' : ''}" @click=${open}>
      <span class="dot">${unread ? html`<span class="visually-hidden">${x.text('unread')}</span>` : nothing}</span>
      <bdi class="sender">${who}</bdi> <span class="date muted">${date}</span>
      <span class="subject"
        >${subject || x.text('noSubject')}${clip ? html` ${icon(paths.clip, 18)}<span class="visually-hidden">${x.text('attachments')}</span>` : nothing}</span
      >
    </button>
  </li>`;

/** The folders that hold something, once there is more than one. */
function folderBar(x: Mailbox, current: MailFolder): TemplateResult | typeof nothing {
  const shown = folders.filter((folder) => folder === 'inbox' || folder === current || rowsOf(x, folder).length);
  if (shown.length < 2) return nothing;
  return html`<nav class="flex folders" aria-label=${x.text('folders')}>
    ${shown.map(
      (folder) =>
        html`<button aria-current=${folder === current ? 'page' : nothing} @click=${() => openList(x, folder)}>
          ${icon(paths[folder])}<span>${x.text(folder)}</span>
        </button>`,
    )}
  </nav>`;
}

/** The messages of a folder. */
export function listView(x: Mailbox, folder: MailFolder): TemplateResult {
  const rows = rowsOf(x, folder);
  const unread = rows.filter((row) => row.unread).length;
  const { draft } = x.state;
  const writes = x.task.compose !== false && !x.disabled;
  return html`<div class="flex bar">
      <h3 class="title" tabindex="-1">
        ${x.text(folder)} ${unread ? html`<span class="count">${x.text('count', { n: unread })}</span>` : nothing}
      </h3>
      ${writes && !draft ? command(x, 'write', 'write', () => write(x, newDraft()), 'small primary') : nothing}
    </div>
    ${folderBar(x, folder)}
    ${
      writes && draft
        ? html`<div class="flex bar waiting">
            <p><strong>${x.text('draftBegun')}</strong> ${draft.subject || x.text('noSubject')}</p>
            ${command(x, 'resume', 'write', () => go(x, { name: 'compose' }))}
          </div>`
        : nothing
    }
    ${
      rows.length
        ? html`<ul class="messages">
            ${rows.map((row) => rowTemplate(x, row))}
          </ul>`
        : html`<p class="empty muted">${x.text('emptyFolder')}</p>`
    }`;
}
