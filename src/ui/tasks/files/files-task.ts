import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  copyEntry,
  createFolder,
  entryOf,
  inBin,
  initialEntries,
  lineOf,
  moveEntry,
  renameEntry,
  restoreEntry,
  trashEntry,
  type Entries,
} from '../../../grading/files/tree.js';
import { Refused } from '../../../grading/files/refused.js';
import { splitName } from '../../../grading/files/names.js';
import type { FilesResponse } from '../../../model/index.js';
import type { Phrases } from '../../locales/phrases.js';
import { controls } from '../../styles/controls.js';
import { surfaceStyles } from '../../styles/surface.js';
import { optionStyles } from '../option.js';
import { SurfaceElement } from '../surface-element.js';
import { placeBar, statusBar, toolbar } from './bars.js';
import { dragging } from './drag.js';
import { lostEnding, placeName, rowsOf, type Command, type Explorer, type OpenWindow } from './explorer.js';
import { pressed } from './keys.js';
import { list } from './list.js';
import { menu, menuAsked } from './menu.js';
import { french, type FilesPhrase } from './phrases.js';
import { listStyles } from './list-styles.js';
import { styles } from './styles.js';
import { windowStyles } from './window-styles.js';
import { windowOf } from './windows.js';

type Parameters = Readonly<Record<string, string | number>>;

/** A file explorer: folders, a search, a bin, and the usual commands; every one of them can be undone. */
export class FilesTaskElement extends SurfaceElement<'files', FilesPhrase> implements Explorer {
  static override styles = [optionStyles, controls, surfaceStyles, styles, listStyles, windowStyles];

  @state() folder: string | null = null;
  @state() bin = false;
  @state() words = '';
  @state() selected: string | undefined;
  @state() clip: Explorer['clip'];
  @state() window: OpenWindow | undefined;
  @state() status = '';
  @state() private done: readonly { readonly before: Entries; readonly what: string }[] = [];

  protected phrases: Phrases<FilesPhrase> = { fr: french, en: french };
  private initial: Entries = [];
  private own: FilesResponse | undefined;
  private readonly drag = dragging(this);

  get entries(): Entries {
    return this.response?.entries ?? this.initial;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  override missing(): string | null {
    const changed = JSON.stringify(this.entries) !== JSON.stringify(initialEntries(this.task));
    return changed || this.response?.opened.length ? null : this.text('missing');
  }

  tell(key: FilesPhrase, parameters?: Parameters): void {
    this.status = this.news(this.text(key, parameters));
  }

  select(id: string | undefined): void {
    this.selected = id;
  }

  go(folder: string | null): void {
    const left = this.bin || this.words ? undefined : lineOf(this.entries, this.folder).find(({ parent }) => parent === folder);
    this.show({ folder });
    this.selected = left?.id;
    if (!this.disabled) this.keep();
    this.tell('count', { name: placeName(this, folder), count: rowsOf(this).length });
    void this.focusRow(left?.id);
  }

  showBin(): void {
    this.show({ bin: true });
    void this.focusRow();
  }

  seek(words: string): void {
    this.show({ words });
    if (words) this.tell('count', { name: this.text('found', { words }), count: rowsOf(this).length });
  }

  run(command: Command, id = this.selected): void {
    if (command === 'undo') return this.undo();
    if (command === 'create') {
      if (this.words) this.show({});
      this.window = { kind: 'name', value: '' };
      return;
    }
    if (command === 'paste') return this.paste();
    const entry = id === undefined ? undefined : entryOf(this.entries, id);
    if (!entry) return this.tell('chooseFirst');
    this.selected = entry.id;
    this.window = undefined;
    if (command === 'open') this.open(entry.id);
    else if (command === 'cut' || command === 'clip') {
      this.clip = { command: command === 'cut' ? 'move' : 'copy', id: entry.id };
      this.tell('taken', { name: entry.name });
    } else if (command === 'rename') this.window = { kind: 'name', id: entry.id, value: entry.name };
    else if (command === 'move' || command === 'copy') this.window = { kind: 'pick', command, id: entry.id };
    else
      this.attempt(
        command === 'delete' ? 'trashed' : 'restored',
        (entries) => (command === 'delete' ? trashEntry : restoreEntry)(entries, entry.id),
        entry.id,
      );
  }

  put(command: 'move' | 'copy', id: string, folder: string | null): string | undefined {
    const refusal = this.attempt(
      command === 'move' ? 'moved' : 'copied',
      (entries) => (command === 'move' ? moveEntry : copyEntry)(entries, id, folder),
      id,
    );
    if (refusal) this.status = this.news(refusal);
    return refusal;
  }

  submitName(name: string): void {
    const asked = this.window;
    if (asked?.kind !== 'name') return;
    const { id, warned } = asked;
    const entry = id && entryOf(this.entries, id);
    const ending = entry && name.trim() ? lostEnding(entry, name) : '';
    const error =
      ending && !warned
        ? this.text('ending', { ending })
        : this.attempt(
            id ? 'renamed' : 'created',
            (entries) => (id ? renameEntry(entries, id, name) : createFolder(entries, name, this.folder)),
            id,
          );
    this.window = error ? { ...asked, value: name, error, warned: Boolean(ending) } : undefined;
    if (error) this.focusWindow();
  }

  submitFolder(folder: string | null | undefined): void {
    const asked = this.window;
    if (asked?.kind !== 'pick') return;
    const error = folder === undefined ? this.text('chooseFolder') : this.put(asked.command, asked.id, folder);
    this.window = error === undefined ? undefined : { ...asked, error };
  }

  close(): void {
    this.window = undefined;
  }

  protected readonly english = (): Promise<typeof import('./phrases-en.js')> => import('./phrases-en.js');

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('task')) {
      this.initial = initialEntries(this.task);
    }
    if (changed.has('task') || (changed.has('response') && this.response !== this.own)) {
      const { folder = this.start } = this.response ?? {};
      this.show({ folder });
      this.done = [];
      this.clip = this.window = undefined;
    }
    // Undoing may take away the folder that one is in.
    if (this.folder !== null && (!entryOf(this.entries, this.folder) || inBin(this.entries, this.folder))) this.folder = null;
  }

  protected override render(): TemplateResult {
    return html`<div
        class="tool"
        role="group"
        aria-label=${this.task.root}
        @keydown=${(event: KeyboardEvent) => pressed(this, event)}
        @dragstart=${this.drag.start}
        @dragover=${this.drag.over}
        @dragleave=${this.drag.leave}
        @drop=${this.drag.drop}
        @contextmenu=${(event: MouseEvent) => menuAsked(this, event)}
      >
        ${toolbar(this)} ${placeBar(this)} ${list(this)} ${statusBar(this)} ${menu(this)}
      </div>
      ${this.front(windowOf(this))}`;
  }

  protected override opened(): void {
    this.focusWindow();
    if (this.window?.kind === 'name')
      this.find<HTMLInputElement>('dialog input')?.setSelectionRange(0, splitName(this.window.value)[0].length);
  }

  private get start(): string | null {
    return this.task.start ?? null;
  }

  private focusWindow(): void {
    (this.find('dialog :checked') ?? this.find('dialog input') ?? this.find('#panel'))?.focus();
  }

  private show({ folder = this.folder, bin = false, words = '' }: { folder?: string | null; bin?: boolean; words?: string }): void {
    this.folder = folder;
    this.bin = bin;
    this.words = words;
    this.selected = undefined;
    this.status = '';
  }

  private open(id: string): void {
    const entry = entryOf(this.entries, id);
    if (!entry) return;
    if (this.bin) return this.tell('inBin', { name: entry.name });
    if (entry.kind === 'folder') return this.go(id);
    this.window = { kind: 'preview', id };
    const opened = this.response?.opened ?? [];
    const file = entry.copyOf ?? id;
    if (!this.disabled && opened.at(-1) !== file) this.keep(this.entries, [...opened.filter((one) => one !== file), file]);
  }

  private paste(): void {
    const { clip, folder } = this;
    if (!clip) return;
    if (this.words || this.bin) this.show({});
    if (!this.put(clip.command, clip.id, folder) && clip.command === 'move') this.clip = undefined;
  }

  private undo(): void {
    const last = this.done.at(-1);
    if (!last) return this.tell('noUndo');
    this.done = this.done.slice(0, -1);
    const row = this.find<HTMLInputElement>('[name=row]:focus')?.value;
    this.keep(last.before);
    this.selected = undefined;
    this.tell('undone', { what: last.what });
    // What had the focus may have gone, or be in another place.
    void this.updateComplete.then(() => {
      if (row !== undefined || !this.shadowRoot?.activeElement) void this.focusRow(row);
    });
  }

  /** Does it, says so, and keeps the keyboard where it was or beside it; answers why not when it cannot be done. `about`: the node concerned. */
  private attempt(
    key: 'created' | 'renamed' | 'moved' | 'copied' | 'trashed' | 'restored',
    operation: (entries: Entries) => Entries,
    about?: string,
  ): string | undefined {
    const before = this.entries;
    const index = rowsOf(this).findIndex(({ id }) => id === about);
    const old = about === undefined ? undefined : entryOf(before, about);
    let after: Entries;
    try {
      after = operation(before);
    } catch (error) {
      if (error instanceof Refused) return this.text(error.reason, { name: error.subject });
      throw error;
    }
    const entry = after[before.length] ?? (about === undefined ? undefined : entryOf(after, about));
    if (!entry) return undefined;
    if (after === before && key === 'moved') return this.text('already', { name: entry.name });
    if (after !== before) {
      this.keep(after);
      const renamed = key === 'copied' && old?.name !== entry.name;
      const what = this.text(renamed ? 'copiedAs' : key, {
        name: entry.name,
        before: old?.name ?? '',
        folder: placeName(this, entry.parent),
      });
      this.done = [...this.done, { before, what }];
      this.status = this.news(what);
    }
    const focus = key === 'copied' && index >= 0 ? about : entry.id;
    this.selected = rowsOf(this).find(({ id }) => id === focus)?.id;
    void this.focusRow(focus, index);
    return undefined;
  }

  private keep(entries: Entries = this.entries, opened: readonly string[] = this.response?.opened ?? []): void {
    this.own = { entries, opened, ...(this.folder !== this.start && { folder: this.folder }) };
    this.respond(this.own);
  }

  /** A live region says a text again only when it differs. */
  private news(text: string): string {
    return text === this.status ? `${text}\u00a0` : text;
  }

  /** Focus on the row of that id, else on the one now at that place in the list, else on the name of the place. */
  private async focusRow(id?: string, index = 0): Promise<void> {
    await this.updateComplete;
    const rows = [...this.renderRoot.querySelectorAll<HTMLInputElement>('tbody input')];
    const row = rows.find(({ value }) => value === id) ?? rows[Math.min(Math.max(index, 0), rows.length - 1)];
    (row ?? this.find('.here') ?? this.find('.crumb'))?.focus();
  }
}

export { FilesTaskElement as Player };
