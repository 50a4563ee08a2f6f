import { compileAuthored } from './compile-authored.js';
import { reporter, type Problem, type Report } from './problems.js';
import { checkSchema } from './schema-check.js';
import { compileTexts } from './schema-walk.js';
import type { FileKind } from './schemas/index.js';
import { parseSource, position, type Path, type Source } from './source.js';

/** An authored file that has been read and checked against its schema. */
export interface File {
  readonly kind: FileKind;
  readonly source: Source;
  /** Where it does not fit its schema. */
  readonly faults: readonly Path[];
  readonly report: Report;
}

const folders: Readonly<Record<string, FileKind>> = { subjects: 'subject', pathways: 'pathway' };

/** Reads a file of a pack; undefined when it is not YAML or has no place in a pack. All that is wrong goes to `problems`. */
export function readFile(path: string, text: string, problems: Problem[]): File | undefined {
  const [folder = '', name, ...deeper] = path.split('/');
  const kind = path === 'pack.yaml' ? 'pack' : name?.endsWith('.yaml') && deeper.length === 0 ? folders[folder] : undefined;
  const severity = 'error';
  if (!kind) {
    const remedy = 'Name it pack.yaml, subjects/<ID>.yaml or pathways/<id>.yaml, or move it out of the pack.';
    problems.push({ file: path, line: 1, column: 1, code: 'unknown-file', reason: 'this file has no place in a pack.', remedy, severity });
    return undefined;
  }
  const source = parseSource(path, text);
  if (source.slip) {
    const { offset, reason, remedy } = source.slip;
    problems.push({ file: path, ...position(source, offset), code: 'yaml', reason, remedy, severity });
    return undefined;
  }
  const report = reporter(problems, source);
  return { kind, source, faults: checkSchema(kind, source.data, report), report };
}

/** What `data`, read from the file, becomes: a copy with compiled texts. */
export const compileFile = ({ kind, source, report }: File, data: unknown = source.data): unknown =>
  compileTexts(`${kind}.schema.json`, null, data, (text, value, path) => compileAuthored(text, value, (finding) => report(path, finding)));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id that a file gives itself; empty when it gives none. */
export const idOf = ({ source: { data } }: File): string => (isRecord(data) && typeof data['id'] === 'string' ? data['id'] : '');

/** The ids of the items of a subject's file, sound or not; undefined where there is none. */
export function itemIds({ source: { data } }: File): (string | undefined)[] {
  const items: unknown = isRecord(data) ? data['items'] : undefined;
  return (Array.isArray(items) ? items : []).map((item: unknown) =>
    isRecord(item) && typeof item['id'] === 'string' ? item['id'] : undefined,
  );
}
