import { css, html, type TemplateResult } from 'lit';
import { controls } from '../../styles/controls.js';
import { exhibit, exhibitStyles } from '../exhibit.js';
import { optionStyles, optionText } from '../option.js';
import { TaskElement } from '../task-element.js';
import { phrases } from './phrases.js';

/** Sort entries into groups: each entry asks for its group. */
export class MatchTaskElement extends TaskElement<'match'> {
  static override styles = [
    controls,
    exhibitStyles,
    optionStyles,
    css`
      .entry {
        padding: 1em;
        border: 1.5px solid var(--_line);
        border-radius: var(--_radius);
      }
      .entry + .entry {
        margin-block-start: 0.75em;
      }
      legend {
        float: inline-start;
        width: 100%;
        margin-block-end: 0.75em;
        padding: 0;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      legend .detail {
        font-weight: 400;
      }
      .groups {
        clear: both;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5em), 1fr));
        gap: 0.5em;
      }
      .groups .card {
        min-height: 48px;
        margin: 0;
        padding: 0.5em 0.75em;
        gap: 0.625em;
      }
      .progress {
        margin: 1em 0 0;
      }
    `,
  ];

  override missing(): string | null {
    const left = this.task.entries.length - this.done();
    return left > 0 ? this.say(phrases, 'missing', { left }) : null;
  }

  protected override render(): TemplateResult {
    const { entries, groups } = this.task;
    return html`${exhibit(this.task.exhibit, this.voice)}
      ${entries.map(
        (entry, i) =>
          html`<fieldset class="entry" ?disabled=${this.disabled}>
            <legend>${optionText(entry, this.voice)}</legend>
            <div class="groups">
              ${groups.map(
                (group) =>
                  html`<label class="card"
                    ><input
                      class="mark"
                      type="radio"
                      name="entry-${i}"
                      .checked=${this.response?.groups[entry.id] === group.id}
                      @change=${() => this.respond({ groups: { ...this.response?.groups, [entry.id]: group.id } })}
                    />${optionText(group, this.voice)}</label
                  >`,
              )}
            </div>
          </fieldset>`,
      )}
      <p class="progress muted" role="status">${this.say(phrases, 'progress', { done: this.done(), count: entries.length })}</p>`;
  }

  private done(): number {
    return this.task.entries.filter(({ id }) => this.response?.groups[id] !== undefined).length;
  }
}

export { MatchTaskElement as Player };
