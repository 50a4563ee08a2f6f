import { html, nothing, type TemplateResult } from 'lit';
import type { MailContact, MailFile, SentMail } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { wording } from '../../parts/rich-text.js';
import { nameOf } from './contacts.js';
import { paths } from './icons.js';
import type { Mailbox } from './mailbox.js';
import type { MailPhrase } from './phrases.js';

/** A small command: a drawing and its name. */
export const command = (x: Mailbox, phrase: MailPhrase, path: keyof typeof paths, run: () => void, kind = 'small'): TemplateResult =>
  html`<button class="button ${kind}" @click=${run}>${icon(paths[path])}<span>${x.text(phrase)}</span></button>`;

/** The line at the top of a view: a way back, when there is one. */
export const back = (label: string, run: () => void): TemplateResult =>
  html`<button class="button small back" @click=${run}>${icon(paths.back)}<span>${label}</span></button>`;

/** Somebody: the first letter of the name, the name, and always the address. */
export const person = ({ name, address }: MailContact, more: unknown = nothing): TemplateResult =>
  html`<span class="avatar" aria-hidden="true">${name.slice(0, 1)}</span
    ><span class="person"><bdi class="name">${name}</bdi> <span class="address muted">${address}</span>${more}</span>`;

/** A name and an address, or the address alone when nobody is known by it. */
export function recipient(x: Mailbox, address: string): TemplateResult {
  const name = nameOf(x.task, address);
  return html`<span class="person"
    >${name ? html`<bdi class="name">${name}</bdi> <span class="address muted">${address}</span>` : html`<span class="address">${address}</span>`}</span
  >`;
}

/** A file that opens when pressed. */
export const fileButton = (x: Mailbox, file: MailFile, run: () => void): TemplateResult =>
  html`<button class="file" aria-label="${x.text('open', { name: file.name })}, ${x.size(file.size)}" @click=${run}>
    ${icon(paths.file)}<span class="person"
      ><span class="name" translate="no">${file.name}</span> <span class="muted">${x.size(file.size)}</span></span
    >
  </button>`;

/** What is in a file. */
export const preview = (x: Mailbox, { preview }: MailFile): TemplateResult =>
  html`<div class="page">${preview === undefined ? html`<p class="muted">${x.text('noPreview')}</p>` : wording(preview, x.voice)}</div>`;

/** To whom a message went, one line for each list that is not empty. */
export const addressees = (x: Mailbox, lists: Pick<SentMail, 'to' | 'cc' | 'bcc'>): TemplateResult[] =>
  (['to', 'cc', 'bcc'] as const)
    .filter((field) => lists[field].length)
    .map(
      (field) =>
        html`<p class="to muted">
          ${x.text(field)}
          ${lists[field].map((address, i) => {
            const name = nameOf(x.task, address);
            const who = address === x.task.account.address ? x.text('me') : name ? `${name} (${address})` : address;
            return html`${i ? ', ' : ''}<span class="who">${who}</span>`;
          })}
        </p>`,
    );

/** What has just happened, and the way to take it back. It is read out elsewhere. */
export function noticeBar(x: Mailbox): TemplateResult | typeof nothing {
  const { notice } = x.screen;
  if (!notice || notice.quiet) return nothing;
  return html`<div class="flex bar notice">
    <p aria-hidden="true">${notice.text}</p>
    ${notice.undo ? command(x, 'undo', 'undo', notice.undo) : nothing}
  </div>`;
}
