import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { logLines } from '../../src/server/log.js';
import { memoryDatabase } from '../support/memory-database.js';
import { launchToken, openHouse } from './house.js';
import { finish, open, play, twoLevels } from './learner.js';

test('the log says what was asked and how long it took; no token, no pseudonym, no answer, no address', async () => {
  const db = await memoryDatabase();
  const lines: string[] = [];
  const house = await openHouse(db, { log: logLines((line) => void lines.push(line)) });
  const opened = await open(house, 'diagnostic-initial', 'a-pseudonym-of-nadia');
  const { token, id } = opened;
  await play(() => house, opened, twoLevels);
  await finish(house, opened);
  const launch = await launchToken({ forged: true });
  await house.ask('POST', '/v1/sessions', { token: launch, body: { pathway: 'diagnostic-initial' } });
  await db.destroy();

  assert.ok(lines.length > 10);
  for (const line of lines) {
    const entry = JSON.parse(line) as Record<string, unknown>;
    assert.deepEqual(
      Object.keys(entry).filter((key) => !['time', 'level', 'message', 'operation', 'status', 'ms'].includes(key)),
      [],
    );
  }
  const all = lines.join('');
  for (const secret of ['a-pseudonym-of-nadia', token, launch, id, '192.0.2.1']) assert.ok(!all.includes(secret), secret);
});

test('the log says where a fault was, and nothing of what the database said about it', async () => {
  const db = await memoryDatabase();
  const lines: string[] = [];
  const house = await openHouse(db, { log: logLines((line) => void lines.push(line)) });
  const ask = async (sub: string) =>
    house.ask('POST', '/v1/sessions', { token: await launchToken({ claims: { sub } }), body: { pathway: 'uc-securite' } });
  for (const [code, status] of [
    ['P0001', 500],
    ['22P02', 400],
  ] as const) {
    // PostgreSQL quotes the value that it stumbles over.
    const quoting = `begin raise exception 'this value: %\n    at %', new.learner, new.learner using errcode = '${code}'; end`;
    await sql`create or replace function stumble() returns trigger language plpgsql as ${sql.lit(quoting)}`.execute(db);
    await sql`create or replace trigger stumble before insert on sessions for each row execute function stumble()`.execute(db);
    lines.length = 0;
    const { status: got, body } = await ask('a-pseudonym-of-nadia');
    assert.equal(got, status);
    assert.ok(!JSON.stringify(body).includes('nadia'));
    const fault = lines.map((line) => JSON.parse(line) as Record<string, string>).find(({ message }) => message !== 'request');
    assert.equal(fault?.['code'], code);
    assert.match(fault['frames'] ?? '', /at .*\.[jt]s/);
    assert.ok(!lines.join('').includes('nadia'), lines.join(''));
  }
  await db.destroy();
});
