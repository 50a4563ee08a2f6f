import { css, html, nothing, type TemplateResult } from 'lit';
import type { Exhibit, Voice } from '../../model/index.js';
import { say, type Phrases } from '../locales/phrases.js';
import { icon } from '../parts/icon.js';
import { common } from '../parts/icons.js';
import { wording } from '../parts/rich-text.js';

const phrases = {
  fr: { page: 'Page web', message: 'Message', document: 'Document', address: 'Adresse', from: 'De' },
  en: { page: 'Web page', message: 'Message', document: 'Document', address: 'Address', from: 'From' },
} satisfies Phrases;

const icons = {
  page: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18Z',
  message: common.person,
  document: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
};

/**
 * What a classic question is about, drawn as what it is: a page under its address bar, a message with its sender, a document.
 * A figure whose caption says the kind first, then its title.
 */
export function exhibit(shown: Exhibit | undefined, voice: Voice): TemplateResult | typeof nothing {
  if (!shown) return nothing;
  const { kind, title, address, from, body } = shown;
  const words = phrases[voice.language];
  return html`<figure class=${kind} aria-labelledby="exhibit">
    <figcaption>
      <span class="bar"
        >${icon(icons[kind])}<span id="exhibit" class="title"
          ><span class="visually-hidden">${say(words[kind], voice)}</span>
          ${from === undefined ? nothing : html`<span class="visually-hidden">${words.from}</span> <strong>${from}</strong>`}
          ${title === undefined ? nothing : html`<span class="subject">${wording(title, voice)}</span>`}</span
        ></span
      >
      ${
        address === undefined
          ? nothing
          : html`<span class="address" dir="ltr"
              ><span class="visually-hidden">${words.address}</span> <span translate="no">${address}</span></span
            >`
      }
    </figcaption>
    <div class="body">${wording(body, voice)}</div>
  </figure>`;
}

export const exhibitStyles = css`
  figure {
    margin: 0 0 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  figcaption {
    padding: 0.625em 0.875em;
    border-block-end: 1px solid var(--_line);
    background: var(--_ground);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 0.625em;
  }
  .bar .icon {
    color: var(--_muted);
  }
  .title {
    min-width: 0;
  }
  .page .title,
  .document .title {
    font-weight: 600;
  }
  .address {
    display: block;
    margin-block-start: 0.5em;
    padding: 0.35em 0.9em;
    border: 1px solid var(--_line);
    border-radius: 1.2em;
    background: var(--_paper);
    font-size: 0.9375em;
  }
  .message .bar .icon {
    box-sizing: content-box;
    padding: 0.5em;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .message .title > * {
    display: block;
  }
  .body {
    padding: 1em 1.125em;
  }
  .body ul,
  .body ol {
    margin: 0 0 0.75em;
    padding-inline-start: 1.375em;
  }
`;
