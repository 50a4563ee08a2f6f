import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { contract, openapi, type Operation, type OperationId } from '../../contract/index.js';
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

/** What is sent must be what the contract says; numbers of addresses are read as numbers, and defaults filled in. */
export function checkRequest(
  operation: OperationId,
  parts: { readonly path: object; readonly query: object; readonly headers: object; readonly body: unknown },
): void {
  const check = checks.get(operation)!;
  for (const where of ['path', 'query', 'headers'] as const) if (!check[where](parts[where])) throw wrong(where, check[where].errors);
  if (check.body && !check.body(parts.body)) throw wrong('body', check.body.errors);
}
