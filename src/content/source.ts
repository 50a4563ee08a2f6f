import { isAlias, isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document, type Node, type YAMLError } from 'yaml';

/** Keys and indices from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** A YAML file that has been read. */
export interface Source {
  /** Path inside the pack, with `/`. */
  readonly file: string;
  /** What it holds, as plain values; undefined when it cannot be read. */
  readonly data: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Faults of the YAML itself. */
  readonly errors: readonly { readonly offset: number; readonly code: string; readonly reason: string; readonly remedy: string }[];
}

/** Said to people who do not know YAML by heart. */
const faults: Partial<Record<YAMLError['code'], readonly [reason: string, remedy: string]>> = {
  BAD_INDENT: ['this line is not aligned with its neighbours.', 'Align it, with spaces only.'],
  TAB_AS_INDENT: ['there is a tab at the beginning of the line.', 'Indent with spaces, never with tabs.'],
  DUPLICATE_KEY: ['this field is there twice.', 'Keep one of the two.'],
  MISSING_CHAR: [
    'a quote, a bracket or a colon is missing here or just above.',
    'Close what is open; put quotes around a text that begins with { [ & * ! | > @ or %.',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['a text holds a colon and a space, as a field does.', 'Put quotes around the whole text.'],
  MULTILINE_IMPLICIT_KEY: ['a text goes on over several lines.', 'Put quotes around it, or write it as a block after >-.'],
  UNEXPECTED_TOKEN: ['something stands after the end of a value.', 'Put quotes around the whole text.'],
  BAD_SCALAR_START: ['a text cannot begin so.', 'Put quotes around the whole text.'],
  BAD_ALIAS: ['a text cannot begin so.', 'Put quotes around the whole text.'],
};

/** Reads one YAML file. Pure; never throws: faults are in `errors`. */
export function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map(({ pos, code, message }) => {
    const [reason, remedy] = faults[code] ?? [message, 'Correct the YAML here or just above.'];
    return { offset: pos[0], code: 'yaml', reason, remedy };
  });
  let data: unknown;
  try {
    if (errors.length === 0) data = document.toJS();
    // An alias inside what it stands for would never end.
    JSON.stringify(data);
  } catch {
    data = undefined;
    errors.push({
      offset: 0,
      code: 'yaml',
      reason: 'an alias (*) stands for nothing, or for itself.',
      remedy: 'Correct the anchors (&) and aliases (*).',
    });
  }
  return { file, data, document, lines, errors };
}

/** Line and column, from 1, of an offset. */
export function position(source: Source, offset: number): { line: number; column: number } {
  const { line, col } = source.lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Where the value (or its key) at `path` begins; the deepest part that exists when the whole path does not. */
export function locate(source: Source, path: Path, onKey = false): { line: number; column: number } {
  let node: unknown = source.document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(source.document);
    let key: unknown;
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyName(key) === String(step));
      [key, next] = [pair?.key, pair?.value];
    } else if (isSeq(node)) next = node.items[Number(step)];
    if (isPair(next)) next = next.value;
    const wantsKey = (onKey && depth === path.length - 1) || startOf(next) === undefined;
    const found = wantsKey && key !== undefined ? startOf(key) : startOf(next);
    if (found === undefined) break;
    offset = found;
    node = next;
  }
  return position(source, offset);
}

const keyName = (key: unknown): string => (isNode(key) && 'value' in key ? String(key.value) : String(key));

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);
