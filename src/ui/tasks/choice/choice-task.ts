import { html, type TemplateResult } from 'lit';
import { controls } from '../../styles/controls.js';
import { exhibit, exhibitStyles } from '../exhibit.js';
import { optionStyles, optionText } from '../option.js';
import { TaskElement } from '../task-element.js';
import { phrases } from './phrases.js';

/** Choose one answer, or several: one card for each option. */
export class ChoiceTaskElement extends TaskElement<'choice'> {
  static override styles = [controls, exhibitStyles, optionStyles];

  override missing(): string | null {
    if (this.response?.selected.length) return null;
    return this.say(phrases, this.task.multiple ? 'missingSome' : 'missing');
  }

  protected override render(): TemplateResult {
    const { options, multiple = false } = this.task;
    return html`${exhibit(this.task.exhibit, this.voice)}
      <fieldset ?disabled=${this.disabled} @change=${this.change}>
        <legend class=${multiple ? 'hint muted' : 'visually-hidden'}>${this.say(phrases, multiple ? 'several' : 'one')}</legend>
        ${options.map(
          (option) =>
            html`<label class="card"
              ><input
                class="mark"
                type=${multiple ? 'checkbox' : 'radio'}
                name="option"
                value=${option.id}
                .checked=${this.response?.selected.includes(option.id) ?? false}
              />${optionText(option, this.voice)}</label
            >`,
        )}
      </fieldset>`;
  }

  private change(): void {
    const checked = this.renderRoot.querySelectorAll<HTMLInputElement>('.mark:checked');
    this.respond({ selected: Array.from(checked, ({ value }) => value) });
  }
}

export { ChoiceTaskElement as Player };
