import { html, type TemplateResult } from 'lit';
import { dialogHeading } from '../../parts/heading.js';
import { button, type ViewContext } from '../screen.js';

/** On a shared machine: is anybody there? */
export const idleDialog = (
  { say, headingLevel }: ViewContext,
  { stay, end }: { readonly stay: () => void; readonly end: () => void },
): TemplateResult =>
  html`<dialog aria-labelledby="dialog-title" @cancel=${stay}>
    ${dialogHeading(headingLevel, say('idleTitle'))}
    <p>${say('idleText')}</p>
    <div class="row">${button('idle-end', say('idleEnd'), end)} ${button('idle-stay', say('idleStay'), stay, { primary: true })}</div>
  </dialog>`;
