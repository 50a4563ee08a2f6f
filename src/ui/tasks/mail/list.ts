import { html, nothing, type TemplateResult } from 'lit';
import type { MailFolder, MailMessage } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { go, openList, openMessage } from './actions.js';
import { nameOf } from './contacts.js';
import { paths } from './icons.js';
import type { Mailbox } from './mailbox.js';
import { beginButton, waitingBar } from './writing/around.js';
import { addressesOf, folderOf } from './state.js';

const folders = ['inbox', 'sent', 'archive', 'junk', 'trash'] as const;

type Listed = Pick<MailMessage, 'subject'> & Partial<Pick<MailMessage, 'date'>> & { readonly attachments?: readonly unknown[] };

const lying = (x: Mailbox, folder: MailFolder): MailMessage[] => x.task.messages.filter((message) => folderOf(x.state, message) === folder);

const isUnread = (x: Mailbox, { unread, id }: MailMessage): boolean => Boolean(unread) && !x.state.opened.includes(id);

const toWhom = (x: Mailbox, to: readonly string[]): string =>
  `${x.text('to')} ${to.map((address) => nameOf(x.task, address) ?? address).join(', ')}`;

const row = (x: Mailbox, who: string, { subject, date, attachments }: Listed, open: () => void, unread = false): TemplateResult =>
  html`<li>
    <button class="message ${unread ? 'unread' : ''}" @click=${open}>
      <span class="dot">${unread ? html`<span class="visually-hidden">${x.text('unread')}</span>` : nothing}</span>
      <bdi class="sender">${who}</bdi> <span class="date muted">${date}</span>
      <span class="subject"
        >${subject || x.text('noSubject')}${
          attachments?.length ? html` ${icon(paths.clip, 18)}<span class="visually-hidden">${x.text('attachments')}</span>` : nothing
        }</span
      >
    </button>
  </li>`;

/** What lies in a folder; the learner's own messages first, the last one on top. */
const rowsOf = (x: Mailbox, folder: MailFolder): TemplateResult[] => [
  ...(folder === 'sent'
    ? x.state.sent.map((mail, index) => row(x, toWhom(x, mail.to), mail, () => go(x, { name: 'sent', index }))).reverse()
    : []),
  ...lying(x, folder).map((message) =>
    row(
      x,
      folder === 'sent' ? toWhom(x, addressesOf(message.to)) : message.from.name,
      message,
      () => openMessage(x, message),
      isUnread(x, message),
    ),
  ),
];

/** The folders that hold something, once there is more than one. */
function folderBar(x: Mailbox, current: MailFolder): TemplateResult | typeof nothing {
  const shown = folders.filter((folder) => folder === 'inbox' || folder === current || rowsOf(x, folder).length);
  if (shown.length < 2) return nothing;
  return html`<nav class="flex strip folders" aria-label=${x.text('folders')}>
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
  const unread = lying(x, folder).filter((message) => isUnread(x, message)).length;
  const { draft } = x.state;
  return html`<div class="flex bar">
      <h3 class="title" tabindex="-1">
        ${x.text(folder)} ${unread ? html`<span class="count">${x.text('count', { n: unread })}</span>` : nothing}
      </h3>
      ${x.writes && !draft ? beginButton(x) : nothing}
    </div>
    ${folderBar(x, folder)} ${x.writes && draft ? waitingBar(x, draft) : nothing}
    ${
      rows.length
        ? html`<ul class="messages">
            ${rows}
          </ul>`
        : html`<p class="empty muted">${x.text('emptyFolder')}</p>`
    }`;
}
