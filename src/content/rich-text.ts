import type { Rich, RichNode } from '../model/index.js';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Parents, RootContent } from 'mdast';

/** A text that cannot be compiled. `message` says what is wrong; `remedy` what to do. */
export class TextFault extends Error {
  override readonly name = 'TextFault';
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

const refused: Partial<Record<Nodes['type'], readonly [what: string, remedy: string]>> = {
  heading: ['a heading', 'Put a backslash before #, or use **bold**.'],
  code: ['a block of code', 'Remove the spaces at the beginning of the line, or the ``` around it.'],
  blockquote: ['a quotation', 'Put a backslash before >, or use « … ».'],
  thematicBreak: ['a rule', 'Remove the line of dashes or stars.'],
  html: ['HTML', 'Use **bold**, *emphasis* or a list; put a backslash before a <.'],
  image: ['an image', 'Describe it in words.'],
  imageReference: ['an image', 'Describe it in words.'],
  definition: ['the target of a link', 'Write the address as words.'],
  linkReference: ['a link', 'Write the address as words.'],
};

/**
 * The tree of a text in Markdown: paragraphs, **bold**, *emphasis*, lists, hard line breaks, `key` caps, and
 * `[words](en)` for words in English. One paragraph alone has no `p`; a text without formatting is a string.
 * `typeset` is applied to every piece of plain text, not to key caps nor to English words.
 * @throws {TextFault} for any other Markdown.
 */
export function richText(markdown: string, typeset: (text: string) => string = (text) => text): Rich {
  const blocks = fromMarkdown(markdown).children;
  const [only] = blocks;
  const nodes = blocks.length === 1 && only?.type === 'paragraph' ? inline(only, typeset) : blocks.map((block) => one(block, typeset));
  const [first] = nodes;
  return nodes.length === 0 ? '' : nodes.length === 1 && typeof first === 'string' ? first : nodes;
}

function inline(parent: Parents, typeset: (text: string) => string): RichNode[] {
  return parent.children
    .map((child) => one(child, typeset))
    .reduce<RichNode[]>((nodes, node) => {
      const last = nodes.at(-1);
      if (typeof node !== 'string' || typeof last !== 'string') return [...nodes, node];
      return [...nodes.slice(0, -1), last + node];
    }, []);
}

function one(node: RootContent, typeset: (text: string) => string): RichNode {
  switch (node.type) {
    case 'text':
      return typeset(node.value.replace(/\s*\n\s*/g, ' '));
    case 'break':
      return ['br'];
    case 'inlineCode':
      return ['kbd', node.value];
    case 'paragraph':
      return ['p', ...inline(node, typeset)];
    case 'strong':
      return ['b', ...inline(node, typeset)];
    case 'emphasis':
      return ['i', ...inline(node, typeset)];
    case 'list':
      if (node.ordered && node.start !== 1)
        throw new TextFault(`a numbered list begins at ${node.start ?? 0}`, 'Begin at 1, or put a backslash after the number: 12\\.');
      return [node.ordered ? 'ol' : 'ul', ...node.children.map((child) => one(child, typeset))];
    case 'listItem': {
      const loose = node.children.filter(({ type }) => type === 'paragraph').length > 1;
      return [
        'li',
        ...node.children.flatMap((child) => (child.type === 'paragraph' && !loose ? inline(child, typeset) : [one(child, typeset)])),
      ];
    }
    case 'link':
      if (node.url === 'en') return ['en', ...inline(node, (text) => text)];
      throw new TextFault('a link is not possible here', 'Write the address as words, or as a link of the task.');
    default: {
      const [what, remedy] = refused[node.type] ?? [`"${node.type}"`, 'Use **bold**, *emphasis*, lists and `keys` only.'];
      throw new TextFault(`${what} is not possible here`, remedy);
    }
  }
}
