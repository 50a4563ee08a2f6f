import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { contract, openapi, type Operation, type OperationId } from '../../contract/index.js';
import { isKeepable, keepable } from './keepable.js';
import { Problem } from './problem.js';

const formats = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  'date-time': (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text: string): boolean => URL.canParse(text),
};

const root = 'openapi';
const create = (coerceTypes: boolean): Ajv2020 =>
  new Ajv2020({ strict: false, allErrors: false, coerceTypes, useDefaults: coerceTypes, formats }).addSchema(
    // Annotations of OpenAPI that are no JSON Schema stay out of the way: only the schemas are read.
    { $id: root, components: openapi.components },
    root,
  );

/** References within the document, as ajv finds them. */
const rooted = (schema: object): object => JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${root}#/`)) as object;

interface Checks {
  readonly path: ValidateFunction;
  readonly query: ValidateFunction;
  readonly headers: ValidateFunction;
  readonly body: ValidateFunction | undefined;
}

function checksOf({ parameters, body }: Operation): Checks {
  const named = (where: string, closed: boolean): ValidateFunction => {
    const own = parameters.filter((parameter) => parameter.in === where);
    return lenient.compile({
      type: 'object',
      additionalProperties: !closed,
      required: own.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(own.map(({ name, schema }) => [name, rooted(schema)])),
    });
  };
  return {
    path: named('path', true),
    query: named('query', true),
    headers: named('header', false),
    body: body && strict.compile(rooted(body)),
  };
}

const strict = create(false);
const lenient = create(true);
const checks = new Map(contract.map((operation) => [operation.id, checksOf(operation)]));

const wrong = (where: string, errors: readonly ErrorObject[] | null | undefined): Problem =>
  new Problem('request-invalid', {
    detail: `The ${where} of the request is not what the contract says.`,
    errors: (errors ?? []).map(({ instancePath, message = 'is wrong', params }) => ({
      at: `${where}${instancePath}`,
      message: 'additionalProperty' in params ? `${message}: ${String(params['additionalProperty'])}` : message,
    })),
  });

export interface RequestParts {
  readonly path: object;
  readonly query: object;
  readonly headers: object;
  readonly body: unknown;
}

/**
 * What is sent must be what the contract says; numbers of addresses are read as numbers, and defaults filled in.
 * @returns the parts as they can be kept: what a learner wrote is mended, an address that names nothing is refused.
 * @throws {Problem} `request-invalid`.
 */
export function checkRequest<P extends RequestParts>(operation: OperationId, parts: P): P {
  const check = checks.get(operation)!;
  for (const where of ['path', 'query', 'headers'] as const) if (!check[where](parts[where])) throw wrong(where, check[where].errors);
  for (const where of ['path', 'query'] as const) checkKeepable(where, parts[where]);
  if (!check.body) return parts;
  if (!check.body(parts.body)) throw wrong('body', check.body.errors);
  return { ...parts, body: keepable(parts.body) };
}

function checkKeepable(where: string, parts: object): void {
  const errors = Object.entries(parts)
    .filter(([, value]) => typeof value === 'string' && !isKeepable(value))
    .map(([name]) => ({ at: `${where}/${name}`, message: 'has a character that no text has' }));
  if (errors.length) throw new Problem('request-invalid', { detail: `The ${where} of the request is not what the contract says.`, errors });
}
