import { html, nothing, type TemplateResult } from 'lit';

/** A name of somebody or of something, when there is one, and what goes with it on the line below. Styled by the options' sheet. */
export const lines = (name: string | undefined, details: readonly (string | undefined)[], more: unknown = nothing): TemplateResult =>
  html`<span class="text"
    ><bdi class="name" translate="no">${name}</bdi> <span class="detail muted">${details.filter(Boolean).join(' · ')}</span>${more}</span
  >`;
