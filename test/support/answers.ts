import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { contract, openapi, type OperationId } from '../../src/contract/index.js';
import { Problem } from '../../src/contract/problem.js';

/** An answer as it went over the wire; a body of JSON as a value, of another type as text, none as undefined. */
export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
}

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly writeOnly?: boolean }>>;
  readonly additionalProperties?: unknown;
}

/**
 * Schemas as answers are held against them: nothing is in an answer that the contract does not name, and nothing that is
 * only written.
 */
function closed(_: string, value: unknown): unknown {
  const schema = value as Schema | null;
  // A member may itself be called "properties": a schema is what says so of its type.
  if (typeof schema?.properties !== 'object' || !('type' in schema)) return value;
  const told = Object.entries(schema.properties).filter(([, { writeOnly }]) => !writeOnly);
  const names = new Set(told.map(([name]) => name));
  return {
    additionalProperties: false,
    ...schema,
    properties: Object.fromEntries(told),
    ...(schema.required && { required: schema.required.filter((name) => names.has(name)) }),
  };
}

const root = 'openapi';
const ajv = new Ajv2020({
  strict: false,
  formats: {
    uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    uri: (text: string) => URL.canParse(text),
  },
}).addSchema({ $id: root, components: JSON.parse(JSON.stringify(openapi.components), closed) as object }, root);

const checks = new Map<string, ValidateFunction>();
function checkOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${root}#/`);
  const check = checks.get(text) ?? ajv.compile(JSON.parse(text, closed) as object);
  checks.set(text, check);
  return check;
}

/** What an answer has that the contract does not say, or lacks that it says. */
export function faultsOfAnswer(id: OperationId, { status, type, body }: Answered): readonly string[] {
  const { answers } = contract.find((operation) => operation.id === id)!;
  const documented = String(status) in answers ? String(status) : status >= 400 ? 'default' : '';
  const fault = (what: string): string => `${id} ${status}: ${what}`;
  if (!(documented in answers)) return [fault('a status that the contract does not document')];
  const expected = answers[documented];
  if (!expected) return body === undefined ? [] : [fault('a body where there is none')];
  const [media] = (type ?? '').split(';');
  if (media !== expected.type) return [fault(`of the type ${media}, not ${expected.type}`)];
  const check = checkOf(expected.schema);
  if (!check(body))
    return (check.errors ?? []).map(({ instancePath, message, params }) => fault(`${instancePath} ${message} ${JSON.stringify(params)}`));
  const { code, status: told } = body as { readonly code: ConstructorParameters<typeof Problem>[0]; readonly status: number };
  if (documented === 'default' && (told !== status || new Problem(code).status !== status))
    return [fault(`a problem "${code}" that says ${told}`)];
  return [];
}

/** The same of a response. */
export async function faultsOfResponse(id: OperationId, response: Response): Promise<readonly string[]> {
  const text = await response.clone().text();
  const type = response.headers.get('content-type');
  const body: unknown = text === '' ? undefined : /json/.test(type ?? '') ? JSON.parse(text) : text;
  return faultsOfAnswer(id, { status: response.status, type, body });
}
