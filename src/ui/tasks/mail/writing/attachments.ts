import { html, nothing, type TemplateResult } from 'lit';
import type { MailFile, SentMail } from '../../../../model/index.js';
import { icon } from '../../../parts/icon.js';
import { edit, tell } from './actions.js';
import { paths } from '../icons.js';
import type { Mailbox } from '../mailbox.js';
import { fileList, problem, removeButton } from '../parts.js';

function detach(x: Mailbox, draft: SentMail, { id, name }: MailFile): void {
  edit(x, { attachments: draft.attachments.filter((other) => other !== id) });
  tell(x, 'removed', name, '#attachments');
}

/** The files that go with the message. */
export function attachmentsRow(x: Mailbox, draft: SentMail): TemplateResult | typeof nothing {
  if (!x.task.files?.length) return nothing;
  const joined = x.task.files.filter(({ id }) => draft.attachments.includes(id));
  const remove = (file: MailFile): TemplateResult => removeButton(x, file.name, () => detach(x, draft, file));
  return html`<div class="flex strip over attachments">
    ${fileList(x, joined, (file) => x.show({ panel: { kind: 'preview', file } }), remove)}
    <button
      class="button small attach"
      id="attachments"
      aria-describedby=${x.screen.problem?.at === 'attachments' ? 'problem' : nothing}
      @click=${() => x.show({ panel: { kind: 'attach' } })}
    >
      ${icon(paths.clip)}<span>${x.text('attach')}</span>
    </button>
    ${problem(x, 'attachments')}
  </div>`;
}
