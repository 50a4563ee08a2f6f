import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createHttpBackend } from '../../src/backend/index.js';
import type { Schemas } from '../../src/contract/index.js';
import type { Step } from '../../src/model/index.js';
import { createHandlers } from '../../src/msw/index.js';
import { verifyAttestation } from '../../src/verify/index.js';
import { setupServer } from 'msw/node';
import { answerTo, fromMemory, goOn, live } from '../support/runs.js';
import { right } from '../support/small-pack.js';

const url = 'https://diagnostic.example.org';
const uuid = (): string => crypto.randomUUID();

describe('the handlers of "./msw", for the tests of a host', () => {
  const server = setupServer(...createHandlers({ url, content: 'memory:/', fetch: fromMemory(), seed: 7 }));
  const listening = <T>(work: () => Promise<T>): Promise<T> => {
    server.listen({ onUnhandledRequest: 'error' });
    return work().finally(() => server.close());
  };
  const read = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`)).json()) as T;

  test('take a learner from the first question to a signed result', () =>
    listening(async () => {
      const backend = createHttpBackend({ url, getToken: () => Promise.resolve('any launch token') });
      const { id, step: first } = await backend.open({ pathway: 'sondage' }, live);
      let step: Step = first;
      while (step.kind !== 'end') {
        const submission = step.kind === 'item' ? answerTo(step.item.id, right, uuid()) : goOn(false, uuid());
        ({ step } = await backend.answer(id, submission, live));
      }
      const { result } = await backend.finish(id, [], live);
      assert.deepEqual([result.answered, result.passed], [4, 4]);
      const { attestation = '' } = await backend.share(id, live);
      const verified = await verifyAttestation(attestation, { jwksUrl: `${url}/.well-known/jwks.json`, issuer: url, audience: 'demo' });
      assert.deepEqual([verified.session, verified.result.passed], [id, 4]);
    }));

  test('tell the pathways and that all is well', () =>
    listening(async () => {
      const { pathways } = await read<Schemas['PathwayList']>('/v1/pathways?partner=demo');
      assert.ok(pathways.some(({ id }) => id === 'depart'));
      assert.equal((await read<Schemas['Health']>('/v1/health')).status, 'ok');
    }));

  test('let nobody into the session of another', () =>
    listening(async () => {
      const open = (): Promise<Response> =>
        fetch(`${url}/v1/sessions`, { method: 'POST', body: JSON.stringify({ partner: 'demo', pathway: 'depart' }) });
      const [mine, other] = await Promise.all(
        [open(), open()].map(async (response) => (await response).json() as Promise<Schemas['OpenedSession']>),
      );
      const { status } = await fetch(`${url}/v1/sessions/${mine?.id}`, { headers: { authorization: `Bearer ${other?.token}` } });
      assert.equal(status, 404);
    }));

  test('refuse what the contract forbids, and say where', () =>
    listening(async () => {
      const refused = async (path: string, init?: RequestInit): Promise<readonly unknown[]> => {
        const response = await fetch(`${url}${path}`, init);
        const { code, errors } = (await response.json()) as Schemas['Problem'];
        return [response.status, response.headers.get('content-type'), code, errors?.[0]?.at];
      };
      const invalid = [400, 'application/problem+json', 'request-invalid'];
      const open = (body: string) => refused('/v1/sessions', { method: 'POST', body });
      assert.deepEqual(await open('no JSON'), [...invalid, 'body']);
      assert.deepEqual(await open('{"partner":"demo","pathway":"depart","name":"Ada"}'), [...invalid, 'body']);
      assert.deepEqual(await open('{"partner":"demo","pathway":5}'), [...invalid, 'body/pathway']);
      assert.deepEqual(await refused('/v1/pathways'), [...invalid, 'query']);
      assert.deepEqual(await refused('/v1/events?limit=many', { headers: { authorization: 'Bearer pdk_any' } }), [
        ...invalid,
        'query/limit',
      ]);
      assert.deepEqual(await refused('/v1/nothing'), [404, 'application/problem+json', 'route-unknown', undefined]);
    }));

  test('say that nothing has changed to who has it', () =>
    listening(async () => {
      const first = await fetch(`${url}/v1/pathways?partner=demo`);
      const again = await fetch(`${url}/v1/pathways?partner=demo`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
      assert.deepEqual([first.status, again.status], [200, 304]);
    }));
});
