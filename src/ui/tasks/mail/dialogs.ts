import { html, nothing, type TemplateResult } from 'lit';
import type { MailFile } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { wording } from '../../parts/rich-text.js';
import { paths } from './icons.js';
import type { Mailbox } from './mailbox.js';

/** What is in a file. */
export const preview = (x: Mailbox, { preview }: MailFile): TemplateResult =>
  html`<div class="page">${preview === undefined ? html`<p class="muted">${x.text('noPreview')}</p>` : wording(preview, x.voice)}</div>`;

/** What lies over the mailbox: a file that is opened, the files to attach, the contacts. Esc closes it, and nothing else. */
export function panelDialog(x: Mailbox): TemplateResult {
  const { panel } = x.screen;
  const close = (): void => x.show({ panel: undefined });
  const title = !panel ? '' : panel.kind === 'preview' ? panel.file.name : x.writing?.panelTitle(x, panel);
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
            ${panel.kind === 'preview' ? preview(x, panel.file) : x.writing?.panel(x, panel)}`
        : nothing
    }
  </dialog>`;
}
