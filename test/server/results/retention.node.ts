import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eraseExpired, startRetention } from '../../../src/server/retention.js';
import { openHouse, refusal, type House } from './house.js';

const day = 24 * 3600 * 1000;

describe('what is kept', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
    await house.partner('brief', { retentionDays: 30 });
  });
  after(() => house.close());
  const read = (session: string, partner = 'port') => refusal(house.ask('readReport', house.server(partner), { path: { session } }));
  const rows = async (table: 'submissions' | 'events' | 'launches'): Promise<number> =>
    (await house.service.db.selectFrom(table).selectAll().execute()).length;

  /** The first round of a service: it knows of none before. */
  const first = async (): Promise<House['service']> => {
    await house.service.db.deleteFrom('rounds').execute();
    return house.service;
  };
  const erase = async (): Promise<number> => eraseExpired(await first(), house.clock);

  test('is erased with all that goes with it, as many days after its last sign of life as the partner says, or 180', async () => {
    const long = await house.session();
    const brief = await house.session({ partner: 'brief' });
    house.later(29 * day);
    const young = await house.session({ partner: 'brief' });
    assert.equal(await erase(), 0);
    house.later(2 * day);
    assert.equal(await erase(), 1);
    assert.equal(await read(brief, 'brief'), 'session-unknown');
    assert.equal(await read(young, 'brief'), 'result-not-shared');
    assert.equal(await read(long), 'result-not-shared');
    house.later(150 * day);
    assert.equal(await erase(), 2);
    assert.deepEqual([await rows('submissions'), await rows('events')], [0, 0]);
  });

  test('has no more use for an event that was told long ago, though its session lives on', async () => {
    const session = await house.session({ partner: 'brief' });
    house.later(31 * day);
    // The database dates events by its own clock, which this test does not move.
    await house.service.db.updateTable('sessions').set({ touched_at: house.service.now() }).where('id', '=', session).execute();
    assert.equal(await erase(), 0);
    assert.equal(await rows('events'), 0);
    assert.equal(await read(session, 'brief'), 'result-not-shared');
  });

  test('forgets launch tokens that nobody could use again', async () => {
    const launch = (jti: string, expiresAt: Date) =>
      house.service.db.insertInto('launches').values({ partner_id: 'port', jti, used_by: null, expires_at: expiresAt }).execute();
    await launch('old', new Date(house.service.now().getTime() - 2 * 3600 * 1000));
    await launch('new', house.service.now());
    await erase();
    const left = await house.service.db.selectFrom('launches').select('jti').execute();
    assert.deepEqual(left, [{ jti: 'new' }]);
  });

  test('is looked after while the service runs', async () => {
    await house.session({ partner: 'brief' });
    house.later(31 * day);
    await startRetention(await first(), house.clock).stop();
    assert.equal(await rows('submissions'), 0);
  });

  test('is not erased by a process whose clock is wrong: the database says what is old', async () => {
    const session = await house.session({ partner: 'brief' });
    house.later(400 * day);
    assert.equal(await eraseExpired(await first()), 0);
    assert.equal(await read(session, 'brief'), 'result-not-shared');
    // A process that lives in the past gives no session an early end.
    house.later(-9000 * day);
    await house.ask('share', house.learner(session, 'brief'), { path: { session } });
    assert.equal(await eraseExpired(await first()), 0);
    assert.equal((await house.ask('readReport', house.server('brief'), { path: { session } })).status, 200);
    house.later(8600 * day);
  });

  test('is looked at once for all processes, not by each of them', async () => {
    await house.session({ partner: 'brief' });
    await erase();
    house.later(31 * day);
    const service = await first();
    await house.service.db
      .insertInto('rounds')
      .values({ name: 'retention', at: new Date(house.service.now().getTime() - 60_000) })
      .execute();
    assert.equal(await eraseExpired(service, house.clock), 0, 'another one did it a minute ago');
    house.later(3600 * 1000);
    assert.ok((await eraseExpired(service, house.clock)) > 0);
  });

  test('waits for the next round when the clock has leapt, be it that of the database', async () => {
    await house.session({ partner: 'brief' });
    const before = await rows('submissions');
    await erase();
    house.later(400 * day);
    assert.equal(await eraseExpired(house.service, house.clock), 0);
    assert.ok((await rows('submissions')) > 0 && before > 0);
    house.later(3600 * 1000);
    assert.ok((await eraseExpired(house.service, house.clock)) > 0, 'the next one says the same');
  });
});
