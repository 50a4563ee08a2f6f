import { html, nothing, type TemplateResult } from 'lit';
import { pickText, textLanguage, type Rich, type RichNode, type Text, type Voice } from '../../model/index.js';

type Rendered = string | TemplateResult | Rendered[];

const many = (nodes: readonly RichNode[]): Rendered => nodes.map(one);

function one(node: RichNode): Rendered {
  if (typeof node === 'string') return node;
  const [tag, ...children] = node;
  const inner = many(children);
  switch (tag) {
    case 'p':
      return html`<p>${inner}</p>`;
    case 'b':
      return html`<strong>${inner}</strong>`;
    case 'i':
      return html`<em>${inner}</em>`;
    case 'kbd':
      return html`<kbd>${inner}</kbd>`;
    case 'ul':
      return html`<ul>
        ${inner}
      </ul>`;
    case 'ol':
      return html`<ol>
        ${inner}
      </ol>`;
    case 'li':
      return html`<li>${inner}</li>`;
    case 'en':
      return html`<span lang="en">${inner}</span>`;
    case 'br':
      return html`<br />`;
  }
}

/** Formatted text as a template: the compiled tree, with no HTML string on the way. */
export const rich = (text: Rich): Rendered => (typeof text === 'string' ? text : many(text));

/** A text of the pack in the learner's voice; marked with its language where the interface speaks another one. */
export function wording(text: Text | undefined, voice: Voice): Rendered | typeof nothing {
  if (text === undefined) return nothing;
  const content = rich(pickText(text, voice));
  const language = textLanguage(text, voice);
  return language === voice.language ? content : html`<span lang=${language}>${content}</span>`;
}
