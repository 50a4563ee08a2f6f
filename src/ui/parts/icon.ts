import { html, svg, type TemplateResult } from 'lit';

/** An icon drawn with strokes in the colour of the text, 24 units wide; decorative: the words beside it say the same. */
export const icon = (path: string, size = 20): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true" focusable="false">
    ${svg`<path d=${path} />`}
  </svg>`;
