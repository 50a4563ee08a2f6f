import { pickText, plainText, textLanguage, type Language, type Text, type Voice } from '../model/index.js';

/** Words in another language than the document's. */
export interface Foreign {
  readonly text: string;
  readonly language: Language;
}
export type Run = string | Foreign;
/** A line of text. */
export type Line = readonly Run[];

/** A template tag that makes lines; `polish` is for what is written in the template, not for what is put into it. */
export const lineTag =
  (polish: (written: string) => string = (written) => written) =>
  (written: TemplateStringsArray, ...values: readonly (Line | Run | number)[]): Line =>
    written.flatMap((piece, i): Line => {
      const value = values[i];
      const put =
        value === undefined ? [] : typeof value === 'number' ? [String(value)] : Array.isArray(value) ? (value as Line) : [value as Run];
      return [polish(piece), ...put].filter((run) => run !== '');
    });

/** A text of the pack, as a run of the document. */
export function runOf(text: Text, voice: Voice): Run {
  const words = plainText(pickText(text, voice));
  const language = textLanguage(text, voice);
  return language === voice.language ? words : { text: words, language };
}

/** A line without its languages. */
export const textOf = (line: Line): string => line.map((run) => (typeof run === 'string' ? run : run.text)).join('');
