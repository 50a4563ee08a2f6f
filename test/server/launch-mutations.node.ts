import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createLaunchReader, type LaunchReader } from '../../src/server/access/launch-token.js';
import { createPartnerKeys } from '../../src/server/access/partner-keys.js';
import type { Database } from '../../src/server/database/schema.js';
import { Problem } from '../../src/server/http/problem.js';
import { memoryDatabase } from '../support/memory-database.js';
import { createDraws, mutations } from '../verify/mutations.js';
import { createSigner } from '../verify/signer.js';
import { launchToken, openHouse } from './house.js';

const total = 100_000;
const second = 'the other signature of the same content';
const nobody = (): Promise<never> => Promise.reject(new Error('nobody is there'));

let db: Database;
let reader: LaunchReader;
before(async () => {
  db = await memoryDatabase();
  const { partners } = (await openHouse(db)).service;
  const now = new Date();
  reader = createLaunchReader(
    partners,
    createPartnerKeys(nobody, () => now),
    () => now,
  );
});
after(() => db.destroy());

test('the other signature of a token that was used is a token that was used', async () => {
  const house = await openHouse(db);
  const jws = await launchToken({ claims: { sub: 'twice' } });
  const stranger = await createSigner('one');
  const twin = await mutations[second]!({ jws, other: jws, stranger, draw: createDraws(1) });
  assert.notEqual(twin, jws);
  const open = (token: string) => house.ask('POST', '/v1/sessions', { token, key: crypto.randomUUID(), body: { pathway: 'abc-diag' } });
  assert.equal((await open(jws)).status, 201);
  const { status, body } = await open(twin);
  assert.deepEqual([status, body.code], [401, 'launch-replayed']);
});

test(`none of ${total} changed launch tokens is accepted, and each is refused with a reason`, async () => {
  const [jws, other] = [await launchToken({ claims: { sub: 'one' } }), await launchToken({ claims: { sub: 'other' } })];
  const stranger = await createSigner('one');
  // A partner signs with whatever library it has, so either signature of one content is good: that one is tried below.
  const kinds = Object.entries(mutations).filter(([kind]) => kind !== second);
  const accepted: string[] = [];
  let refused = 0;

  const tryOne = async (draw: (limit: number) => number): Promise<void> => {
    const [kind, mutate] = kinds[draw(kinds.length)]!;
    const changed = await mutate({ jws, other, stranger, draw });
    if (changed === jws || changed === other) return tryOne(draw);
    try {
      await reader.read(changed);
      accepted.push(`${kind}: ${changed}`);
    } catch (thrown) {
      assert.ok(thrown instanceof Problem && thrown.status === 401, `${kind}: ${String(thrown)}`);
      refused++;
    }
  };
  const lane = async (seed: number): Promise<void> => {
    const draw = createDraws(seed);
    for (let i = 0; i < total / 20; i++) await tryOne(draw);
  };
  await Promise.all(Array.from({ length: 20 }, (_, i) => lane(20310507 + i)));

  assert.deepEqual(accepted, []);
  assert.equal(refused, total);
  assert.equal((await reader.read(jws)).claims.sub, 'one');
  assert.equal((await reader.read(other)).claims.sub, 'other');
});
