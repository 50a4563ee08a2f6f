import type { Alternatives } from '../../model/index.js';
import { mentions } from '../words.js';
import { closingIndex } from './closing.js';
import { wordsOf } from './formula.js';

/** One of `names` stands after the farewell or, without a farewell, among the last words of the message. */
export function isSigned(body: string, names: Alternatives): boolean {
  const words = wordsOf(body);
  const closing = closingIndex(body);
  return mentions(words.slice(closing < 0 ? -8 : closing).join(' '), [names]);
}
