import { openapi, type Operation } from './index.js';
import { Problem } from './problem.js';

/** What a request holds, before anybody looked. */
export interface Parts {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** By the names of the contract. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** The keywords of JSON Schema with which the contract describes requests. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly maxProperties?: number;
  readonly default?: unknown;
}

const schemas = openapi.components.schemas as unknown as Readonly<Record<string, Schema>>;

interface Fault {
  readonly at: string;
  readonly message: string;
}

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
};

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const isOf = (value: unknown, type: string): boolean => (type === 'integer' ? Number.isInteger(value) : typeOf(value) === type);

function textFault(text: string, { pattern, format, minLength = 0, maxLength = Infinity }: Schema): string | undefined {
  // As JSON Schema counts: not the halves of a character.
  const { length } = [...text];
  if (length < minLength) return `must NOT have fewer than ${minLength} characters`;
  if (length > maxLength) return `must NOT have more than ${maxLength} characters`;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return `must match pattern "${pattern}"`;
  if (format !== undefined && formats[format]?.test(text) === false) return `must match format "${format}"`;
  return undefined;
}

const numberFault = (number: number, { minimum = -Infinity, maximum = Infinity }: Schema): string | undefined =>
  number < minimum ? `must be >= ${minimum}` : number > maximum ? `must be <= ${maximum}` : undefined;

function listFault(list: readonly unknown[], { minItems = 0, maxItems = Infinity, items }: Schema, at: string): Fault | undefined {
  if (list.length < minItems) return { at, message: `must NOT have fewer than ${minItems} items` };
  if (list.length > maxItems) return { at, message: `must NOT have more than ${maxItems} items` };
  return items && first(list.map((value, i) => () => faultOf(value, items, `${at}/${i}`)));
}

function objectFault(value: Readonly<Record<string, unknown>>, schema: Schema, at: string): Fault | undefined {
  const { required = [], properties = {}, additionalProperties = true, propertyNames, maxProperties = Infinity } = schema;
  const names = Object.keys(value);
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { at, message: `must have required property '${missing}'` };
  if (names.length > maxProperties) return { at, message: `must NOT have more than ${maxProperties} properties` };
  return first(
    names.map((name) => () => {
      if (propertyNames && faultOf(name, propertyNames, at)) return { at, message: `property name must be valid: ${name}` };
      const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (known === false) return { at, message: `must NOT have additional properties: ${name}` };
      return known === true || !known ? undefined : faultOf(value[name], known, `${at}/${name}`);
    }),
  );
}

function first(looks: readonly (() => Fault | undefined)[]): Fault | undefined {
  for (const look of looks) {
    const fault = look();
    if (fault) return fault;
  }
  return undefined;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The first thing that is wrong with a value. */
function faultOf(value: unknown, schema: Schema, at: string): Fault | undefined {
  if (schema.$ref !== undefined) {
    return faultOf(value, schemas[schema.$ref.replace('#/components/schemas/', '')]!, at);
  }
  const { type, oneOf, anyOf } = schema;
  if (type !== undefined && ![type].flat().some((one) => isOf(value, one))) return { at, message: `must be ${[type].flat().join(' or ')}` };
  if ('const' in schema && !same(value, schema.const)) return { at, message: `must be ${JSON.stringify(schema.const)}` };
  if (schema.enum && !schema.enum.some((one) => same(value, one))) return { at, message: 'must be equal to one of the allowed values' };
  if (anyOf && anyOf.every((one) => faultOf(value, one, at))) return { at, message: 'must be of one of the forms that the contract names' };
  if (oneOf && oneOf.filter((one) => !faultOf(value, one, at)).length !== 1)
    return { at, message: 'must be of exactly one of the forms that the contract names' };
  if (Array.isArray(value)) return listFault(value, schema, at);
  if (typeof value === 'object' && value !== null) return objectFault(value as Readonly<Record<string, unknown>>, schema, at);
  const message = typeof value === 'string' ? textFault(value, schema) : typeof value === 'number' ? numberFault(value, schema) : undefined;
  return message === undefined ? undefined : { at, message };
}

/** What an address says is text: a number is read where one is meant. */
const readText = (value: unknown, { type }: Schema): unknown =>
  (type === 'integer' || type === 'number') && typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
    ? Number(value)
    : value;

/**
 * A request as the contract has it, its numbers read and its defaults filled in. It makes no code at run time, so that it
 * works under any content security policy; a service that wants to be quick compiles the schemas instead.
 * @throws {Problem} `request-invalid`: what is wrong, and where.
 */
export function checkedRequest({ parameters, body }: Operation, parts: Parts): Parts {
  const checkPart = (where: 'path' | 'query' | 'headers'): Readonly<Record<string, unknown>> => {
    const own = parameters.filter((parameter) => parameter.in === (where === 'headers' ? 'header' : where));
    const properties = Object.fromEntries(own.map(({ name, schema }) => [name, schema as Schema]));
    const read = Object.fromEntries(
      Object.entries(parts[where]).map(([name, value]) => [
        name,
        Object.hasOwn(properties, name) ? readText(value, properties[name]!) : value,
      ]),
    );
    const required = own.flatMap((parameter) => (parameter.required ? [parameter.name] : []));
    refuse(where, faultOf(read, { type: 'object', required, properties, additionalProperties: where === 'headers' }, where));
    const defaults = Object.entries(properties).flatMap(([name, schema]) => ('default' in schema ? [[name, schema.default]] : []));
    return { ...(Object.fromEntries(defaults) as object), ...read };
  };
  const checked = { path: checkPart('path'), query: checkPart('query'), headers: checkPart('headers'), body: parts.body };
  if (body) refuse('body', faultOf(parts.body, body, 'body'));
  return checked;
}

function refuse(where: string, fault: Fault | undefined): void {
  if (fault)
    throw new Problem('request-invalid', { detail: `The ${where} of the request is not what the contract says.`, errors: [fault] });
}
