import type { Rich, RichNode, RichTag } from '../model/index.js';

const blocks: readonly RichTag[] = ['p', 'li', 'br', 'ul', 'ol'];

// A line stands for the end of a block.
function flatten(node: RichNode): string {
  if (typeof node === 'string') return node;
  const [tag, ...children] = node;
  const inner = children.map(flatten).join('');
  return blocks.includes(tag) ? `${inner}\n` : inner;
}

const nodes = (rich: Rich): readonly RichNode[] => (typeof rich === 'string' ? [rich] : rich);

/**
 * The sentences of a text, each with the number of its words; a list entry or a paragraph ends one too.
 * A line that is wholly quoted, « … », is left out: the words are not the author's.
 */
export function sentences(rich: Rich): { readonly text: string; readonly words: number }[] {
  return nodes(rich)
    .map(flatten)
    .join('')
    .split('\n')
    .filter((line) => !/^\s*«[^«»]*»\s*$/.test(line))
    .flatMap((line) => line.split(/(?<=[.!?…](?:\s*»)?)\s+/u))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, words: text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length }));
}
