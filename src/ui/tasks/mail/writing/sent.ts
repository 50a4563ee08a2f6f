import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../parts/icon.js';
import { openList } from '../actions.js';
import { paths } from '../icons.js';
import type { Mailbox } from '../mailbox.js';
import { content } from '../message.js';
import { addressees, back, command, fileList } from '../parts.js';
import { takeBack } from './actions.js';

/** A message that the learner sent. */
export function sentView(x: Mailbox, index: number, fresh: boolean): TemplateResult | typeof nothing {
  const mail = x.state.sent[index];
  if (!mail) return nothing;
  const joined = x.task.files?.filter(({ id }) => mail.attachments.includes(id)) ?? [];
  const original = x.task.messages.find(({ id }) => id === mail.forwards);
  return html`<div class="flex bar">${back(x, 'sent', () => openList(x, 'sent'))}</div>
    <div class="flex bar sent ${fresh ? 'fresh' : ''}">
      <h3 class="flex title" tabindex="-1">${icon(paths.check, 24)}${x.text('wasSent')}</h3>
      ${x.disabled ? nothing : command(x, 'edit', 'write', () => takeBack(x, index))}
    </div>
    <article class="sheet" aria-label=${x.text('wasSent')}>
      ${addressees(x, mail)}
      <p class="about">${mail.subject || x.text('noSubject')}</p>
      <div class="body over typed">${mail.body}</div>
      ${original ? html`<blockquote>${content(x, original)}</blockquote>` : nothing}
      ${fileList(x, joined, (file) => x.show({ panel: { kind: 'preview', file } }))}
    </article>`;
}
