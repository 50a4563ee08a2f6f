import type { Voice } from '../../model/index.js';

/** A phrase of the interface: one wording, or one for `vous` and one for `tu`. `{name}` stands for a parameter. */
export type Phrase = string | readonly [vous: string, tu: string];

/** The phrases of one part of the interface, in both languages, with the same keys. */
export interface Phrases<K extends string = string> {
  readonly fr: Readonly<Record<K, Phrase>>;
  readonly en: Readonly<Record<K, Phrase>>;
}

/** The wording of a phrase that suits `voice`, parameters filled in. */
export function say(phrase: Phrase, voice: Pick<Voice, 'register'>, parameters?: Readonly<Record<string, string | number>>): string {
  const wording = typeof phrase === 'string' ? phrase : phrase[voice.register === 'tu' ? 1 : 0];
  return parameters ? wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole)) : wording;
}
