import { html, nothing, type TemplateResult } from 'lit';
import { lines } from '../../../parts/lines.js';
import { addRecipients } from './actions.js';
import { nameOf } from '../contacts.js';
import type { Field, Mailbox } from '../mailbox.js';
import { chips, command, problem, removeButton, row } from '../parts.js';
import { removeRecipient } from './drafting.js';

/** Puts what stands in a field among the recipients. */
function take(x: Mailbox, field: Field, input: HTMLInputElement): void {
  if (!input.value.trim()) return;
  addRecipients(x, field, input.value);
  input.value = '';
}

/** Leaving the field takes what was typed. While a button is held down that waits, so that nothing moves under the finger. */
function leave(x: Mailbox, field: Field, input: HTMLInputElement): void {
  if (!document.documentElement.matches(':active')) take(x, field, input);
  else addEventListener('mouseup', () => take(x, field, input), { once: true, capture: true });
}

/** One line of the composer: who the message is for. */
export function recipientsRow(x: Mailbox, field: Field): TemplateResult {
  const addresses = x.state.draft?.[field] ?? [];
  const wrong = x.screen.problem?.at === field;
  const label = x.text(field);
  const typed = ({ currentTarget }: Event): HTMLInputElement => currentTarget as HTMLInputElement;
  return row(
    x,
    field,
    html`<div class="flex field cell">
        ${chips('chips', label, addresses, (address) => {
          const name = nameOf(x.task, address);
          return html`${lines(name, [address])}${removeButton(x, name ?? address, () => removeRecipient(x, field, address))}`;
        })}
        <input
          class="bare"
          id=${field}
          inputmode="email"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${wrong}
          aria-describedby=${wrong ? 'problem' : nothing}
          @input=${(event: Event) => /@.*[\s,;]$/.test(typed(event).value) && take(x, field, typed(event))}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            take(x, field, typed(event));
          }}
          @blur=${(event: Event) => leave(x, field, typed(event))}
        />
        ${problem(x, field)}
      </div>
      <div class="flex tools">
        ${
          x.task.contacts?.length
            ? command(
                x,
                'contacts',
                'contacts',
                () => x.show({ panel: { kind: 'contacts', field } }),
                '',
                html`<span class="visually-hidden">(${label})</span>`,
              )
            : nothing
        }
        ${
          field === 'to' && !x.screen.copies
            ? html`<button class="button small" @click=${() => x.show({ copies: true }, '#cc')}>${x.text('addCopies')}</button>`
            : nothing
        }
      </div>`,
  );
}
