import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setupServer } from 'msw/node';
import { contract, type Schemas } from '../../src/contract/index.js';
import { createHandlers } from '../../src/msw/index.js';
import type { Database } from '../../src/server/database/schema.js';
import { verifyAttestation } from '../../src/verify/index.js';
import { memoryDatabase } from '../support/memory-database.js';
import { fromMemory } from '../support/runs.js';
import { solutionOf } from '../support/small-pack.js';
import { adminKey, launchToken, openHouse, page, partnerKey } from '../server/house.js';
import { solution } from '../server/learner.js';
import { visit, type Party, type Visit } from './every-operation.js';

const standIn = 'https://stand-in.example';
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('every operation of the contract', () => {
  const handlers = setupServer(...createHandlers({ url: standIn, content: 'memory:/', fetch: fromMemory(), partner: 'mission' }));
  let db: Database;
  const parties = new Map<string, Party & { readonly issuer: string }>();
  const visits = new Map<string, Visit>();
  before(async () => {
    handlers.listen({ onUnhandledRequest: 'error' });
    db = await memoryDatabase();
    const house = await openHouse(db);
    parties.set('the service', {
      issuer: 'https://diagnostic.example',
      send: async (path, init) => house.app.request(path, { ...init, headers: { origin: page, ...init.headers } }),
      launch: (claims) => launchToken({ claims }),
      partner: 'mission',
      partnerKey,
      adminKey,
      pathway: 'th-mail',
      solution,
    });
    parties.set('the handlers of "./msw"', {
      issuer: standIn,
      send: (path, init) => fetch(`${standIn}${path}`, init),
      launch: (claims) => Promise.resolve(`x.${encode({ ...claims, jti: crypto.randomUUID() })}.x`),
      partner: 'mission',
      partnerKey: 'pdk_any',
      adminKey: 'any secret',
      pathway: 'sondage',
      solution: solutionOf,
    });
    for (const [name, party] of parties) visits.set(name, await visit(party));
  });
  after(async () => {
    handlers.close();
    await db.destroy();
  });

  for (const name of ['the service', 'the handlers of "./msw"']) {
    test(`is answered by ${name}, as the contract says`, () => {
      const { statuses } = visits.get(name)!;
      assert.deepEqual([...statuses.keys()].sort(), contract.map(({ id }) => id).sort());
      for (const [id, all] of statuses)
        if (id !== 'retryDeadLetter')
          assert.ok(
            all.some((status) => status < 300),
            `${id} never succeeded: ${all.join(', ')}`,
          );
    });

    test(`a result signed by ${name} is verified with its own keys`, async () => {
      const { attestation, keys } = visits.get(name)!;
      const { issuer } = parties.get(name)!;
      const { learner, campaign } = await verifyAttestation(attestation, { jwks: keys, issuer, audience: 'mission' });
      assert.deepEqual([learner, campaign], ['ada', 'automne']);
    });

    test(`the place of workshops is kept free by ${name}, which says that it has none`, async () => {
      const { send } = parties.get(name)!;
      const { capabilities } = (await (await send('/v1/health', {})).json()) as Schemas['Health'];
      assert.equal(capabilities.workshops, false);
      for (const path of ['/v1/workshops', '/v1/workshops/w1/people']) {
        const response = await send(path, { method: 'POST', body: '{}' });
        assert.deepEqual([response.status, ((await response.json()) as Schemas['Problem']).code], [404, 'route-unknown']);
      }
    });
  }

  test('has the same statuses from both', () => {
    const [service, played] = ['the service', 'the handlers of "./msw"'].map((name) => visits.get(name)!.statuses);
    for (const { id } of contract) assert.deepEqual([id, [...new Set(played!.get(id))]], [id, [...new Set(service!.get(id))]]);
  });
});
