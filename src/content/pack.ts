import { DiagnosticError } from '../model/errors.js';
import type { Item } from '../model/item.js';
import type { Pack } from '../model/pack.js';

type Shape = Readonly<Record<string, unknown>>;

const isList = Array.isArray;

function check(holds: unknown, what: string): asserts holds {
  if (!holds)
    throw new DiagnosticError('content-invalid', `${what}; compile the pack again with the same version of pix-diagnostic`, {
      recoverable: false,
    });
}

/** `value` as an object whose `lists` are lists of things with an id and whose `others` are there. */
function shape(value: unknown, where: string, lists: readonly string[], others: readonly string[]): Shape {
  check(typeof value === 'object' && value, `${where} is not an object`);
  const fields = value as Shape;
  for (const key of others) check(fields[key] != null, `${where} has no "${key}"`);
  for (const key of lists) {
    const list = fields[key];
    check(isList(list), `${where} has no list "${key}"`);
    list.forEach((entry: { id?: unknown } | null, i) =>
      check(entry?.id && typeof entry.id === 'string', `${where}: ${key}[${i}] has no id`),
    );
  }
  return fields;
}

const lists = ['domains', 'axes', 'subjects', 'items', 'pathways'] as const;

/** Whether a `pack.json` holds the whole index: nothing is left to `rest.json`. */
export const isWhole = (json: unknown): boolean => typeof json === 'object' && json !== null && 'items' in json;

const join = (front: Shape, rest: Shape): Shape => ({
  ...front,
  ...rest,
  pathways: (front['pathways'] as Shape[]).map((pathway, i) => ({ ...pathway, ...(rest['pathways'] as Shape[])[i] })),
});

/**
 * The index of a compiled pack, out of JSON from anywhere. Checks what the page relies on; the compiler checks the rest.
 * @param json `pack.json`.
 * @param rest `rest.json`, unless `pack.json` {@link isWhole}. Without it the pack knows its pathways and no item: enough for an entry gate.
 * @throws {DiagnosticError} `content-invalid`: what is wrong and where.
 */
export function parsePack(json: unknown, rest?: unknown): Pack {
  const front = shape(json, 'pack.json', ['pathways'], ['id', 'version', 'title', 'cuts']);
  check(front['format'] === 1, `pack.json has format ${String(front['format'])}, not 1`);
  if (rest === undefined && isWhole(json)) return shape(json, 'pack.json', lists, []) as object as Pack;
  if (rest === undefined) return { domains: [], axes: [], subjects: [], items: [], ...front } as object as Pack;
  const later = shape(rest, 'rest.json', lists, []);
  check(
    later['version'] === front['version'],
    `rest.json is of version ${String(later['version'])}, pack.json of ${String(front['version'])}`,
  );
  return join(front, later) as object as Pack;
}

/**
 * A compiled item, out of JSON from anywhere. Checks what the page relies on; the compiler checks the rest.
 * @throws {DiagnosticError} `content-invalid`: what is wrong and where.
 */
export function parseItem(json: unknown): Item {
  const { id } = shape(json, 'an item', [], ['id']);
  const { task } = shape(json, `item ${String(id)}`, ['criteria'], ['prompt', 'task', 'hint', 'explanation', 'solution']);
  check((task as Shape)['type'], `item ${String(id)}: its task has no type`);
  return json as Item;
}
