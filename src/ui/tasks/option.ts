import { css, html, nothing, type TemplateResult } from 'lit';
import type { Option, Voice } from '../../model/index.js';
import { wording } from '../parts/rich-text.js';

/** The two lines of an option. `id` names the first one, for `aria-labelledby`. */
export const optionText = ({ label, detail }: Option, voice: Voice, id?: string): TemplateResult =>
  html`<span class="text"
    ><span id=${id ?? nothing}>${wording(label, voice)}</span>${
      detail === undefined ? nothing : html` <span class="detail muted">${wording(detail, voice)}</span>`
    }</span
  >`;

/** Cards to choose from: `.card` around an option, `label.card` when it holds a radio button or a checkbox `.mark`. */
export const optionStyles = css`
  :host {
    display: block;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .text {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .detail {
    display: block;
    font-size: 0.9375em;
  }
  .hint {
    margin: 0 0 0.75em;
    padding: 0;
  }
  .card {
    display: flex;
    align-items: center;
    gap: 0.875em;
    min-height: 56px;
    padding: 0.8em min(1em, 5cqi);
    border: 1.5px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  .card + .card {
    margin-block-start: 0.625em;
  }
  :enabled > label.card {
    cursor: pointer;
  }
  :enabled > label.card:hover {
    border-color: var(--_edge);
  }
  label.card:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  label.card:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .mark {
    flex: none;
    display: grid;
    place-items: center;
    width: 1.375em;
    height: 1.375em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_paper);
    appearance: none;
    cursor: inherit;
    outline: none;
  }
  .mark:checked {
    border: 0.42em solid var(--_accent);
  }
  .mark[type='checkbox'] {
    border-radius: 0.375em;
  }
  .mark[type='checkbox']:checked::before {
    content: '';
    width: 0.4em;
    height: 0.75em;
    border: solid var(--_on-accent);
    border-width: 0 0.16em 0.16em 0;
    transform: translateY(-0.08em) rotate(42deg);
  }
  .mark[type='checkbox']:checked {
    border-width: 2px;
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    .mark {
      appearance: auto;
    }
    .mark[type='checkbox']:checked::before {
      content: none;
    }
    label.card:has(:checked) {
      border: 3px solid Highlight;
    }
  }
`;
