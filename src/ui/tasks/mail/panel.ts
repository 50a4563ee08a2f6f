import { html, nothing, type TemplateResult } from 'lit';
import type { MailContact, MailFile } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { wording } from '../../parts/rich-text.js';
import { addRecipients, edit } from './actions.js';
import { paths } from './icons.js';
import type { Field, Mailbox } from './mailbox.js';
import { person } from './parts.js';
import { sizeText } from './sizes.js';

const preview = (x: Mailbox, { preview }: MailFile): TemplateResult =>
  html`<div class="page">${preview === undefined ? html`<p class="muted">${x.text('noPreview')}</p>` : wording(preview, x.voice)}</div>`;

function attach(x: Mailbox, { id, name }: MailFile): void {
  edit(x, { attachments: [...(x.state.draft?.attachments ?? []), id] });
  x.show({ panel: undefined, notice: { quiet: true, text: x.text('added', { name }) } }, '.attach');
}

const joinable = (x: Mailbox, file: MailFile): TemplateResult => {
  const there = x.state.draft?.attachments.includes(file.id) ?? false;
  const label = x.text(there ? 'alreadyThere' : 'attachThis');
  return html`<li class="flex tall entry">
    <span class="kind">${icon(paths.file, 24)}</span>
    <span class="person"
      ><span class="name" translate="no">${file.name}</span>
      <span class="muted">${[sizeText(x, file.size), file.date].filter(Boolean).join(' · ')}</span></span
    >
    <button class="button small join" ?disabled=${there} aria-label="${label} ${file.name}" @click=${() => attach(x, file)}>
      ${label}
    </button>
    ${
      file.preview === undefined
        ? nothing
        : html`<details>
            <summary>${x.text('preview')}<span class="visually-hidden"> ${file.name}</span></summary>
            ${preview(x, file)}
          </details>`
    }
  </li>`;
};

const contact = (x: Mailbox, field: Field, each: MailContact): TemplateResult => {
  const there = x.state.draft?.[field].includes(each.address) ?? false;
  const add = (): void => {
    addRecipients(x, field, each.address);
    x.show({ panel: undefined }, `#${field}`);
  };
  return html`<li>
    <button class="contact tall" ?disabled=${there} @click=${add}>
      ${person(each, there ? html` <em>${x.text('alreadyThere')}</em>` : nothing)}
    </button>
  </li>`;
};

/** What lies over the mailbox: a file that is opened, the files to attach, the contacts. Esc closes it, and nothing else. */
export function panelDialog(x: Mailbox): TemplateResult {
  const { panel } = x.screen;
  const close = (): void => x.show({ panel: undefined });
  const title = !panel ? '' : panel.kind === 'preview' ? panel.file.name : x.text(panel.kind === 'files' ? 'attach' : 'contacts');
  return html`<dialog
    aria-labelledby="panel"
    @close=${(event: Event) => (event.target as HTMLDialogElement).open || close()}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation()}
  >
    ${
      panel
        ? html`<div class="flex bar">
              <h3 class="title" id="panel" tabindex="-1" autofocus>${title}</h3>
              <button class="button small" @click=${close}>${icon(paths.close)}<span>${x.text('close')}</span></button>
            </div>
            ${
              panel.kind === 'preview'
                ? preview(x, panel.file)
                : panel.kind === 'files'
                  ? html`<ul>
                      ${x.task.files?.map((each) => joinable(x, each))}
                    </ul>`
                  : html`<ul>
                      ${x.task.contacts?.map((each) => contact(x, panel.field, each))}
                    </ul>`
            }`
        : nothing
    }
  </dialog>`;
}
