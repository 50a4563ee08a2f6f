import { isCollection, isScalar, visit, type Document, type Node, type YAMLError } from 'yaml';
import { fieldNames } from './schemas/index.js';

/** What is wrong with the YAML of a file, said to people who do not know YAML by heart, and where to look. */
export interface Slip {
  readonly offset: number;
  readonly reason: string;
  readonly remedy: string;
}

interface Line {
  readonly start: number;
  readonly text: string;
  readonly indent: number;
}

/** Where the parser stopped. */
interface Fault {
  readonly code: YAMLError['code'];
  readonly message: string;
  readonly offset: number;
  readonly text: string;
  readonly document: Document;
  /** Those that say something: neither blank nor a comment. */
  readonly lines: readonly Line[];
  /** Index of the line of the fault, or of the next. */
  readonly here: number;
  readonly line: Line;
}

/**
 * The slip of an author behind the first fault of a file. The faults that follow are left for when it is mended: most
 * come from it.
 */
export function firstSlip(text: string, document: Document): Slip | undefined {
  const [first] = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!first) return lonelyQuote(text, document);
  const { code, message, pos } = first;
  const [offset] = pos;
  const lines = linesOf(text);
  const own = lines.findIndex((line) => line.start + line.text.length >= offset);
  const here = own < 0 ? lines.length - 1 : own;
  const fault: Fault = { code, message, offset, text, document, lines, here, line: lines[here] ?? { start: 0, text: '', indent: 0 } };
  for (const recognise of slips) {
    const slip = recognise(fault);
    if (slip) return slip;
  }
  const [reason, remedy] = others[code] ?? [`this cannot be read: ${message}.`, 'Correct the line here or just above.'];
  return { offset, reason, remedy };
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text
    .split('\n')
    .map((line) => {
      const found = { start, text: line.trimEnd(), indent: /^\s*/.exec(line)?.[0].length ?? 0 };
      start += line.length + 1;
      return found;
    })
    .filter((line) => line.text !== '' && !/^\s*#/.test(line.text));
}

/** The surest first. */
const slips: readonly ((fault: Fault) => Slip | undefined)[] = [
  wrongBlank,
  mergeMark,
  openQuote,
  afterQuote,
  openBracket,
  missingComma,
  missingSpace,
  missingColon,
  repeatedField,
  unaligned,
  tooFarRight,
];

const wholeText = 'Put quotes around the whole text.';
const others: Partial<Record<YAMLError['code'], readonly [reason: string, remedy: string]>> = {
  BAD_INDENT: ['this line is not aligned with its neighbours.', 'Align it, with spaces only.'],
  BLOCK_AS_IMPLICIT_KEY: ['a text holds a colon and a space, as a field does.', wholeText],
  MULTILINE_IMPLICIT_KEY: [
    'this line is neither a field nor the rest of a text.',
    'Write "name: …" for a field; put quotes around a text of several lines, or write it as a block after >-.',
  ],
  UNEXPECTED_TOKEN: ['something stands after the end of a value.', wholeText],
  BAD_SCALAR_START: ['a text cannot begin so.', wholeText],
  BAD_ALIAS: ['a text cannot begin so.', wholeText],
  BAD_DQ_ESCAPE: ['a backslash has another meaning inside double quotes.', 'Write it twice, or put single quotes around the text.'],
  MULTIPLE_DOCS: ['a line of three dashes begins another document.', 'Remove it.'],
};

function wrongBlank({ line, text, offset }: Fault): Slip | undefined {
  const blank = /^ *([^\S ])/.exec(line.text)?.[1];
  if (blank !== undefined && blank !== '\t')
    return { offset: line.start, reason: 'the line begins with a space of another kind.', remedy: 'Type its first spaces again.' };
  const remedy = 'Indent with spaces, never with tabs.';
  if (blank) return { offset: line.start, reason: 'there is a tab at the beginning of the line.', remedy };
  return text[offset] === '\t' ? { offset, reason: 'there is a tab.', remedy } : undefined;
}

function mergeMark({ line }: Fault): Slip | undefined {
  if (!/^(<{7}|={7}|>{7})/.test(line.text)) return undefined;
  const remedy = 'Keep one of them; remove the lines of <<<<<<<, ======= and >>>>>>>.';
  return { offset: line.start, reason: 'two versions of the file stand one after the other.', remedy };
}

function openQuote({ message, document, offset }: Fault): Slip | undefined {
  const quote = /Missing closing (['"])/.exec(message)?.[1];
  if (quote === undefined) return undefined;
  const [start = offset] = lastNode(document, isQuoted, ([start]) => start < offset) ?? [];
  return { offset: start, reason: `the text that begins with this ${quote} has none at its end.`, remedy: `Write ${quote} at its end.` };
}

/** `'l'adresse'`, `"un "bon" titre"`. */
function afterQuote({ code, text, document, offset }: Fault): Slip | undefined {
  if (code !== 'UNEXPECTED_TOKEN') return undefined;
  const [, end] = lastNode(document, isQuoted, ([, end]) => end <= offset) ?? [];
  if (end === undefined || /[^ ]/.test(text.slice(end, offset))) return undefined;
  const quote = text[end - 1] ?? '';
  const remedy =
    quote === "'"
      ? "Write '' for an apostrophe inside single quotes, or put double quotes around the text."
      : 'Write \\" for a quote inside double quotes, or « and ».';
  return { offset: end - 1, reason: `the text ends at this ${quote}, and something follows.`, remedy };
}

function openBracket({ message, text, document, offset }: Fault): Slip | undefined {
  const close = /must be sufficiently indented and end with a ([\]}])|Expected .* to end with ([\]}])/.exec(message)?.[1];
  if (close === undefined) return undefined;
  const [start] = lastNode(document, isFlow, ([start, end]) => start < offset && text[end - 1] !== close) ?? [];
  if (start === undefined) return undefined;
  return { offset: start, reason: `this ${text[start]} has no ${close}.`, remedy: `Write ${close} where it ends.` };
}

function missingComma({ code, message, document, offset }: Fault): Slip | undefined {
  const inside = lastNode(document, isFlow, ([start, end]) => start < offset && offset < end);
  if (!inside || !(code === 'BLOCK_IN_FLOW' || code === 'MULTILINE_IMPLICIT_KEY' || /^(Missing ,|Unexpected scalar token)/.test(message)))
    return undefined;
  return {
    offset,
    reason: 'a comma or a quote is missing here or just before.',
    remedy: 'Write a comma between two entries; put quotes around a text that holds a comma or a colon.',
  };
}

/** `level:1`, `-id: …`. */
function missingSpace({ line }: Fault): Slip | undefined {
  const [whole = '', after = '', name = ''] = /^\s*(?:- +)?(-(?=[\w-]+:)|([\w-]+):)(?=\S)/.exec(line.text) ?? [];
  if (whole === '') return undefined;
  if (after === '-') return { offset: line.start + line.indent, reason: 'a space is missing after the dash.', remedy: 'Write "- ".' };
  if (!fieldNames.has(name)) return undefined;
  return { offset: line.start + whole.length, reason: 'a space is missing after the colon.', remedy: `Write "${name}: …".` };
}

function missingColon({ line }: Fault): Slip | undefined {
  const [, lead = '', name = ''] = /^(\s*(?:- +)?)([\w-]+)(?=$|\s+[^\s:])/.exec(line.text) ?? [];
  if (!fieldNames.has(name)) return undefined;
  return { offset: line.start + lead.length, reason: `a colon is missing after "${name}".`, remedy: `Write "${name}: …".` };
}

function repeatedField({ code, text, offset, line, lines, here }: Fault): Slip | undefined {
  if (code !== 'DUPLICATE_KEY') return undefined;
  const name = /^["']?([^"':\s]+)/.exec(text.slice(offset))?.[1] ?? '';
  const above = lines.slice(0, here).findLast(({ indent }) => indent < line.indent);
  const isEntry = above !== undefined && new RegExp(`^\\s*- +${name}:`).test(above.text);
  const remedy = isEntry
    ? `Put a dash before it if the next entry of the list begins here: "- ${name}: …"; else remove one of the two.`
    : 'Keep one of the two.';
  return { offset, reason: `the field "${name}" is there twice.`, remedy };
}

/** A line that begins under none of those it could belong to. */
function unaligned({ line, lines, here }: Fault): Slip | undefined {
  const columns: number[] = [];
  let parent: number | undefined;
  for (let i = here - 1, indent = Infinity; i >= 0 && indent > 0; i--) {
    const above = lines[i];
    if (!above || above.indent >= indent) continue;
    indent = above.indent;
    columns.push(indent);
    const dash = /^\s*- +/.exec(above.text)?.[0].length;
    if (dash !== undefined) columns.push(dash);
    if (indent < line.indent) parent ??= i;
  }
  if (columns.includes(line.indent) || line.indent > Math.max(...columns)) return undefined;
  const first = lines[(parent ?? here) + 1];
  if (parent !== undefined && first && first !== line && line.text.trimStart().startsWith('- ') && !first.text.trimStart().startsWith('- '))
    return { offset: first.start + first.indent, reason: 'the first entry of this list has no dash.', remedy: 'Put "- " before it.' };
  return {
    offset: line.start + line.indent,
    reason: 'this line is not aligned with those above.',
    remedy: 'Begin it under the field or the dash that it goes with, with spaces only.',
  };
}

/** A field further right than the one above it, whose value is on its own line. */
function tooFarRight({ code, text, offset, lines, here, line }: Fault): Slip | undefined {
  const next = lines[here + 1];
  if (
    code !== 'BLOCK_AS_IMPLICIT_KEY' ||
    !next ||
    next.indent <= line.indent ||
    /\S\s*:\s/.test(text.slice(offset, line.start + line.text.length))
  )
    return undefined;
  return {
    offset: next.start + next.indent,
    reason: 'this line is further to the right than the field above it.',
    remedy: 'Begin it under that field; put quotes around a text of several lines.',
  };
}

/** A quote at the end of a text that did not begin with one: YAML takes it for a letter. */
function lonelyQuote(text: string, document: Document): Slip | undefined {
  const [start, end] = lastNode(document, (node) => isScalar(node) && node.type === 'PLAIN' && /['"]$/.test(node.source ?? '')) ?? [];
  if (start === undefined || end === undefined) return undefined;
  const quote = text[end - 1] ?? '';
  return { offset: start, reason: `the text ends with ${quote} and does not begin with it.`, remedy: `Write ${quote} before it.` };
}

type Span = readonly [start: number, end: number];

const isQuoted = (node: Node): boolean => isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE');
const isFlow = (node: Node): boolean => isCollection(node) && node.flow === true;

/** The last node of a kind, in the order of the file: of several one in the other, the innermost. */
function lastNode(document: Document, isWanted: (node: Node) => boolean, fits: (span: Span) => boolean = () => true): Span | undefined {
  let found: Span | undefined;
  visit(document, {
    Node: (_, node) => {
      if (node.range && isWanted(node) && fits([node.range[0], node.range[1]])) found = [node.range[0], node.range[1]];
    },
  });
  return found;
}
