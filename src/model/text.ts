/** How the learner is addressed. */
export type Register = 'vous' | 'tu';

/** How dense the wording is: everyday French, or short sentences with one idea each. */
export type Reading = 'standard' | 'simple';

/** Languages of the interface. Content has the language of its pack. */
export type Language = 'fr' | 'en';

/** The way a learner is spoken to: everything that chooses between variants of a {@link Text}. */
export interface Voice {
  readonly language: Language;
  readonly register: Register;
  readonly reading: Reading;
}

export type RichTag = 'p' | 'b' | 'i' | 'kbd' | 'ul' | 'ol' | 'li' | 'br' | 'en';

/**
 * Formatted text as a tree: a string, or a tag with its children. The tag `en` marks a passage in English.
 * Compiled from the authors' Markdown, so that a page needs no parser and no HTML string.
 */
export type RichNode = string | readonly [tag: RichTag, ...children: RichNode[]];
export type Rich = string | readonly RichNode[];

/** The wordings of one text. Missing variants fall back towards `vous`. */
export interface TextVariants {
  readonly vous: Rich;
  readonly tu?: Rich;
  readonly simple?: Rich;
  readonly simpleTu?: Rich;
  /** Present on what the interface itself shows (titles, reasons); items exist in the pack's language only. */
  readonly en?: Rich;
}

/** A text of a pack: one wording for everybody, or its variants. */
export type Text = Rich | TextVariants;

const isVariants = (text: Text): text is TextVariants => typeof text === 'object' && 'vous' in text;

/** The wording of `text` that suits `voice`. */
export function pickText(text: Text, voice: Voice): Rich {
  if (!isVariants(text)) return text;
  if (voice.language === 'en' && text.en !== undefined) return text.en;
  const standard = voice.register === 'tu' ? (text.tu ?? text.vous) : text.vous;
  if (voice.reading === 'standard') return standard;
  return (voice.register === 'tu' ? text.simpleTu : undefined) ?? text.simple ?? standard;
}

/** The language in which {@link pickText} answers, for the `lang` attribute. */
export function textLanguage(text: Text, voice: Voice): Language {
  return voice.language === 'en' && isVariants(text) && text.en !== undefined ? 'en' : 'fr';
}

/** Formatted text without its formatting: for names, titles and reading aloud. Blocks are separated by a space. */
export function plainText(rich: Rich | RichNode): string {
  if (typeof rich === 'string') return rich;
  return rich
    .map((node) => {
      if (typeof node === 'string') return node;
      const [tag, ...children] = node;
      if (tag === 'br') return ' ';
      const inner = plainText(children);
      return tag === 'p' || tag === 'li' ? `${inner} ` : inner;
    })
    .join('')
    .trim();
}
