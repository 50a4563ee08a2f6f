import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { logLines } from '../../../src/server/log.js';
import { eraseExpired, startRetention } from '../../../src/server/retention.js';
import { openResultsRig, refusal, type ResultsRig } from './results-rig.js';

const day = 24 * 3600 * 1000;

describe('what is kept', () => {
  let rig: ResultsRig;
  before(async () => {
    rig = await openResultsRig();
    await rig.partner('brief', { retentionDays: 30 });
  });
  after(() => rig.close());
  const read = (session: string, partner = 'port') => refusal(rig.ask('readReport', rig.server(partner), { path: { session } }));
  const rows = async (table: 'submissions' | 'events' | 'launches'): Promise<number> =>
    (await rig.service.db.selectFrom(table).selectAll().execute()).length;

  /** The first round of a service: it knows of none before. */
  const first = async (): Promise<ResultsRig['service']> => {
    await rig.service.db.deleteFrom('rounds').execute();
    return rig.service;
  };
  const erase = async (): Promise<number> => eraseExpired(await first(), rig.clock);

  test('is erased with all that goes with it, as many days after its last sign of life as the partner says, or 180', async () => {
    const long = await rig.session();
    const brief = await rig.session({ partner: 'brief' });
    rig.later(29 * day);
    const young = await rig.session({ partner: 'brief' });
    assert.equal(await erase(), 0);
    rig.later(2 * day);
    assert.equal(await erase(), 1);
    assert.equal(await read(brief, 'brief'), 'session-unknown');
    assert.equal(await read(young, 'brief'), 'result-not-shared');
    assert.equal(await read(long), 'result-not-shared');
    rig.later(150 * day);
    assert.equal(await erase(), 2);
    assert.deepEqual([await rows('submissions'), await rows('events')], [0, 0]);
  });

  test('has no more use for an event that was told long ago, though its session lives on', async () => {
    const session = await rig.session({ partner: 'brief' });
    rig.later(31 * day);
    // The database dates events by its own clock, which this test does not move.
    await rig.service.db.updateTable('sessions').set({ touched_at: rig.service.now() }).where('id', '=', session).execute();
    assert.equal(await erase(), 0);
    assert.equal(await rows('events'), 0);
    assert.equal(await read(session, 'brief'), 'result-not-shared');
  });

  test('forgets launch tokens that nobody could use again', async () => {
    const launch = (jti: string, expiresAt: Date) =>
      rig.service.db.insertInto('launches').values({ partner_id: 'port', jti, used_by: null, expires_at: expiresAt }).execute();
    await launch('old', new Date(rig.service.now().getTime() - 2 * 3600 * 1000));
    await launch('new', rig.service.now());
    await erase();
    const left = await rig.service.db.selectFrom('launches').select('jti').execute();
    assert.deepEqual(left, [{ jti: 'new' }]);
  });

  test('is looked after while the service runs', async () => {
    await rig.session({ partner: 'brief' });
    rig.later(31 * day);
    await startRetention(await first(), rig.clock).stop();
    assert.equal(await rows('submissions'), 0);
  });

  test('is not erased by a process whose clock is wrong: the database says what is old', async () => {
    const session = await rig.session({ partner: 'brief' });
    rig.later(400 * day);
    assert.equal(await eraseExpired(await first()), 0);
    assert.equal(await read(session, 'brief'), 'result-not-shared');
    // A process that lives in the past gives no session an early end.
    rig.later(-9000 * day);
    await rig.ask('share', rig.learner(session, 'brief'), { path: { session } });
    assert.equal(await eraseExpired(await first()), 0);
    assert.equal((await rig.ask('readReport', rig.server('brief'), { path: { session } })).status, 200);
    rig.later(8600 * day);
  });

  test('is erased for all other partners when it cannot be for one', async () => {
    const [stuck, gone] = [await rig.session({ partner: 'brief' }), await rig.session()];
    const { db } = rig.service;
    const refusing = `begin raise exception 'no: %', old.id; end`;
    await sql`create function refuse() returns trigger language plpgsql as ${sql.lit(refusing)}`.execute(db);
    await sql`create trigger refuse before delete on sessions for each row when (old.partner_id = 'brief') execute function refuse()`.execute(
      db,
    );
    rig.later(200 * day);
    const lines: string[] = [];
    const service = { ...(await first()), log: logLines((line) => void lines.push(line)) };
    assert.ok((await eraseExpired(service, rig.clock)) > 0);
    assert.equal(await read(gone), 'session-unknown');
    assert.match(lines.join(''), /"partner":"brief".*"code":"P0001"/);
    assert.ok(!lines.join('').includes(stuck));
    assert.equal(await read(stuck, 'brief'), 'result-not-shared');
    await sql`drop function refuse cascade`.execute(db);
    await erase();
    assert.equal(await read(stuck, 'brief'), 'session-unknown');
  });

  test('is looked at once for all processes, not by each of them', async () => {
    await rig.session({ partner: 'brief' });
    await erase();
    rig.later(31 * day);
    const service = await first();
    await rig.service.db
      .insertInto('rounds')
      .values({ name: 'retention', at: new Date(rig.service.now().getTime() - 60_000) })
      .execute();
    assert.equal(await eraseExpired(service, rig.clock), 0, 'another one did it a minute ago');
    rig.later(3600 * 1000);
    assert.ok((await eraseExpired(service, rig.clock)) > 0);
  });

  test('waits for the next round when the clock has leapt, be it that of the database', async () => {
    await rig.session({ partner: 'brief' });
    const before = await rows('submissions');
    await erase();
    rig.later(400 * day);
    assert.equal(await eraseExpired(rig.service, rig.clock), 0);
    assert.ok((await rows('submissions')) > 0 && before > 0);
    rig.later(3600 * 1000);
    assert.ok((await eraseExpired(rig.service, rig.clock)) > 0, 'the next one says the same');
  });
});
