import { schemas, type Schema } from './schemas/index.js';
import type { Path } from './source.js';

/** A value of one of the shared definitions of text. */
export type TextKind = 'text' | 'interfaceText' | 'phrase';
const textKinds: readonly string[] = ['text', 'interfaceText', 'phrase'] satisfies TextKind[];

/** Makes the compiled form of a text found at `path`. */
export type Compile = (kind: TextKind, value: unknown, path: Path) => unknown;

/** A schema and the file its references are relative to. */
interface Place {
  readonly file: string;
  readonly schema: Schema;
}

/** The place a reference leads to: "../common.schema.json#/definitions/text". */
function follow(file: string, reference: string): Place & { readonly name: string } {
  const [path = '', pointer = ''] = reference.split('#');
  const target = path ? new URL(path, `schema:/${file}`).pathname.slice(1) : file;
  const name = pointer.split('/').at(-1) ?? '';
  const schema = schemas[target]?.definitions?.[name];
  if (!schema) throw new Error(`no schema ${reference} in ${file}`);
  return { file: target, schema, name };
}

/**
 * A copy of `value`, which `file` (and `definition` in it) describes, with its texts compiled: the schema alone says
 * which strings are texts for people.
 */
export function compileTexts(file: string, definition: string | null, value: unknown, compile: Compile): unknown {
  const schema = definition === null ? schemas[file] : schemas[file]?.definitions?.[definition];
  if (!schema) throw new Error(`no schema ${file}`);
  return walk([{ file, schema }], value, [], compile);
}

function walk(given: readonly Place[], value: unknown, path: Path, compile: Compile): unknown {
  const places: Place[] = [];
  for (const { file, schema } of given) {
    if (schema.$ref === undefined) {
      places.push(...alternatives({ file, schema }, value));
      continue;
    }
    const target = follow(file, schema.$ref);
    if (textKinds.includes(target.name)) return compile(target.name as TextKind, value, path);
    places.push(...alternatives(target, value));
  }
  if (Array.isArray(value)) {
    const items = below(places, (schema) => schema.items);
    return value.map((entry, i) => walk(items, entry, [...path, i], compile));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const fields = below(
        places,
        ({ properties, additionalProperties: others }) => properties?.[key] ?? (typeof others === 'object' ? others : undefined),
      );
      return [key, walk(fields, field, [...path, key], compile)];
    }),
  );
}

const below = (places: readonly Place[], get: (schema: Schema) => Schema | undefined): Place[] =>
  places.flatMap(({ file, schema }) => {
    const next = get(schema);
    return next ? [{ file, schema: next }] : [];
  });

/** The schema itself and what it says of this very value: the branch of its kind, the consequence of its type. */
function alternatives(place: Place, value: unknown): Place[] {
  const { file, schema } = place;
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const tag = schema.discriminator?.propertyName;
  const branches = (schema.oneOf ?? []).filter((one) => tag !== undefined && one.properties?.[tag]?.const === fields[tag]);
  const consequences = (schema.allOf ?? []).flatMap(({ if: condition, then }) => {
    const holds = Object.entries(condition?.properties ?? {}).every(([key, wanted]) => fields[key] === wanted.const);
    return holds && then ? [then] : [];
  });
  return [place, ...[...branches, ...consequences].map((next) => ({ file, schema: next }))];
}
