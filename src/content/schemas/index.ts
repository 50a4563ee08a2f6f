import common from './common.schema.json';
import pack from './pack.schema.json';
import pathway from './pathway.schema.json';
import subject from './subject.schema.json';
import choice from './tasks/choice.schema.json';
import files from './tasks/files.schema.json';
import mail from './tasks/mail.schema.json';
import match from './tasks/match.schema.json';
import order from './tasks/order.schema.json';
import text from './tasks/text.schema.json';

/** The part of JSON Schema that the compiler follows from a schema to the values it describes. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly discriminator?: { readonly propertyName: string };
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The kinds of authored files. */
export type FileKind = 'pack' | 'subject' | 'pathway';

/** Where the schemas stand for one another: their references are relative to it. */
export const schemaBase = 'https://pix-diagnostic.invalid/schemas/';

/** Every schema by its path. */
export const schemas: Readonly<Record<string, Schema>> = {
  'common.schema.json': common,
  'pack.schema.json': pack,
  'pathway.schema.json': pathway,
  'subject.schema.json': subject,
  'tasks/choice.schema.json': choice,
  'tasks/files.schema.json': files,
  'tasks/mail.schema.json': mail,
  'tasks/match.schema.json': match,
  'tasks/order.schema.json': order,
  'tasks/text.schema.json': text,
};

const fieldsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
        ...(key === 'properties' && typeof inner === 'object' && inner !== null ? Object.keys(inner) : []),
        ...fieldsOf(inner),
      ])
    : [];

/** The names of the fields of all authored files. */
export const fieldNames: ReadonlySet<string> = new Set(fieldsOf(schemas));
