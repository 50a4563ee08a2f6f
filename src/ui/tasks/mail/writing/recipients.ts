import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../parts/icon.js';
import { addRecipients } from './actions.js';
import { nameOf } from '../contacts.js';
import { paths } from '../icons.js';
import type { Field, Mailbox } from '../mailbox.js';
import { recipient } from '../parts.js';
import { removeRecipient } from './drafting.js';

/** Puts what stands in a field among the recipients. */
function take(x: Mailbox, field: Field, input: HTMLInputElement): void {
  if (!input.value.trim()) return;
  addRecipients(x, field, input.value);
  input.value = '';
}

function typing(x: Mailbox, field: Field, event: Event): void {
  const input = event.currentTarget as HTMLInputElement;
  if (/@.*[\s,;]$/.test(input.value)) take(x, field, input);
}

function keydown(x: Mailbox, field: Field, event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  take(x, field, event.currentTarget as HTMLInputElement);
}

/** Leaving the field takes what was typed. While a button is held down that waits, so that nothing moves under the finger. */
function leave(x: Mailbox, field: Field, event: FocusEvent): void {
  const input = event.currentTarget as HTMLInputElement;
  if (!document.documentElement.matches(':active')) take(x, field, input);
  else addEventListener('mouseup', () => take(x, field, input), { once: true, capture: true });
}

/** One line of the composer: who the message is for. */
export function recipientsRow(x: Mailbox, field: Field): TemplateResult {
  const addresses = x.state.draft?.[field] ?? [];
  const problem = x.screen.problem?.at === field ? x.screen.problem.text : undefined;
  const label = x.text(field);
  return html`<div class="row">
    <label class="label muted" for=${field}>${label}</label>
    <div class="flex cell">
      ${
        addresses.length
          ? html`<ul class="flex chips" aria-label=${label}>
              ${addresses.map(
                (address) =>
                  html`<li class="chip">
                    ${recipient(x, address)}<button
                      class="remove"
                      aria-label=${x.text('remove', { name: nameOf(x.task, address) ?? address })}
                      @click=${() => removeRecipient(x, field, address)}
                    >
                      ${icon(paths.close)}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <input
        class="bare"
        id=${field}
        type="text"
        inputmode="email"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${problem ? 'problem' : nothing}
        @input=${(event: Event) => typing(x, field, event)}
        @keydown=${(event: KeyboardEvent) => keydown(x, field, event)}
        @blur=${(event: FocusEvent) => leave(x, field, event)}
      />
      ${problem ? html`<p class="problem" id="problem">${problem}</p>` : nothing}
    </div>
    <div class="flex tools">
      ${
        x.task.contacts?.length
          ? html`<button
              class="button small"
              aria-label="${x.text('contacts')} (${label})"
              @click=${() => x.show({ panel: { kind: 'contacts', field } })}
            >
              ${icon(paths.contacts)}<span>${x.text('contacts')}</span>
            </button>`
          : nothing
      }
      ${
        field === 'to' && !x.screen.copies
          ? html`<button class="button small" @click=${() => x.show({ copies: true }, '#cc')}>${x.text('addCopies')}</button>`
          : nothing
      }
    </div>
  </div>`;
}
