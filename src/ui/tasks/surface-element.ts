import type { TaskType } from '../../model/index.js';
import type { Phrase, Phrases } from '../locales/phrases.js';
import { TaskElement } from './task-element.js';

/** A simulated tool: it has many words, so English is fetched before its first screen in English; without it, French stays. */
export abstract class SurfaceElement<T extends TaskType, K extends string> extends TaskElement<T> {
  protected abstract phrases: Phrases<K>;

  protected abstract english(): Promise<{ readonly english: Readonly<Record<K, Phrase>> }>;

  readonly text = (key: K, parameters?: Readonly<Record<string, string | number>>): string => this.say(this.phrases, key, parameters);

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
}
