import { html, nothing, type TemplateResult } from 'lit';
import type { MailFile, SentMail } from '../../../../model/index.js';
import { icon } from '../../../parts/icon.js';
import { edit } from './actions.js';
import { paths } from '../icons.js';
import type { Mailbox } from '../mailbox.js';
import { fileButton } from '../parts.js';

function detach(x: Mailbox, draft: SentMail, { id, name }: MailFile): void {
  edit(x, { attachments: draft.attachments.filter((other) => other !== id) });
  x.show({ notice: { quiet: true, text: x.text('removed', { name }) } }, '#attachments');
}

/** The files that go with the message. */
export function attachmentsRow(x: Mailbox, draft: SentMail): TemplateResult | typeof nothing {
  if (!x.task.files?.length) return nothing;
  const joined = x.task.files.filter(({ id }) => draft.attachments.includes(id));
  const problem = x.screen.problem?.at === 'attachments' ? x.screen.problem.text : undefined;
  return html`<div class="flex strip attachments">
    ${
      joined.length
        ? html`<ul class="flex files" aria-label=${x.text('attachments')}>
            ${joined.map(
              (file) =>
                html`<li class="chip">
                  ${fileButton(x, file, () => x.show({ panel: { kind: 'preview', file } }))}<button
                    class="remove"
                    aria-label=${x.text('remove', { name: file.name })}
                    @click=${() => detach(x, draft, file)}
                  >
                    ${icon(paths.close)}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <button
      class="button small attach"
      id="attachments"
      aria-describedby=${problem ? 'problem' : nothing}
      @click=${() => x.show({ panel: { kind: 'attach' } })}
    >
      ${icon(paths.clip)}<span>${x.text('attach')}</span>
    </button>
    ${problem ? html`<p class="problem" id="problem">${problem}</p>` : nothing}
  </div>`;
}
