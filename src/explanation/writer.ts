import type { Text } from '../model/index.js';
import type { Words } from './french.js';
import type { Run } from './lines.js';

/** What a section is written with. */
export interface Writer {
  readonly words: Words;
  /** A text of the pack, as the reader is spoken to. */
  readonly run: (text: Text) => Run;
}
