import { isAlias, isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { firstSlip, type Slip } from './yaml-slips.js';

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
  /** What is wrong with the YAML itself: the first fault, from which others may come. */
  readonly slip: Slip | undefined;
}

/** Reads one YAML file. Pure; never throws: what is wrong is in `slip`. */
export function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const slip = firstSlip(text, document);
  if (slip) return { file, data: undefined, document, lines, slip };
  try {
    const data: unknown = document.toJS();
    // An alias inside what it stands for would never end.
    JSON.stringify(data);
    return { file, data, document, lines, slip };
  } catch {
    const reason = 'an alias (*) stands for nothing, or for itself.';
    return { file, data: undefined, document, lines, slip: { offset: 0, reason, remedy: 'Correct the anchors (&) and aliases (*).' } };
  }
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
