import { css, html, type TemplateResult } from 'lit';
import { wording } from '../../parts/rich-text.js';
import { controls } from '../../styles/controls.js';
import { exhibit, exhibitStyles } from '../exhibit.js';
import { TaskElement } from '../task-element.js';
import { phrases } from './phrases.js';

/** Keyboards by kind of answer. A number may need a comma, which the numeric one does not have everywhere. */
const keyboards = { text: 'text', numeric: 'decimal', email: 'email', url: 'url' } as const;

/** Type a short answer. */
export class TextTaskElement extends TaskElement<'text'> {
  static override styles = [
    controls,
    exhibitStyles,
    css`
      :host {
        display: block;
      }
      label {
        display: block;
        margin-block-end: 0.5em;
        font-weight: 600;
      }
      .field {
        min-height: 52px;
        font-size: 1.0625em;
      }
      textarea {
        display: block;
        line-height: 1.5;
        resize: vertical;
      }
      .field:read-only {
        background: var(--_ground);
      }
      .numeric {
        max-width: 12em;
      }
    `,
  ];

  override missing(): string | null {
    const text = this.response?.text ?? '';
    if (this.task.input === 'numeric') return /\d/.test(text) ? null : this.say(phrases, 'missingNumber');
    return text.trim() ? null : this.say(phrases, 'missing');
  }

  protected override render(): TemplateResult {
    const { label, input = 'text', lines = 1 } = this.task;
    return html`${exhibit(this.task.exhibit, this.voice)}
      <label for="answer">${wording(label, this.voice)}</label>
      ${
        lines > 1
          ? html`<textarea
              id="answer"
              class="field"
              rows=${lines}
              autocomplete="off"
              spellcheck="true"
              .value=${this.response?.text ?? ''}
              ?readonly=${this.disabled}
              @input=${this.change}
            ></textarea>`
          : html`<input
              id="answer"
              class="field ${input}"
              type="text"
              inputmode=${keyboards[input]}
              autocomplete="off"
              autocapitalize=${input === 'text' ? 'sentences' : 'none'}
              spellcheck=${input === 'text' ? 'true' : 'false'}
              .value=${this.response?.text ?? ''}
              ?readonly=${this.disabled}
              @input=${this.change}
            />`
      }`;
  }

  private change(event: Event): void {
    this.respond({ text: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  }
}

export { TextTaskElement as Player };
