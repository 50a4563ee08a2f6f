import { html, type TemplateResult } from 'lit';
import { icon } from '../../parts/icon.js';
import { paths } from './icons.js';
import type { Mailbox, Panel } from './mailbox.js';
import { preview } from './parts.js';
import { contactsPanel, filesPanel } from './writing/panels.js';

/** What lies over the mailbox: a file that is opened, the files to attach, the contacts. */
export function panelContent(x: Mailbox, panel: Panel): TemplateResult {
  const { kind } = panel;
  return html`<div class="flex bar">
      <h3 class="title" id="panel" tabindex="-1">${kind === 'preview' ? panel.file.name : x.text(kind)}</h3>
      <button class="button small" @click=${() => x.close()}>${icon(paths.close)}<span>${x.text('close')}</span></button>
    </div>
    ${kind === 'preview' ? preview(x, panel.file) : kind === 'attach' ? filesPanel(x) : contactsPanel(x, panel.field)}`;
}
