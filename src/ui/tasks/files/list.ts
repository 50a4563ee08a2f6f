import { html, nothing, type TemplateResult } from 'lit';
import type { FileEntry } from '../../../model/index.js';
import { lines } from '../../parts/lines.js';
import { allows, facts, pathName, placeName, rowsOf, type Explorer } from './explorer.js';
import { kindIcon } from './icons.js';

/** What is on screen, as a table of one node a row; choosing a row is choosing a radio button, so the arrow keys do. */
export function list(explorer: Explorer): TemplateResult {
  const rows = rowsOf(explorer);
  const title = explorer.words
    ? explorer.text('found', { words: explorer.words })
    : explorer.bin
      ? explorer.text('bin')
      : placeName(explorer, explorer.folder);
  if (!rows.length) return html`<p class="empty muted">${explorer.text(explorer.words ? 'nothing' : 'empty')}</p>`;
  return html`<table>
    <caption class="visually-hidden">
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${explorer.text('name')}</th>
        <th scope="col" class="fact">${explorer.text('date')}</th>
        <th scope="col" class="fact size">${explorer.text('size')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((entry) => row(explorer, entry))}
    </tbody>
  </table>`;
}

function row(explorer: Explorer, entry: FileEntry): TemplateResult {
  const { id, name, kind, parent } = entry;
  const chosen = explorer.selected === id;
  const [date, size] = facts(explorer, entry);
  const act = (): void => (chosen ? explorer.run('open', id) : explorer.select(id));
  return html`<tr
    class=${chosen ? 'chosen' : ''}
    data-row=${id}
    data-drop=${kind === 'folder' && !explorer.bin ? id : nothing}
    draggable=${!explorer.disabled && !explorer.bin && (allows(explorer.task, 'move') || allows(explorer.task, 'delete')) ? 'true' : nothing}
    @click=${({ target, currentTarget }: Event) =>
      (target as Element).closest('label') ?? (currentTarget as Element).querySelector('input')?.click()}
  >
    <th scope="row">
      <label
        ><input class="visually-hidden" type="radio" name="row" value=${id} .checked=${chosen} @click=${act} />${kindIcon(entry)}
        ${lines(
          name,
          [date, size],
          html`${kind === 'folder' ? html`<span class="visually-hidden">, ${explorer.text('folder')}</span>` : nothing}${
            explorer.words ? html` <span class="where muted">${pathName(explorer, parent)}</span>` : nothing
          }`,
        )}</label
      >
    </th>
    <td class="fact">${date}</td>
    <td class="fact size">${size}</td>
  </tr>`;
}
