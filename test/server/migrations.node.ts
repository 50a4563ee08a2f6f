import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Schemas } from '../../src/contract/index.js';
import { migrate } from '../../src/server/database/migrate.js';
import * as first from '../../src/server/database/migrations/0001-first.js';
import * as queueByPartner from '../../src/server/database/migrations/0002-queue-by-partner.js';
import * as partnersComeAndGo from '../../src/server/database/migrations/0003-partners-come-and-go.js';
import type { Database } from '../../src/server/database/schema.js';
import { memoryDatabase } from '../support/memory-database.js';
import { openHouse, otherPartnerKey, partnerKey, type House } from './house.js';
import { open } from './learner.js';

describe('A database whose events went by the numbers of transactions', () => {
  let db: Database;
  let house: House;
  /** Written in this order, though their transactions began in another one. */
  const events = [
    { partner: 'mission', transaction: 812, name: 'third' },
    { partner: 'other', transaction: 811, name: 'elsewhere' },
    { partner: 'mission', transaction: 807, name: 'first' },
    { partner: 'mission', transaction: 807, name: 'second' },
  ];
  before(async () => {
    db = await memoryDatabase();
    for (const { up } of [first, queueByPartner, partnersComeAndGo]) await up(db);
    await sql`create table migrations (name text primary key, applied_at timestamptz not null default now())`.execute(db);
    await sql`insert into migrations (name) values ('0001-first'), ('0002-queue-by-partner'), ('0003-partners-come-and-go')`.execute(db);
    for (const { partner, transaction, name } of events) {
      const [session, event] = [randomUUID(), randomUUID()];
      await sql`
        insert into sessions (partner_id, id, pathway, pack, record, started_at, touched_at)
        values (${partner}, ${session}, ${name}, 'a pack', '{}', now(), now())`.execute(db);
      await sql`
        insert into events (partner_id, id, transaction, type, session_id, data)
        values (${partner}, ${event}, ${String(transaction)}::xid8, 'session.started', ${session},
          ${JSON.stringify({ session, pathway: name })})`.execute(db);
      await sql`insert into deliveries (partner_id, event_id) values (${partner}, ${event})`.execute(db);
    }
    house = await openHouse(db);
  });
  after(() => db.destroy());

  const hear = async (token: string, after?: string) => {
    const path = `/v1/events${after === undefined ? '' : `?after=${after}`}`;
    const { body } = await house.ask<Schemas['EventPage']>('GET', path, { token });
    return { names: body.events.map(({ data }) => data.pathway), next: body.next };
  };

  test('tells them in the order in which it told them before, and what comes new after them', async () => {
    const { names, next } = await hear(partnerKey);
    assert.deepEqual(names, ['first', 'second', 'third']);
    assert.deepEqual((await hear(otherPartnerKey)).names, ['elsewhere']);
    await open(house, 'th-mail');
    assert.deepEqual((await hear(partnerKey, next)).names, ['th-mail']);
  });

  test('refuses a place that it gave before, so that a poller begins again, and misses nothing', async () => {
    const before = Buffer.from('807 3').toString('base64url');
    const { status, body } = await house.ask('GET', `/v1/events?after=${before}`, { token: partnerKey });
    assert.deepEqual([status, body.code, body.errors?.[0]?.at], [400, 'request-invalid', 'query/after']);
  });

  test('is changed once, and then only looked at', async () => {
    const tables = () => sql`select relname, oid from pg_class where relkind = 'r' order by oid`.execute(db);
    const { rows } = await tables();
    await migrate(db);
    assert.deepEqual((await tables()).rows, rows);
  });
});

test('Events of a restored backup come after all that pollers heard since, once the feeds are moved on', async () => {
  const db = await memoryDatabase();
  const house = await openHouse(db);
  const names = async (after?: string) => {
    const path = `/v1/events${after === undefined ? '' : `?after=${after}`}`;
    const { body } = await house.ask<Schemas['EventPage']>('GET', path, { token: partnerKey });
    return { names: body.events.map(({ data }) => data.pathway), next: body.next };
  };
  await open(house, 'th-mail');
  const saved = await db.selectFrom('feeds').selectAll().executeTakeFirstOrThrow();
  await open(house, 'abc-diag');
  const heard = await names();
  assert.deepEqual(heard.names, ['th-mail', 'abc-diag']);

  await db.deleteFrom('sessions').where('pathway', '=', 'abc-diag').execute();
  await db.updateTable('feeds').set(saved).execute();
  // As docs/server.md says.
  await sql`update feeds set last = last + 1000000`.execute(db);
  await open(house, 'uc-securite');
  assert.deepEqual((await names(heard.next)).names, ['uc-securite']);
  await db.destroy();
});

test('A place that a restored backup has not reached is refused, so that a poller begins again, and none other is', async () => {
  const db = await memoryDatabase();
  const house = await openHouse(db);
  const poll = (after: string) => house.ask<Schemas['EventPage'] & Schemas['Problem']>('GET', `/v1/events${after}`, { token: partnerKey });
  const { next: start } = (await poll('')).body;
  assert.equal((await poll(`?after=${start}`)).status, 200, 'nothing has happened yet');
  await open(house, 'th-mail');
  const saved = await db.selectFrom('feeds').selectAll().executeTakeFirstOrThrow();
  await open(house, 'abc-diag');
  const { next } = (await poll('')).body;

  await db.deleteFrom('sessions').execute();
  assert.equal((await poll(`?after=${next}`)).status, 200, 'what was erased since had its place');
  await db.updateTable('feeds').set(saved).execute();
  const { status, body } = await poll(`?after=${next}`);
  assert.deepEqual([status, body.code, body.errors?.[0]?.at], [400, 'request-invalid', 'query/after']);
  await db.destroy();
});

test('What goes with a row that is erased is found by an index', async () => {
  const db = await memoryDatabase();
  await migrate(db);
  const { rows } = await sql<{ key: string; indexed: boolean }>`
    select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as key, exists (
      select from pg_index where indrelid = conrelid and indpred is null and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey) as indexed
    from pg_constraint where contype = 'f' and confdeltype = 'c'`.execute(db);
  await db.destroy();
  assert.equal(rows.length, 3);
  assert.deepEqual(
    rows.filter(({ indexed }) => !indexed),
    [],
  );
});
