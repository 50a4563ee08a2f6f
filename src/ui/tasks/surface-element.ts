import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Text, TaskType } from '../../model/index.js';
import type { Phrase, Phrases } from '../locales/phrases.js';
import { icon } from '../parts/icon.js';
import { common } from '../parts/icons.js';
import { wording } from '../parts/rich-text.js';
import { TaskElement } from './task-element.js';

const words = {
  fr: { close: 'Fermer', noPreview: 'Ce fichier n’a pas d’aperçu.' },
  en: { close: 'Close', noPreview: 'This file has no preview.' },
};

/** A window in front of a tool. */
export type Front = readonly [title: string, content: unknown];

/** A simulated tool: it has many words, so English is fetched before its first screen in English; without it, French stays. */
export abstract class SurfaceElement<T extends TaskType, K extends string> extends TaskElement<T> {
  protected abstract phrases: Phrases<K>;

  protected abstract english(): Promise<{ readonly english: Readonly<Record<K, Phrase>> }>;

  /** Takes the window in front away. */
  abstract close(): void;

  readonly text = (key: K, parameters?: Readonly<Record<string, string | number>>): string => this.say(this.phrases, key, parameters);

  /** `kilobytes` in words: "240 ko", "2,4 Mo". */
  readonly size = (kilobytes: number): string => {
    const large = kilobytes >= 1000;
    const unit = large ? 'megabyte' : 'kilobyte';
    return (large ? kilobytes / 1000 : kilobytes).toLocaleString(this.voice.language, { style: 'unit', unit, maximumFractionDigits: 1 });
  };

  /** A page that moves the element closes what lies in front: it is opened again. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.find<HTMLDialogElement>('dialog')?.close();
    this.requestUpdate();
  }

  /** What is in a file, as far as it can be shown. */
  readonly preview = (text: Text | undefined): TemplateResult =>
    html`<div class="page">${text === undefined ? words[this.voice.language].noPreview : wording(text, this.voice)}</div>`;

  protected override async scheduleUpdate(): Promise<void> {
    const { fr, en } = this.phrases;
    if (this.voice.language === 'en' && en === fr)
      this.phrases = {
        fr,
        en: await this.english().then(
          ({ english }) => english,
          () => fr,
        ),
      };
    await super.scheduleUpdate();
  }

  /** What lies in front, under its title, while there is something. Esc closes it, and nothing else. */
  protected front([title, content]: Front | readonly [] = []): TemplateResult {
    return html`<dialog
      aria-labelledby="panel"
      @close=${({ target }: Event) => (target as HTMLDialogElement).open || this.close()}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation()}
    >
      ${
        title === undefined
          ? nothing
          : html`<div class="flex bar">
                <h3 class="title" id="panel" tabindex="-1">${title}</h3>
                <button class="button small" @click=${() => this.close()}>
                  ${icon(common.close)}<span>${words[this.voice.language].close}</span>
                </button>
              </div>
              ${content}`
      }
    </dialog>`;
  }

  protected override updated(_: PropertyValues<this>): void {
    const dialog = this.find<HTMLDialogElement>('dialog');
    if (!dialog?.firstElementChild) dialog?.close();
    else if (!dialog.open && this.isConnected) {
      dialog.showModal();
      this.opened();
    }
  }

  /** The window in front has just appeared. */
  protected opened(): void {
    this.find('#panel')?.focus();
  }

  protected find<E extends HTMLElement>(selectors: string): E | null {
    return this.renderRoot.querySelector<E>(selectors);
  }
}
