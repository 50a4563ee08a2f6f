import type { Register, Rich, Text, TextVariants } from '../model/index.js';
import { richText, TextFault } from './rich-text.js';
import { typography } from './typography.js';

/** A text as authors write it. */
export type AuthoredText = string | { readonly fr: string; readonly simple?: string; readonly en?: string };

/**
 * One wording of a text with alternations: "{Répondez|Réponds}" → "Répondez" (`vous`) or "Réponds" (`tu`).
 * @throws {TextFault} when a brace has no partner or an alternation has not two sides.
 */
export function inRegister(text: string, register: Register): string {
  const plain = text.replace(/\{([^{}]*)\}/g, (whole, inside: string) => {
    const sides = inside.split('|');
    if (sides.length !== 2)
      throw new TextFault(`${whole} is not an alternation`, 'Write {vous-wording|tu-wording}, with one | between the two.');
    return (register === 'vous' ? sides[0] : sides[1]) ?? '';
  });
  const brace = /[{}]/.exec(plain)?.[0];
  if (brace) throw new TextFault(`a ${brace} has no partner`, 'Write {vous-wording|tu-wording}, one inside no other.');
  return plain;
}

const same = (a: Rich | undefined, b: Rich | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The compiled form of an authored text, with French typography. A variant is left out where the one that would be shown
 * in its place is the same.
 * @throws {TextFault} for braces without a partner and for Markdown outside the subset.
 */
export function compileText(authored: AuthoredText): Text {
  const { fr, simple: plain, en } = typeof authored === 'string' ? { fr: authored, simple: undefined, en: undefined } : authored;
  const french = (text: string, register: Register): Rich => richText(inRegister(text, register), typography);
  const vous = french(fr, 'vous');
  const tu = french(fr, 'tu');
  const simple = plain === undefined ? vous : french(plain, 'vous');
  const simpleTu = plain === undefined ? tu : french(plain, 'tu');
  const keepsSimple = !same(simple, vous);
  const variants: TextVariants = {
    vous,
    ...(!same(tu, vous) && { tu }),
    ...(keepsSimple && { simple }),
    ...(!same(simpleTu, keepsSimple ? simple : tu) && { simpleTu }),
    ...(en !== undefined && { en: richText(inRegister(en, 'vous')) }),
  };
  return Object.keys(variants).length === 1 ? vous : variants;
}
