import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { decodeProtectedHeader } from 'jose';
import { deliverDue } from '../../../src/server/events/deliveries.js';
import type { NewEvent } from '../../../src/server/events/record.js';
import { createPartnerBook } from '../../../src/server/partners.js';
import { eraseExpired } from '../../../src/server/retention.js';
import type { Problem } from '../../../src/server/http/problem.js';
import { openDatabase } from '../../../src/server/database/open.js';
import { startPostgres, type Postgres } from '../../support/postgres.js';
import { createDraws } from '../../verify/mutations.js';
import { openResultsRig, tell, type ResultsRig } from './results-rig.js';
import { openPartnerServer, send } from './partner-server.js';

describe('several processes on one PostgreSQL', () => {
  let postgres: Postgres;
  let rigs: ResultsRig[];
  before(async () => {
    postgres = await startPostgres();
    const url = await postgres.database();
    rigs = await Promise.all([1, 2, 3].map(async () => openResultsRig(await openDatabase({ url }))));
  });
  after(async () => {
    await Promise.all(rigs.map((rig) => rig.close()));
    await postgres.close();
  });

  const newEvent = (session: string, pathway: string) => ({
    partner: 'port',
    type: 'session.finished' as const,
    session,
    data: { session, pathway },
  });
  /** Reads on from where it was; the pathways of the events, which tests use as names. */
  const poller = (rig: ResultsRig, limit: number) => {
    let after: string | undefined;
    return async (): Promise<readonly string[]> => {
      const query = { limit, ...(after !== undefined && { after }) };
      const { events, next } = (await rig.ask('listEvents', rig.server(), { query })).body;
      after = next;
      return events.map(({ data }) => data.pathway);
    };
  };

  test('sign with one key, though all of them began at once', async () => {
    const signed = await Promise.all(rigs.map(({ service }) => service.keys.sign({}, 'test')));
    assert.equal(new Set(signed.map((jws) => decodeProtectedHeader(jws).kid)).size, 1);
    await Promise.all(rigs.map(({ service }) => service.keys.rotate()));
    const published = await Promise.all(rigs.map(({ service }) => service.keys.published()));
    assert.deepEqual(
      published.map((keys) => keys.length),
      [2, 2, 2],
      'the one that signs and the one that will',
    );
  });

  test('leave a partner key to one partner, of several that are written with it at once', async () => {
    const books = rigs.map(({ service }) => createPartnerBook(service.db, service.now));
    for (let round = 0; round < 5; round++) {
      const partnerKeys = [String(round).repeat(64)];
      const written = await Promise.allSettled(
        books.map((book, n) =>
          book.write(`rival-${round}-${n}`, { name: 'A rival', origins: [], launch: 'open', pathways: [], partnerKeys }),
        ),
      );
      assert.deepEqual(written.map((one) => (one.status === 'fulfilled' ? 'kept' : (one.reason as Problem).code)).sort(), [
        'kept',
        'request-invalid',
        'request-invalid',
      ]);
    }
  });

  test('share a result once, whichever is asked', async () => {
    const session = await rigs[0]!.session();
    const receipts = await Promise.all(rigs.map(async (rig) => (await rig.ask('share', rig.learner(session), { path: { session } })).body));
    assert.equal(new Set(receipts.map(({ attestation, sharedAt }) => `${attestation} ${sharedAt}`)).size, 1);
    const told = await rigs[0]!.service.db.selectFrom('events').select('type').where('session_id', '=', session).execute();
    assert.equal(told.filter(({ type }) => type === 'session.shared').length, 1);
  });

  test('show no event before one that is still being written, and hold up no other partner meanwhile', async () => {
    const [one, other] = rigs as [ResultsRig, ResultsRig];
    for (const rig of rigs) await rig.partner('quay');
    const session = await one.session();
    const elsewhere = await one.session({ partner: 'quay' });
    const poll = poller(other, 100);
    while ((await poll()).length);

    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let written = (): void => undefined;
    const begun = new Promise<void>((resolve) => (written = resolve));
    const slow = one.service.db.transaction().execute(async (transaction) => {
      await tell(transaction, newEvent(session, 'slow'));
      written();
      await held;
    });
    await begun;
    const write = (event: NewEvent): Promise<void> => other.service.db.transaction().execute((transaction) => tell(transaction, event));
    const quick = write(newEvent(session, 'quick'));
    await write({ ...newEvent(elsewhere, 'elsewhere'), partner: 'quay' });
    assert.deepEqual(await poll(), []);
    finish();
    await Promise.all([slow, quick]);
    assert.deepEqual(await poll(), ['slow', 'quick']);
    assert.deepEqual(await poll(), []);
  });

  test('give events times in the order of the feed, also to one whose writing began before that of another', async () => {
    const [one, other] = rigs as [ResultsRig, ResultsRig];
    const session = await one.session();
    await one.service.db.transaction().execute(async (early) => {
      await early.selectFrom('sessions').select('id').where('id', '=', session).execute();
      await wait(20);
      await other.service.db.transaction().execute((late) => tell(late, newEvent(session, 'late')));
      await wait(20);
      await tell(early, newEvent(session, 'early'));
    });
    const { events } = (await one.ask('listEvents', one.server(), { query: { limit: 500 } })).body;
    assert.deepEqual(
      events.slice(-2).map(({ data }) => data.pathway),
      ['late', 'early'],
    );
    const times = events.map(({ timestamp }) => timestamp);
    assert.deepEqual(times, times.toSorted());
  });

  test('give no place in the feed to what was not written after all', async () => {
    const rig = rigs[0]!;
    const session = await rig.session();
    const poll = poller(rig, 100);
    while ((await poll()).length);
    const { db } = rig.service;
    const change = db.transaction().execute(async (transaction) => {
      await tell(transaction, newEvent(session, 'never'));
      throw new Error('It changes its mind.');
    });
    await assert.rejects(change, /changes its mind/);
    await db.transaction().execute((transaction) => tell(transaction, newEvent(session, 'then')));
    assert.deepEqual(await poll(), ['then']);
    const { last } = await db.selectFrom('feeds').select('last').where('partner_id', '=', 'port').executeTakeFirstOrThrow();
    const { count } = await db
      .selectFrom('events')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('partner_id', '=', 'port')
      .executeTakeFirstOrThrow();
    assert.equal(last, count, 'each place is that of an event');
  });

  test('lose no event, and tell none twice, to who polls while eight of them write', async () => {
    const rig = rigs[0]!;
    const session = await rig.session();
    const poll = poller(rig, 7);
    while ((await poll()).length);

    const each = 40;
    const write = async (writer: number): Promise<void> => {
      const draw = createDraws(writer);
      const { db } = rigs[writer % rigs.length]!.service;
      for (let i = 0; i < each; i++)
        await db.transaction().execute(async (transaction) => {
          await tell(transaction, newEvent(session, `${writer}-${i}`));
          await wait(draw(12));
        });
    };
    let writing = true;
    const written = Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer))).then(() => (writing = false));
    const heard: string[] = [];
    for (;;) {
      const wasWriting = writing;
      const page = await poll();
      heard.push(...page);
      if (!page.length && !wasWriting) break;
    }
    await written;
    assert.equal(new Set(heard).size, 8 * each);
    assert.equal(heard.length, 8 * each);
  });

  test('deliver each webhook once, whoever takes it', async () => {
    const hook = await openPartnerServer();
    const secret = `whsec_${Buffer.from('thirty-two bytes of some secret!').toString('base64')}`;
    for (const rig of rigs) await rig.partner('port', { webhook: { url: hook.url, secret } });
    for (let i = 0; i < 90; i++) await rigs[i % 3]!.session();
    for (const rig of rigs) rig.later(1000);
    const work = async ({ service }: ResultsRig): Promise<number> => {
      let sum = 0;
      for (let count = 1; count; sum += count) count = await deliverDue(service, send);
      return sum;
    };
    const counts = await Promise.all(rigs.map(work));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      90,
    );
    const ids = hook.received.map(({ headers }) => headers['webhook-id']);
    assert.deepEqual([ids.length, new Set(ids).size], [90, 90]);
    await hook.close();
  });

  test('erase what is old one at a time', async () => {
    for (const rig of rigs) rig.later(181 * 24 * 3600 * 1000);
    const { count } = await rigs[0]!.service.db
      .selectFrom('sessions')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    const erased = await Promise.all(rigs.map(({ service, clock }) => eraseExpired(service, clock)));
    assert.equal(
      erased.reduce((sum, one) => sum + one, 0),
      Number(count),
    );
    assert.ok(Number(count) > 90);
  });
});
