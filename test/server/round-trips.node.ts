import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { prepared } from '../../src/server/database/prepared.js';
import type { Tables } from '../../src/server/database/schema.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { openHouse, type House } from './house.js';
import { finish, open, play, twoLevels } from './learner.js';

let postgres: Postgres;
let db: Kysely<Tables>;
let house: House;
/** What was asked of the database, in order: the first word, and the tables that are written. */
let asked: string[] = [];
const what = (sql: string): string =>
  [
    /^\s*(\w+)/.exec(sql)?.[1],
    ...[...sql.matchAll(/\b(?:insert into "?(\w+)|update "?(\w+)"? set)/g)].map(([, added, changed]) => added ?? changed),
  ].join(' ');
const askedFor = async <T>(work: () => Promise<T>): Promise<readonly [T, readonly string[]]> => {
  asked = [];
  const done = await work();
  return [done, asked];
};

before(async () => {
  postgres = await startPostgres();
  const pool = new Pool({ connectionString: await postgres.database() });
  db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: prepared(pool) }),
    log: ({ query: { sql } }) => void asked.push(what(sql)),
  });
  const now = new Date();
  house = await openHouse(db, { now: () => now });
  // The book of partners is read now, and, as no time passes, not again.
  await open(house);
});
after(async () => {
  await db.destroy();
  await postgres.close();
});

test('a launch is six round trips to the database, an answer one, a result one', async () => {
  const [opened, opening] = await askedFor(() => open(house, 'uc-securite'));
  assert.deepEqual(opening, ['begin', 'insert turns', 'insert launches', 'select', 'with sessions feeds events deliveries', 'commit']);
  const [{ receipts }, answers] = await askedFor(() => play(() => house, opened, twoLevels));
  assert.deepEqual(
    answers,
    receipts.map(() => 'with sessions submissions'),
  );
  const [, result] = await askedFor(() => finish(house, opened));
  assert.deepEqual(result, ['with sessions feeds events deliveries']);
});
