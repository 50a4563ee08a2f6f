import { html, nothing, type TemplateResult } from 'lit';
import { binOf, lineOf } from '../../../grading/files/tree.js';
import { icon } from '../../parts/icon.js';
import { binTarget } from './drag.js';
import { allows, hasBin, offers, placeName, type Command, type Explorer } from './explorer.js';
import { paths } from './icons.js';

const commands = ['create', 'open', 'rename', 'move', 'copy', 'paste', 'delete', 'restore'] as const;

/** The commands that apply to what is on screen. One that lacks something says what when it is pressed. */
export function toolbar(explorer: Explorer): TemplateResult | typeof nothing {
  if (explorer.disabled) return nothing;
  const ready = (command: Command): boolean => command === 'create' || command === 'paste' || explorer.selected !== undefined;
  return html`<div class="toolbar" role="group" aria-label=${explorer.text('commands')}>
    ${commands
      .filter((command) => offers(explorer, command))
      .map(
        (command) =>
          html`<button
            type="button"
            class="chip ${command}"
            aria-disabled=${ready(command) ? nothing : 'true'}
            @click=${() => explorer.run(command)}
          >
            ${icon(paths[command])}<span>${explorer.text(command)}</span>
          </button>`,
      )}
  </div>`;
}

/** Where one is, and the search. */
export function placeBar(explorer: Explorer): TemplateResult {
  const line = lineOf(explorer.entries, explorer.folder).reverse();
  const crumbs = [{ id: null, name: explorer.task.root }, ...line];
  const back = html`<button type="button" class="crumb" @click=${() => explorer.go(explorer.folder)}>
    ${icon(paths.back)}${explorer.text('backTo', { name: placeName(explorer, explorer.folder) })}
  </button>`;
  return html`<div class="places">
    ${
      explorer.bin || explorer.words
        ? html`<div class="path">
            ${back}${explorer.bin ? html`<span class="crumb here" tabindex="-1">${icon(paths.delete)}${explorer.text('bin')}</span>` : nothing}
          </div>`
        : html`<nav class="path" aria-label=${explorer.text('place')}>
            <ol>
              ${crumbs.map(({ id, name }, i) =>
                i === crumbs.length - 1
                  ? html`<li><span class="crumb here" aria-current="location" tabindex="-1" translate="no">${name}</span></li>`
                  : html`<li>
                      <button type="button" class="crumb" data-drop=${id ?? ''} translate="no" @click=${() => explorer.go(id)}>
                        ${name}
                      </button>
                    </li>`,
              )}
            </ol>
          </nav>`
    }
    ${
      allows(explorer.task, 'search') && !explorer.bin
        ? html`<label class="search"
            ><span class="visually-hidden">${explorer.text('search')}</span>${icon(paths.search)}<input
              class="field"
              type="search"
              name="search"
              autocomplete="off"
              placeholder=${explorer.text('search')}
              .value=${explorer.words}
              @input=${(event: Event) => explorer.seek((event.target as HTMLInputElement).value)}
          /></label>`
        : nothing
    }
  </div>`;
}

/** What has just happened, the way to take it back, and the way to the bin. */
export function statusBar(explorer: Explorer): TemplateResult {
  const count = binOf(explorer.entries).length;
  return html`<div class="status">
    <p role="status">${explorer.status || (explorer.disabled ? '' : explorer.text('hint'))}</p>
    ${
      explorer.disabled
        ? nothing
        : html`<button
            type="button"
            class="chip undo"
            aria-disabled=${explorer.canUndo ? nothing : 'true'}
            @click=${() => explorer.run('undo')}
          >
            ${icon(paths.undo)}${explorer.text('undo')}
          </button>`
    }
    ${
      hasBin(explorer.task) && !explorer.bin
        ? html`<button type="button" class="bin" data-drop=${binTarget} @click=${() => explorer.showBin()}>
            ${icon(paths.delete)}${explorer.text('bin')}${count ? ` (${count})` : nothing}
          </button>`
        : nothing
    }
  </div>`;
}
