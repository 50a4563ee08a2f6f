import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import type { Database } from '../../src/server/database/schema.js';
import { openDatabase } from '../../src/server/database/open.js';
import { logLines } from '../../src/server/log.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { adminKey, launchToken, openHouse, openPage, page, type House } from './house.js';

let postgres: Postgres;
let db: Database;
let house: House;
const lines: string[] = [];
before(async () => {
  postgres = await startPostgres();
  db = await openDatabase({ url: await postgres.database() });
  house = await openHouse(db, { log: logLines((line) => void lines.push(line)) });
});
after(() => db.destroy());

test('whoever holds a row of one partner, and stands still, keeps nobody else waiting for long', async () => {
  const url = await postgres.database();
  const held = await openDatabase({ url });
  const several = await openHouse(held);
  let learners = 0;
  const begin = async () =>
    several.ask('POST', '/v1/sessions', {
      token: await launchToken({ claims: { sub: `${++learners}` } }),
      body: { pathway: 'uc-securite' },
    });
  assert.equal((await begin()).status, 201);
  const holder = new Client({ connectionString: url });
  await holder.connect();
  await holder.query("begin; update feeds set last = last where partner_id = 'mission'");
  const asked = Array.from({ length: 12 }, begin);
  const since = performance.now();
  const other = await several.ask('POST', '/v1/sessions', { origin: openPage, body: { pathway: 'uc-securite', partner: 'library' } });
  assert.equal(other.status, 201);
  assert.ok(performance.now() - since < 5000, 'another partner waits for a while at most');
  for (const { status, headers } of await Promise.all(asked)) assert.deepEqual([status, headers.get('retry-after')], [503, '2']);
  await holder.query('rollback');
  await holder.end();
  assert.equal((await begin()).status, 201);
  await held.destroy();
});

test('a page reads that the database is away, and when to come back, however long it is away; so does the operator', async () => {
  const asked = { token: await launchToken(), body: { pathway: 'uc-securite' } };
  assert.equal((await house.ask('POST', '/v1/sessions', asked)).status, 201);
  await postgres.close();
  for (const seconds of [3, 60]) {
    house.later(seconds);
    lines.length = 0;
    const { status, body, headers } = await house.ask('POST', '/v1/sessions', { ...asked, token: await launchToken() });
    assert.deepEqual([status, body.code, headers.get('retry-after')], [503, 'unavailable', '2']);
    assert.equal(headers.get('access-control-allow-origin'), page);
    assert.match(headers.get('access-control-expose-headers') ?? '', /Retry-After/);
    const line = lines.map((text) => JSON.parse(text) as Record<string, unknown>).find(({ message }) => message === 'request');
    assert.deepEqual([line?.['operation'], line?.['status']], ['openSession', 503]);
  }
  const metrics = await house.app.request('/metrics', { headers: { authorization: `Bearer ${adminKey}` } });
  assert.match(await metrics.text(), /http_requests\{operation="openSession",status="503"\} 2/);
});
