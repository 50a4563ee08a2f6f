import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Schemas } from '../../src/contract/index.js';
import type { TaskResponse } from '../../src/model/index.js';
import type { Database } from '../../src/server/database/schema.js';
import { memoryDatabase } from '../support/memory-database.js';
import { launchToken, openHouse, pack, partnerKey, type House } from './house.js';
import { finish, open, play, solution } from './learner.js';

/** Half an emoji, and the one character that PostgreSQL keeps in no text. */
const broken = 'a\u0000b \ud83d';

/** An answer with what a keyboard that cuts emojis in two, or a paste from elsewhere, may leave in it. */
const brokenAnswer = (id: string): TaskResponse => {
  const { type } = pack.items.get(id)!.task;
  if (type === 'text') return { text: broken };
  if (type === 'choice') return { selected: [broken] };
  if (type === 'match') return { groups: { [broken]: broken } };
  return solution(id);
};

describe('What the database cannot keep', () => {
  let db: Database;
  let house: House;
  before(async () => {
    db = await memoryDatabase();
    house = await openHouse(db);
  });
  after(() => db.destroy());

  test('costs a learner no answer: it is kept without it, and the session goes on to its end', async () => {
    const opened = await open(house);
    const { asked } = await play(() => house, opened, brokenAnswer);
    const written = asked.filter((item) => pack.items.get(item)!.task.type !== 'files');
    assert.ok(written.length > 5);
    assert.equal((await finish(house, opened)).status, 200);
    const rows = await db.selectFrom('submissions').select('response').where('session_id', '=', opened.id).execute();
    assert.ok(JSON.stringify(rows).includes('ab \ufffd'));
  });

  for (const [what, claims] of [
    ['a pseudonym', { sub: broken }],
    ['a number of a launch', { jti: broken }],
  ] as const)
    test(`makes no launch: ${what}`, async () => {
      const token = await launchToken({ claims });
      const { status, body } = await house.ask('POST', '/v1/sessions', { token, body: { pathway: 'uc-securite' } });
      assert.deepEqual([status, body.code], [401, 'launch-refused']);
    });

  const cursor = (text: string): string => Buffer.from(text).toString('base64url');
  const nil = '00000000-0000-0000-0000-000000000000';
  for (const [what, method, path] of [
    ['a learner of that name', 'DELETE', '/v1/learners/a%00b'],
    ['a campaign of that name', 'GET', '/v1/campaigns/a%00b/summary'],
    ['a place beyond all transactions', 'GET', `/v1/events?after=${cursor('18446744073709551616 0')}`],
    ['a place beyond all events', 'GET', `/v1/events?after=${cursor('0 9223372036854775808')}`],
    ['a day that no calendar has', 'GET', `/v1/sessions?after=${cursor(`2031-02-30T00:00:00.000Z ${nil}`)}`],
    ['an hour that no clock has', 'GET', `/v1/dead-letters?after=${cursor(`2031-01-01T99:00:00.000Z ${nil}`)}`],
    ['a session that has no such id', 'GET', `/v1/sessions?after=${cursor(`2031-01-01T00:00:00.000Z ${'-'.repeat(36)}`)}`],
  ] as const)
    test(`is refused in an address, with the reason: ${what}`, async () => {
      const { status, body } = await house.ask(method, path, { token: partnerKey });
      assert.deepEqual([status, body.code], [400, 'request-invalid']);
      assert.ok(body.errors?.[0]?.at);
    });

  test('is refused as a key, also where a token is renewed', async () => {
    const opened = await open(house, 'uc-securite', 'karim');
    const token = await launchToken({ claims: { sub: 'karim' } });
    const renew = (key: string) => house.ask<Schemas['Problem']>('POST', `/v1/sessions/${opened.id}/token`, { token, key });
    const refused = await renew('not a UUID');
    assert.deepEqual([refused.status, refused.body.errors?.[0]?.at], [400, 'headers/Idempotency-Key']);
    const key = randomUUID();
    assert.deepEqual([(await renew(key)).status, (await renew(key)).status], [200, 200], 'sent twice, it has the effect of once');
  });
});
