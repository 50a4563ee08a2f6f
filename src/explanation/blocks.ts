import type { Language } from '../model/index.js';
import type { Line } from './lines.js';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly line: Line;
}
export interface List {
  readonly kind: 'list';
  readonly items: readonly Line[];
}
/** The first cell of each row names it. */
export interface Table {
  readonly kind: 'table';
  readonly caption: Line;
  readonly head: readonly Line[];
  readonly rows: readonly (readonly Line[])[];
}
/** A step of the calculation: in words, then in symbols. */
export interface Formula {
  readonly kind: 'formula';
  readonly line: Line;
  readonly symbols: readonly string[];
}
/** `folded`: for who wants to know more; a screen shows its title alone, until it is opened. */
export interface Section {
  readonly kind: 'section';
  readonly title: Line;
  readonly folded: boolean;
  readonly blocks: readonly Block[];
}
export type Block = Paragraph | List | Table | Formula | Section;

/** An explanation in words: data, to be shown or printed in any way. */
export interface ExplanationDocument {
  readonly language: Language;
  readonly title: Line;
  readonly sections: readonly Section[];
}

export const paragraph = (line: Line): Paragraph => ({ kind: 'paragraph', line });
export const list = (items: readonly Line[]): List => ({ kind: 'list', items });
export const table = (caption: Line, head: readonly Line[], rows: Table['rows']): Table => ({ kind: 'table', caption, head, rows });
export const formula = (line: Line, ...symbols: readonly string[]): Formula => ({ kind: 'formula', line, symbols });
export const section = (title: Line, blocks: readonly (Block | false | undefined)[], folded = true): Section => ({
  kind: 'section',
  title,
  folded,
  blocks: blocks.filter((block) => block !== false && block !== undefined),
});
