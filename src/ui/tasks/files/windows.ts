import { html, nothing, type TemplateResult } from 'lit';
import { childrenOf, entryOf } from '../../../grading/files/tree.js';
import type { Front } from '../surface-element.js';
import { nodeOf, placeName, type Command, type Explorer, type OpenWindow } from './explorer.js';
import { kindIcon } from './icons.js';

/** The window in front of the explorer, whichever it is. */
export function windowOf(explorer: Explorer): Front | undefined {
  const { window } = explorer;
  switch (window?.kind) {
    case 'name':
      return nameWindow(explorer, window);
    case 'pick':
      return pickWindow(explorer, window);
    case 'preview':
      return previewWindow(explorer, window.id);
    case undefined:
      return undefined;
  }
}

/** A command without the sign that a window follows. */
const verb = (explorer: Explorer, command: Command): string => explorer.text(command).replace('…', '');

const about = (explorer: Explorer, command: Command, id: string): string =>
  explorer.text('about', { what: verb(explorer, command), name: entryOf(explorer.entries, id)?.name ?? '' });

/** What was wrong with the last try, and the button of the next one. */
const next = (error: string | undefined, action: string): TemplateResult =>
  html`<p id="error" class="problem" role="alert">${error ?? nothing}</p>
    <button class="button primary">${action}</button>`;

/** What a form holds under this name; undefined: nothing chosen. */
function submitted(event: SubmitEvent, name: string): string | undefined {
  event.preventDefault();
  const value = new FormData(event.target as HTMLFormElement).get(name);
  return typeof value === 'string' ? value : undefined;
}

function nameWindow(explorer: Explorer, { id, value, error }: Extract<OpenWindow, { kind: 'name' }>): Front {
  const submit = (event: SubmitEvent): void => explorer.submitName(submitted(event, 'name') ?? '');
  const [title, action] =
    id === undefined ? [explorer.text('create'), explorer.text('createDo')] : [about(explorer, 'rename', id), explorer.text('rename')];
  return [
    title,
    html`<form class="window" novalidate @submit=${submit}>
      <label
        >${explorer.text('name')}<input
          class="field"
          name="name"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="error"
          aria-invalid=${error ? 'true' : nothing}
          .value=${value}
      /></label>
      ${next(error, action)}
    </form>`,
  ];
}

function pickWindow(explorer: Explorer, { command, id, error }: Extract<OpenWindow, { kind: 'pick' }>): Front {
  const here = entryOf(explorer.entries, id)?.parent ?? null;
  const submit = (event: SubmitEvent): void => {
    const to = submitted(event, 'to');
    explorer.submitFolder(to === '' ? null : to);
  };
  const branch = (folder: string | null): TemplateResult => {
    const inside = childrenOf(explorer.entries, folder).filter((child) => child.kind === 'folder' && child.id !== id);
    const name = placeName(explorer, folder);
    return html`<li>
      <label class="pick"
        ><input type="radio" name="to" value=${folder ?? ''} />${kindIcon({ kind: 'folder', name })}<span translate="no">${name}</span>${
          folder === here ? html` <span class="muted">${explorer.text('here')}</span>` : nothing
        }</label
      >
      ${
        inside.length
          ? html`<ul>
              ${inside.map((child) => branch(child.id))}
            </ul>`
          : nothing
      }
    </li>`;
  };
  return [
    about(explorer, command, id),
    html`<form class="window" novalidate @submit=${submit}>
      <fieldset aria-describedby="error">
        <legend>${explorer.text('toFolder')}</legend>
        <ul>
          ${branch(null)}
        </ul>
      </fieldset>
      ${next(error, verb(explorer, command))}
    </form>`,
  ];
}

function previewWindow(explorer: Explorer, id: string): Front | undefined {
  const entry = entryOf(explorer.entries, id);
  return entry && [entry.name, explorer.preview(nodeOf(explorer.task, entry)?.preview)];
}
