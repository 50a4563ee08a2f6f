import { html, nothing, type TemplateResult } from 'lit';
import type { MailContact, MailFile, SentMail } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { lines } from '../../parts/lines.js';
import { nameOf } from './contacts.js';
import { paths } from './icons.js';
import type { Field, Mailbox, Screen } from './mailbox.js';
import type { MailPhrase } from './phrases.js';

/** A small command: a drawing, its name, and what only those who listen need. */
export const command = (
  x: Mailbox,
  phrase: MailPhrase,
  path: keyof typeof paths,
  run: () => void,
  kind = '',
  more: unknown = nothing,
  pressed: unknown = nothing,
): TemplateResult =>
  html`<button class="button small ${kind}" aria-pressed=${pressed} @click=${run}>
    ${icon(paths[path])}<span>${x.text(phrase)} ${more}</span>
  </button>`;

/** The line at the top of a view: a way back. */
export const back = (x: Mailbox, phrase: MailPhrase, run: () => void): TemplateResult => command(x, phrase, 'back', run, 'back');

/** Somebody: the first letter of the name, the name, and always the address. */
export const person = ({ name, address }: MailContact, more?: unknown): TemplateResult =>
  html`<span class="avatar" aria-hidden="true">${name.slice(0, 1)}</span>${lines(name, [address], more)}`;

/** Things that stand in a row, each in its frame; nothing when there are none. */
export const chips = <T>(kind: string, label: string, items: readonly T[], chip: (item: T) => unknown): TemplateResult | typeof nothing =>
  items.length
    ? html`<ul class="flex ${kind}" aria-label=${label}>
        ${items.map((item) => html`<li class="flex chip">${chip(item)}</li>`)}
      </ul>`
    : nothing;

/** Takes a chip away. */
export const removeButton = (x: Mailbox, name: string, run: () => void): TemplateResult =>
  html`<button class="remove" aria-label=${x.text('remove', { name })} @click=${run}>${icon(paths.close)}</button>`;

/** Files that open when pressed; `more` comes after each. */
export const fileList = <F extends MailFile>(
  x: Mailbox,
  files: readonly F[],
  open: (file: F) => void,
  more?: (file: F) => unknown,
): TemplateResult | typeof nothing =>
  chips(
    'files',
    x.text('attachments'),
    files,
    (file) =>
      html`<button class="file" aria-label="${x.text('open', { name: file.name })}, ${x.size(file.size)}" @click=${() => open(file)}>
          ${icon(paths.file)}${lines(file.name, [x.size(file.size)])}</button
        >${more?.(file)}`,
  );

/** Why the message was not sent, under the part that it is about. */
export const problem = ({ screen }: Mailbox, at: NonNullable<Screen['problem']>['at']): TemplateResult | typeof nothing =>
  screen.problem?.at === at ? html`<p class="problem" id="problem">${screen.problem.text}</p>` : nothing;

/** One line of the composer: the name of a field, and the field, which has that id. */
export const row = (x: Mailbox, field: Field | 'subject' | 'body', content: TemplateResult): TemplateResult =>
  html`<div class="row"><label class="label muted" for=${field}>${x.text(field)}</label>${content}</div>`;

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
            return html`${i ? ', ' : ''}<bdi>${who}</bdi>`;
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
