import assert from 'node:assert/strict';
import { test } from 'node:test';
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
