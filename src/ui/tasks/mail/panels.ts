import type { Front } from '../surface-element.js';
import type { Mailbox } from './mailbox.js';
import { contactsPanel, filesPanel } from './writing/panels.js';

/** What lies over the mailbox: a file that is opened, the files to attach, the contacts. */
export function panelOf(x: Mailbox): Front | undefined {
  const { panel } = x.screen;
  if (panel?.kind === 'preview') return [panel.file.name, x.preview(panel.file.preview)];
  return panel && [x.text(panel.kind), panel.kind === 'attach' ? filesPanel(x) : contactsPanel(x, panel.field)];
}
