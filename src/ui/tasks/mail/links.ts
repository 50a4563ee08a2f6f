import { html, nothing, type TemplateResult } from 'lit';
import type { MailLink } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { paths } from './icons.js';
import type { Mailbox } from './mailbox.js';
import { command } from './parts.js';
import { noted } from './state.js';

function followLink(x: Mailbox, id: string): void {
  x.change(noted(x.state, 'followed', id));
  x.show({ link: undefined, notice: { text: x.text('followed') } }, `#link-${id}`);
}

/** A link says where it leads before it can be followed, and leads nowhere. */
function link(x: Mailbox, { id, label, target }: MailLink): TemplateResult {
  const shown = x.screen.link === id;
  const toggle = (): void => x.show({ link: shown ? undefined : id, notice: undefined });
  return html`<li>
    <button class="link" id="link-${id}" aria-expanded=${shown} @click=${toggle}>${icon(paths.link)}<span>${label}</span></button>
    <div class="strip leads" ?hidden=${!shown}>
      <p role="status">${shown ? html`${x.text('leadsTo')} <strong class="target" translate="no">${target}</strong>` : nothing}</p>
      ${
        x.disabled
          ? nothing
          : html`<div class="flex">
              ${command(x, 'follow', 'link', () => followLink(x, id))}
              ${command(x, 'leave', 'close', () => x.show({ link: undefined }, `#link-${id}`))}
            </div>`
      }
    </div>
  </li>`;
}

/** The links of a message. */
export const linkList = (x: Mailbox, links: readonly MailLink[]): TemplateResult =>
  html`<ul class="links">
    ${links.map((each) => link(x, each))}
  </ul>`;
