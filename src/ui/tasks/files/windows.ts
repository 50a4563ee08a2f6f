import { html, nothing, type TemplateResult } from 'lit';
import { childrenOf, entryOf } from '../../../grading/files/tree.js';
import { wording } from '../../parts/rich-text.js';
import { nodeOf, placeName, type Command, type Explorer, type OpenWindow } from './explorer.js';
import { kindIcon } from './icons.js';

/** The window in front of the explorer, whichever it is. Its title is `#panel`. */
export function windowContent(explorer: Explorer, shown: OpenWindow): TemplateResult {
  switch (shown.kind) {
    case 'name':
      return nameWindow(explorer, shown);
    case 'pick':
      return pickWindow(explorer, shown);
    case 'preview':
      return previewWindow(explorer, shown.id);
  }
}

const nameOf = (explorer: Explorer, id: string): string => entryOf(explorer.entries, id)?.name ?? '';

const title = (text: string): TemplateResult => html`<h3 id="panel" class="title" tabindex="-1">${text}</h3>`;

/** A command without the sign that a window follows. */
const verb = (explorer: Explorer, command: Command): string => explorer.text(command).replace('…', '');

const about = (explorer: Explorer, command: Command, id: string): TemplateResult =>
  title(explorer.text('about', { what: verb(explorer, command), name: nameOf(explorer, id) }));

const problem = (error: string | undefined): TemplateResult => html`<p id="error" class="error" role="alert">${error ?? nothing}</p>`;

const buttons = (explorer: Explorer, action?: string): TemplateResult =>
  html`<div class="buttons">
    ${action === undefined ? nothing : html`<button class="button primary">${action}</button>`}
    <button type="button" class="button" @click=${() => explorer.close()}>${explorer.text('close')}</button>
  </div>`;

/** What a form holds under this name; undefined: nothing chosen. */
function submitted(event: SubmitEvent, name: string): string | undefined {
  event.preventDefault();
  const value = new FormData(event.target as HTMLFormElement).get(name);
  return typeof value === 'string' ? value : undefined;
}

function nameWindow(explorer: Explorer, { id, value, error }: Extract<OpenWindow, { kind: 'name' }>): TemplateResult {
  const submit = (event: SubmitEvent): void => explorer.submitName(submitted(event, 'name') ?? '');
  return html`<form novalidate @submit=${submit}>
    ${id === undefined ? title(explorer.text('create')) : about(explorer, 'rename', id)}
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
    ${problem(error)} ${buttons(explorer, id === undefined ? explorer.text('createDo') : verb(explorer, 'rename'))}
  </form>`;
}

function pickWindow(explorer: Explorer, { command, id, error }: Extract<OpenWindow, { kind: 'pick' }>): TemplateResult {
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
  return html`<form novalidate @submit=${submit}>
    ${about(explorer, command, id)}
    <fieldset aria-describedby="error">
      <legend>${explorer.text('toFolder')}</legend>
      <ul>
        ${branch(null)}
      </ul>
    </fieldset>
    ${problem(error)} ${buttons(explorer, verb(explorer, command))}
  </form>`;
}

function previewWindow(explorer: Explorer, id: string): TemplateResult {
  const entry = entryOf(explorer.entries, id);
  if (!entry) return html``;
  return html`${title(entry.name)}
    <div class="sheet">${wording(nodeOf(explorer.task, entry)?.preview ?? explorer.text('noPreview'), explorer.voice)}</div>
    ${buttons(explorer)}`;
}
