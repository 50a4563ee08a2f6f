import { html, nothing, type TemplateResult } from 'lit';
import type { MailBlock, SentMail } from '../../../../model/index.js';
import { wording } from '../../../parts/rich-text.js';
import type { Mailbox } from '../mailbox.js';
import { hasBlocks } from './state.js';
import { ownTextWaits, picked } from './assembly.js';

const choices = (x: Mailbox, draft: SentMail, block: MailBlock): TemplateResult =>
  html`<fieldset class="block">
    <legend>${wording(block.label, x.voice)}</legend>
    ${block.choices.map(
      ({ id, text }) =>
        html`<label class="card pick"
          ><input
            class="mark"
            type="radio"
            name=${block.id}
            .checked=${x.state.picks?.[block.id] === id}
            @change=${() => x.change(picked(x.task, x.state, draft, block.id, id))}
          /><span class="text typed" lang="fr">${text}</span></label
        >`,
    )}
  </fieldset>`;

/** One list of wordings for each slot, then the message that they make. */
export function blockLists(x: Mailbox, draft: SentMail): TemplateResult {
  const subject = hasBlocks(x.task, 'subject') && draft.subject;
  return html`${ownTextWaits(x.state) ? html`<p class="bar muted">${x.text('ownKept')}</p>` : nothing}
    <div>${x.task.blocks?.map((block) => choices(x, draft, block))}</div>
    <section class="strip over" aria-label=${x.text('preview')}>
      <p class="accent" aria-hidden="true">${x.text('preview')}</p>
      ${subject ? html`<p class="about">${subject}</p>` : nothing}
      ${draft.body ? html`<div class="typed" lang="fr">${draft.body}</div>` : subject ? nothing : html`<p class="muted">${x.text('nothingPicked')}</p>`}
    </section>`;
}
