import document from './generated/openapi.json' with { type: 'json' };
import type { components, operations } from './generated/types.js';

export type { components, operations };
/** The documents of the contract, by name. */
export type Schemas = components['schemas'];
export type OperationId = keyof operations;
export type ProblemCode = Schemas['ProblemCode'];

type Content<T> = T extends { readonly content: infer C } ? C[keyof C] : undefined;
type Given<O extends OperationId, Where extends 'path' | 'query'> = Exclude<operations[O]['parameters'][Where], undefined>;

/** What a request of an operation holds. */
export interface RequestOf<O extends OperationId> {
  readonly path: [Given<O, 'path'>] extends [never] ? Readonly<Record<string, never>> : Given<O, 'path'>;
  readonly query: [Given<O, 'query'>] extends [never] ? Readonly<Record<string, never>> : Given<O, 'query'>;
  readonly body: operations[O] extends { readonly requestBody: infer B } ? Content<B> : undefined;
}

type Responses<O extends OperationId> = operations[O]['responses'];
type Success<O extends OperationId> = Extract<keyof Responses<O>, 200 | 201 | 204>;
/** A successful answer to an operation. */
export type AnswerTo<O extends OperationId> = {
  [S in Success<O>]: { readonly status: S; readonly body: Content<Responses<O>[S]>; readonly etag?: string };
}[Success<O>];

export type Scheme = 'launchToken' | 'sessionToken' | 'partnerKey' | 'counsellorToken' | 'adminKey';
export type Method = 'get' | 'post' | 'put' | 'delete';

/** The body of an answer: its media type, and its schema. */
export interface AnswerBody {
  readonly type: string;
  readonly schema: object;
}

/** One operation as data. */
export interface Operation {
  readonly id: OperationId;
  readonly method: Method;
  /** With names in braces: `/v1/sessions/{session}`. */
  readonly path: string;
  /** Any of these may call it; `null`: nobody in particular. */
  readonly schemes: readonly (Scheme | null)[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  /** Reference to the schema of the JSON body. */
  readonly body?: object;
  /** What an answer holds, by status; `default` for every refusal. */
  readonly answers: Readonly<Record<string, AnswerBody | undefined>>;
  /** Media type of a successful answer with a body. */
  readonly type: string;
}

interface RawOperation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, object>>;
}

const methods: readonly Method[] = ['get', 'post', 'put', 'delete'];

/** What a reference within the document points to. */
function resolve(value: object): object {
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined) return value;
  return $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], document) as object;
}

function bodyOf({ content }: { readonly content?: Readonly<Record<string, { readonly schema: object }>> }): AnswerBody | undefined {
  const [type, body] = Object.entries(content ?? {})[0] ?? [];
  return type === undefined || !body ? undefined : { type, schema: body.schema };
}

/** Every operation of the contract. */
export const contract: readonly Operation[] = Object.entries(document.paths).flatMap(([path, entry]) =>
  methods.flatMap((method) => {
    const item = entry as { readonly parameters?: readonly object[] } & Readonly<Partial<Record<Method, RawOperation>>>;
    const raw = item[method];
    if (!raw) return [];
    const json = raw.requestBody?.content['application/json']?.schema;
    const answers: Operation['answers'] = Object.fromEntries(
      Object.entries(raw.responses).map(([status, answer]) => [status, bodyOf(resolve(answer))]),
    );
    const schemes = (raw.security ?? []).map((scheme) => (Object.keys(scheme)[0] ?? null) as Scheme | null);
    return [
      {
        id: raw.operationId as OperationId,
        method,
        path,
        schemes: schemes.length ? schemes : [null],
        parameters: [...(item.parameters ?? []), ...(raw.parameters ?? [])].map(resolve) as Operation['parameters'],
        ...(json && { body: json }),
        type: Object.entries(answers).find(([status, body]) => status.startsWith('2') && body)?.[1]?.type ?? '',
        answers,
      },
    ];
  }),
);

/** The document itself, OpenAPI 3.1. Its type is said here: declarations cannot name a JSON file. */
export const openapi: {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
} = document;
