import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkedRequest, type Parts } from '../../src/contract/check.js';
import { contract, openapi, type Operation, type OperationId } from '../../src/contract/index.js';
import { Problem } from '../../src/contract/problem.js';
import { checkRequest } from '../../src/server/http/validation.js';
import { createDraws } from '../verify/mutations.js';

const id = '7f7b5a5e-7e0a-4a55-9a8b-0d3a5f5c2b11';
const mail = { to: ['a'], cc: [], bcc: [], subject: 's', body: 'b', attachments: [], written: 'free' };
const answer = (response: unknown): unknown => ({ kind: 'answer', sequence: 1, item: 'MEL-1-a', response, seconds: 2.5 });
const offer = { id: 'o', kind: 'workshop', title: 'Atelier', url: '#ici' };

/** Requests that the contract allows. */
const allowed: readonly (readonly [OperationId, Partial<Parts>])[] = [
  ['listPathways', { query: { partner: 'port' } }],
  ['openSession', { body: { partner: 'port', pathway: 'depart', session: id, anew: true }, headers: { 'Idempotency-Key': id } }],
  ...[
    { selected: ['a'] },
    { order: ['a', 'b'] },
    { groups: { a: 'b' } },
    { text: 'é' },
    { sent: [mail], opened: [], followed: [], openedFiles: [], moved: { m: 'junk' }, draft: mail, picks: { a: 'b' } },
    { entries: [{ id: 'f', name: 'F', kind: 'file', parent: null, trashed: true }], opened: ['f'] },
    null,
  ].map((response): readonly [OperationId, Partial<Parts>] => [
    'submit',
    { path: { session: id }, headers: { 'Idempotency-Key': id }, body: answer(response) },
  ]),
  ['submit', { path: { session: id }, headers: { 'Idempotency-Key': id }, body: { kind: 'continue', sequence: 2, accept: true } }],
  ['finish', { path: { session: id }, body: { offers: [offer] } }],
  ['answerSurvey', { path: { session: id }, body: { recommend: 10 } }],
  ['listEvents', { query: { after: 'x', limit: '7' } }],
  [
    'writePartner',
    {
      path: { partner: 'port' },
      headers: { 'If-Match': '"1"' },
      body: {
        name: 'Port',
        origins: ['https://port.example'],
        launch: { issuer: 'port', keys: { keys: [{ kty: 'EC' }] } },
        pathways: ['depart'],
        offers: [offer],
        webhook: { url: 'https://port.example/hook', secret: `whsec_${'a'.repeat(40)}`, format: 'standard' },
        partnerKeys: ['0'.repeat(64)],
        retentionDays: 30,
      },
    },
  ],
];

const values = [
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
  '',
  'x',
  '7',
  'x'.repeat(6000),
  id,
  [],
  ['x'],
  [7],
  {},
  { x: 1 },
  { a: 'b' },
  'open',
  '😀'.repeat(200),
];

/** One thing changed, taken away or put in, anywhere. */
function changed(value: unknown, draw: (limit: number) => number): unknown {
  if (typeof value !== 'object' || value === null || draw(3) === 0) return values[draw(values.length)];
  if (Array.isArray(value)) {
    const i = draw(value.length + 1);
    return i === value.length ? [...(value as unknown[]), values[draw(values.length)]] : value.with(i, changed(value[i], draw));
  }
  const names = Object.keys(value);
  const name = names[draw(names.length + 1)] ?? 'more';
  if (draw(4) === 0) return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  return { ...value, [name]: changed((value as Record<string, unknown>)[name], draw) };
}

const refuses = (check: () => unknown): boolean => {
  try {
    check();
    return false;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'request-invalid') return true;
    throw thrown;
  }
};

describe('a request is read without making code', () => {
  const operationOf = (name: OperationId): Operation => contract.find((operation) => operation.id === name)!;
  const whole = (parts: Partial<Parts>): Parts => ({ path: {}, query: {}, headers: {}, body: undefined, ...parts });

  for (const [name, parts] of allowed)
    test(`${name} as the contract allows it`, () => assert.doesNotThrow(() => checkedRequest(operationOf(name), whole(parts))));

  test('numbers of addresses are read, and defaults filled in', () => {
    assert.deepEqual(checkedRequest(operationOf('listEvents'), whole({ query: { limit: '7' } })).query, { limit: 7 });
    assert.deepEqual(checkedRequest(operationOf('listEvents'), whole({})).query, { limit: 100 });
  });

  test('20,000 changed requests are refused and accepted as by the compiled schemas of the service', () => {
    const draw = createDraws(20260302);
    let refused = 0;
    for (let i = 0; i < 20_000; i++) {
      const [name, parts] = allowed[draw(allowed.length)]!;
      const where = (['path', 'query', 'headers', 'body', 'body', 'body'] as const)[draw(6)]!;
      const part = changed(parts[where] ?? {}, draw);
      if (where !== 'body' && (typeof part !== 'object' || part === null || Array.isArray(part))) continue;
      // What an address and a header hold is text.
      const texts = (): object => Object.fromEntries(Object.entries(part as object).map(([key, value]) => [key, JSON.stringify(value)]));
      const request = whole({ ...parts, [where]: where === 'body' ? part : texts() });
      const ours = refuses(() => checkedRequest(operationOf(name), request));
      assert.equal(
        ours,
        refuses(() => checkRequest(name, structuredClone(request))),
        `${name} ${JSON.stringify(request).slice(0, 400)}`,
      );
      refused += Number(ours);
    }
    assert.ok(refused > 5000 && refused < 19_000, `${refused}`);
  });

  test('knows every keyword with which the contract describes requests', () => {
    const known =
      'type const enum oneOf anyOf format pattern minLength maxLength minimum maximum minItems maxItems items required properties additionalProperties propertyNames maxProperties default description writeOnly $ref';
    const met = new Set<string>();
    const meet = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if (Array.isArray(schema)) return schema.forEach(meet);
      for (const [keyword, value] of Object.entries(schema)) {
        met.add(keyword);
        if (keyword === 'properties') Object.values(value as object).forEach(meet);
        else if (keyword === '$ref') meet(openapi.components.schemas[(value as string).split('/').at(-1) as 'Id']);
        else if (keyword !== 'const' && keyword !== 'enum' && keyword !== 'required') meet(value);
      }
    };
    for (const { body, parameters } of contract) [body, ...parameters.map(({ schema }) => schema)].forEach(meet);
    assert.deepEqual(
      [...met].filter((keyword) => !known.split(' ').includes(keyword)),
      [],
    );
  });
});
