import { html as staticHtml } from 'lit/static-html.js';
import { html, type TemplateResult } from 'lit';
import type { Block, Line, Section } from '../../../explanation/index.js';
import { headingTag } from '../../parts/heading.js';

const line = (runs: Line): unknown =>
  runs.map((run) => (typeof run === 'string' ? run : html`<span lang=${run.language}>${run.text}</span>`));

/** A block of an explanation; `level` is that of the heading of a section. */
export function blockView(block: Block, level: number): unknown {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${line(block.line)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${line(item)}</li>`)}
      </ul>`;
    case 'table':
      return html`<table>
        <caption>
          ${line(block.caption)}
        </caption>
        <thead>
          <tr>
            ${block.head.map((cell) => html`<th scope="col">${line(cell)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            ([name = [], ...cells]) =>
              html`<tr>
                <th scope="row">${line(name)}</th>
                ${cells.map((cell) => html`<td>${line(cell)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;
    case 'formula':
      return html`<p>${line(block.line)}</p>
        <p class="symbols">${block.symbols.map((symbols) => html`<span>${symbols}</span>`)}</p>`;
    case 'section':
      return block.folded ? folded(block, level) : open(block, level);
  }
}

const blocks = ({ blocks }: Section, level: number): unknown => blocks.map((block) => blockView(block, level));

const open = (section: Section, level: number): unknown =>
  staticHtml`<${headingTag(level)} class="heading">${line(section.title)}</${headingTag(level)}> ${blocks(section, level + 1)}`;

const folded = (section: Section, level: number): TemplateResult =>
  html`<details>
    <summary>${staticHtml`<${headingTag(level)} class="heading">${line(section.title)}</${headingTag(level)}>`}</summary>
    <div>${blocks(section, level + 1)}</div>
  </details>`;
