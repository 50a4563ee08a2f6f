import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { nearest, suggest } from './near.js';
import type { Finding, Report } from './problems.js';
import { schemaBase, schemas, type FileKind, type Schema } from './schemas/index.js';
import type { Path } from './source.js';

let ajv: Ajv | undefined;

function validator(kind: FileKind): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv({
      allErrors: true,
      verbose: true,
      discriminator: true,
      allowUnionTypes: true,
      strictRequired: false,
      strictTypes: false,
    });
    for (const [path, schema] of Object.entries(schemas)) ajv.addSchema(schema, schemaBase + path);
  }
  const validate = ajv.getSchema(`${schemaBase}${kind}.schema.json`);
  if (!validate) throw new Error(`no schema for ${kind}`);
  return validate;
}

/**
 * Checks `data` against the schema of its kind of file and reports every fault.
 * Returns the paths of the faults, so that what is sound can still be used.
 */
export function checkSchema(kind: FileKind, data: unknown, report: Report): Path[] {
  const validate = validator(kind);
  validate(data);
  const faults: Path[] = [];
  const errors = (validate.errors ?? []).filter(isTelling);
  for (const error of errors) {
    if (errors.some((other) => isMisspelling(other, error))) continue;
    const path = pathOf(error.instancePath, data);
    const { at, ...finding } = explain(error, path);
    faults.push(path);
    const place = placeOf(data, path);
    report(at, { ...finding, reason: place ? `${place}: ${finding.reason}` : finding.reason });
  }
  return faults;
}

/** Not the echo of another error. */
function isTelling({ keyword, params, parentSchema }: ErrorObject): boolean {
  const tag = (parentSchema as Schema | undefined)?.discriminator?.propertyName;
  return keyword !== 'if' && keyword !== 'oneOf' && !(keyword === 'required' && tag !== undefined && params['missingProperty'] === tag);
}

/** `unknown` is a field whose name is near that of the field which `missing` misses. */
function isMisspelling(unknown: ErrorObject, missing: ErrorObject): boolean {
  if (unknown.keyword !== 'additionalProperties' || missing.keyword !== 'required' || unknown.instancePath !== missing.instancePath)
    return false;
  const name = String(missing.params['missingProperty']);
  return nearest(String(unknown.params['additionalProperty']), Object.keys((unknown.parentSchema as Schema).properties ?? {})) === name;
}

/** "MEL-1-nouveau › criteria › objet": ids where there are some. */
function placeOf(data: unknown, path: Path): string {
  let value = data;
  const words: string[] = [];
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
    const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
    if (typeof step === 'string') words.push(step);
    else words.push(typeof id === 'string' ? id : `no. ${step + 1}`);
  }
  return (words[0] === 'items' && words.length > 1 ? words.slice(1) : words).join(' › ');
}

function pathOf(pointer: string, data: unknown): (string | number)[] {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const isIndex = Array.isArray(value);
      value = (value as Record<string, unknown> | undefined)?.[step];
      return isIndex ? Number(step) : step;
    });
}

const quote = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a group of fields' : `the ${typeof value} ${quote(value)}`;

const wanted: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  null: 'null',
};

const comparisons: Readonly<Record<string, string>> = { '<=': 'of at most', '>=': 'of at least', '<': 'under', '>': 'over' };

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/[.…]?$/, (end) => end || '.');

/** What an error of the schema means to somebody who writes content, and the path to point at. */
function explain(error: ErrorObject, path: Path): Finding & { readonly at: Path } {
  const schema = (error.parentSchema ?? {}) as Schema;
  const parameters = error.params as Record<string, unknown>;
  const description = schema.description ? sentence(schema.description) : '';
  const found = (code: string, reason: string, remedy: string, at: Path = path, onKey = false) => ({ code, reason, remedy, at, onKey });
  const length = Array.isArray(error.data) ? error.data.length : 0;
  const optional = Object.keys(schema.properties ?? {}).filter((name) => !schema.required?.includes(name));
  switch (error.keyword) {
    case 'required':
    case 'dependencies': {
      const name = String(parameters['missingProperty']);
      const help = schema.properties?.[name]?.description;
      return found('missing-field', `"${name}" is missing.`, `Add "${name}: …"${help ? ` — ${sentence(help)}` : '.'}`, path, true);
    }
    case 'additionalProperties': {
      const name = String(parameters['additionalProperty']);
      const known = Object.keys(schema.properties ?? {});
      return found('unknown-field', `"${name}" is not a field here.`, suggest(name, known, 'Fields'), [...path, name], true);
    }
    case 'enum':
      return found(
        'unknown-value',
        `${quote(error.data)} is not accepted.`,
        suggest(String(error.data), (schema.enum ?? []).map(String), 'Write one of'),
      );
    case 'const':
      return found('unknown-value', `${quote(error.data)} is not accepted.`, `Write ${quote(schema.const)}.`);
    case 'discriminator': {
      const tag = String(parameters['tag']);
      const value = parameters['tagValue'];
      const names = (schema.oneOf ?? []).map((one) => String(one.properties?.[tag]?.const));
      if (value === undefined)
        return found('missing-field', `"${tag}" is missing.`, `Add "${tag}: …"; one of ${names.map(quote).join(', ')}.`, path, true);
      return found(
        'unknown-value',
        `${quote(value)} is not a known ${tag}.`,
        suggest(typeof value === 'string' ? value : '', names, 'Write one of'),
        [...path, tag],
      );
    }
    case 'type': {
      const types = [schema.type ?? []].flat();
      const expected = types.map((type) => wanted[type] ?? type).join(' or ');
      const { data } = error as { readonly data?: unknown };
      if (data === null) {
        const remedy = types.includes('string') ? 'Write it; put quotes around a text that begins with # or &.' : 'Write it.';
        return found('wrong-type', `nothing is written here, where ${expected} is expected.`, remedy);
      }
      const isScalar = typeof data === 'number' || typeof data === 'boolean';
      const remedy = isScalar && types.includes('string') ? `Put it in quotes: "${String(data)}".` : `Write ${expected}.`;
      return found('wrong-type', `${expected} is expected, not ${kindOf(data)}.`, remedy);
    }
    case 'pattern':
      return found(
        'wrong-form',
        `${quote(error.data)} does not have the right form.`,
        description || `It must match ${String(parameters['pattern'])}.`,
      );
    case 'minItems':
    case 'maxItems':
      return found(
        'wrong-length',
        `the list has ${length} ${length === 1 ? 'entry' : 'entries'}.`,
        `Give at ${error.keyword === 'minItems' ? 'least' : 'most'} ${String(parameters['limit'])}.`,
      );
    case 'minLength':
      return found('empty', 'the text is empty.', description ? `Fill it — ${description}` : 'Fill it, or remove the field.');
    case 'uniqueItems':
      return found('repeated', `entry ${Number(parameters['i']) + 1} is there twice.`, 'Remove one of the two.', [
        ...path,
        Number(parameters['i']),
      ]);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return found(
        'out-of-range',
        `${quote(error.data)} is out of range.`,
        `Write a number ${comparisons[String(parameters['comparison'])] ?? ''} ${String(parameters['limit'])}.`,
      );
    case 'minProperties':
      return found('missing-field', 'something is missing.', `Name at least one of ${optional.map(quote).join(', ')}.`, path, true);
    case 'maxProperties':
      return found('unknown-field', 'there are too many fields.', 'Write one action on each line of the list.', path, true);
    default:
      return found('schema', error.message ?? error.keyword, description || 'Correct it.');
  }
}
