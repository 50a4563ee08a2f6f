import { html, nothing, type TemplateResult } from 'lit';
import type { MailContact, MailFile } from '../../../../model/index.js';
import { icon } from '../../../parts/icon.js';
import { lines } from '../../../parts/lines.js';
import { paths } from '../icons.js';
import type { Field, Mailbox } from '../mailbox.js';
import { person } from '../parts.js';
import { addRecipients, edit, tell } from './actions.js';

function attach(x: Mailbox, { id, name }: MailFile): void {
  edit(x, { attachments: [...(x.state.draft?.attachments ?? []), id] });
  tell(x, 'added', name, '#attachments');
}

const joinable = (x: Mailbox, file: MailFile): TemplateResult => {
  const there = x.state.draft?.attachments.includes(file.id) ?? false;
  const label = x.text(there ? 'alreadyThere' : 'attachThis');
  return html`<li class="flex entry">
    <span class="accent">${icon(paths.file, 24)}</span>
    ${lines(file.name, [x.size(file.size), file.date])}
    <button class="button small join" ?disabled=${there} aria-label="${label} ${file.name}" @click=${() => attach(x, file)}>
      ${label}
    </button>
    ${
      file.preview === undefined
        ? nothing
        : html`<details>
            <summary>${x.text('preview')}<span class="visually-hidden"> ${file.name}</span></summary>
            ${x.preview(file.preview)}
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
    <button class="contact" ?disabled=${there} @click=${add}>
      ${person(each, there ? html` <em>${x.text('alreadyThere')}</em>` : nothing)}
    </button>
  </li>`;
};

/** The files to attach. */
export const filesPanel = (x: Mailbox): TemplateResult =>
  html`<ul>
    ${x.task.files?.map((each) => joinable(x, each))}
  </ul>`;

/** The contacts to write to. */
export const contactsPanel = (x: Mailbox, field: Field): TemplateResult =>
  html`<ul>
    ${x.task.contacts?.map((each) => contact(x, field, each))}
  </ul>`;
