import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql, type KyselyPlugin } from 'kysely';
import { deliverDue, startDeliveries } from '../../../src/server/events/deliveries.js';
import { logLines } from '../../../src/server/log.js';
import type { OutboundFetch } from '../../../src/server/outbound.js';
import { verifyWebhook } from '../../../src/verify/index.js';
import { openResultsRig, refusal, type ResultsRig } from './results-rig.js';
import { openPartnerServer, send, type PartnerServer } from './partner-server.js';

const key = Buffer.from('thirty-two bytes of some secret!');
const secret = `whsec_${key.toString('base64')}`;
const day = 24 * 3600 * 1000;

describe('a webhook', () => {
  let rig: ResultsRig;
  let hook: PartnerServer;
  before(async () => (rig = await openResultsRig()));
  after(() => rig.close());
  beforeEach(async () => {
    hook = await openPartnerServer();
    await rig.partner('port', { webhook: { url: hook.url, secret } });
    await rig.service.db.deleteFrom('sessions').execute();
    rig.later(50);
  });
  afterEach(() => hook.close());

  const due = (by: OutboundFetch = send): Promise<number> => deliverDue(rig.service, by);
  const share = (session: string) => rig.ask('share', rig.learner(session), { path: { session } });
  const deadLetters = async () => (await rig.ask('listDeadLetters', rig.server())).body.deliveries;
  const messages = () => hook.received.map(({ body }) => JSON.parse(body) as { id: string; type: string; data: Record<string, unknown> });

  test('tells each event once, signed, with the result only once shared', async () => {
    const session = await rig.session({ learner: 'L-1' });
    await share(session);
    rig.later(50);
    assert.equal(await due(), 2);
    assert.equal(await due(), 0);
    const [finished, shared] = messages().sort((a, b) => a.type.localeCompare(b.type));
    assert.equal(finished?.type, 'session.finished');
    assert.deepEqual(finished?.data, { session, pathway: 'sondage', learner: 'L-1' });
    assert.equal(shared?.type, 'session.shared');
    assert.ok(shared?.data['result'] && shared.data['attestation']);
    const polled = (await rig.ask('listEvents', rig.server())).body.events;
    assert.deepEqual(new Set(polled.map(({ id }) => id)), new Set(messages().map(({ id }) => id)));
  });

  test('is verified by pix-diagnostic/verify, and by the arithmetic of the specification', async () => {
    await rig.session();
    rig.later(50);
    await due();
    const { headers, body } = hook.received[0]!;
    const verified = await verifyWebhook(body, headers, secret, { now: rig.service.now });
    assert.equal(verified.id, (JSON.parse(body) as { id: string }).id);
    const [id, time] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    assert.equal(headers['webhook-signature'], `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`);
  });

  test('can speak the shape of the public employment service, as things were when it happened', async () => {
    await rig.partner('port', { webhook: { url: hook.url, secret, format: 'france-travail' } });
    const session = await rig.session();
    await share(session);
    rig.later(50);
    await due();
    const told = hook.received.map(({ body }) => JSON.parse(body) as { test: { etat: number; evaluation: number | null } });
    assert.deepEqual(told.map(({ test: { etat, evaluation } }) => [etat, evaluation === null]).sort(), [
      [3, true],
      [4, false],
    ]);
  });

  test('comes again, after longer and longer, and then no more', async () => {
    hook.answer(503);
    const session = await rig.session();
    const waited: number[] = [];
    for (let tries = 0; tries < 20; tries++) {
      const { next_at: next, state } = await rig.service.db.selectFrom('deliveries').select(['next_at', 'state']).executeTakeFirstOrThrow();
      if (state === 'dead') break;
      const until = next.getTime() - rig.service.now().getTime();
      if (tries > 0) {
        waited.push(until);
        rig.later(until - 1000);
        assert.equal(await due(), 0);
      }
      rig.later(1001);
      assert.equal(await due(), 1);
    }
    assert.equal(hook.received.length, waited.length + 1);
    assert.ok(waited[0]! <= 6_100, `first after ${waited[0]} ms`);
    for (let i = 1; i < waited.length; i++) assert.ok(waited[i]! > waited[i - 1]!);
    assert.ok(waited.reduce((sum, one) => sum + one, 0) > 2.4 * day);

    const [letter] = await deadLetters();
    assert.equal(letter?.event.data.session, session);
    assert.equal(letter?.attempts, hook.received.length);
    assert.match(letter?.reason ?? '', /503/);
  });

  test('that was given up goes out again when it is asked for', async () => {
    hook.answer(410);
    await rig.session();
    rig.later(50);
    await due();
    const [letter] = await deadLetters();
    assert.match(letter?.reason ?? '', /410/);
    const event = letter!.event.id;

    hook.answer(204);
    await rig.ask('retryDeadLetter', rig.server(), { path: { event } });
    await rig.ask('retryDeadLetter', rig.server(), { path: { event } });
    assert.deepEqual(await deadLetters(), []);
    assert.equal(await due(), 1);
    assert.equal(hook.received.length, 2);
    assert.equal(hook.received[0]?.body, hook.received[1]?.body);
    assert.equal(await refusal(rig.ask('retryDeadLetter', rig.server(), { path: { event } })), 'route-unknown');
  });

  test('is taken by one of several processes', async () => {
    for (let i = 0; i < 30; i++) await rig.session();
    rig.later(50);
    const counts = await Promise.all([1, 2, 3, 4].map(() => due()));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      30,
    );
    assert.equal(new Set(messages().map(({ id }) => id)).size, 30);
    assert.equal(hook.received.length, 30);
  });

  test('whose process died comes again', async () => {
    await rig.session();
    rig.later(50);
    const dying = startDeliveries(rig.service, { outbound: () => new Promise(() => undefined) });
    await wait(200);
    void dying.stop();
    assert.equal(await due(), 0);
    rig.later(3 * 60_000);
    assert.equal(await due(), 1);
    assert.equal(hook.received.length, 1);
  });

  test('is looked for among all partners once a second, however many there are to send', async () => {
    let looks = 0;
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        // The one question that is not about one partner.
        if (node.kind === 'SelectQueryNode' && node.frontModifiers?.length) looks++;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    for (let i = 0; i < 30; i++) await rig.session();
    rig.later(50);
    const began = performance.now();
    assert.equal(await deliverDue({ ...rig.service, db: rig.service.db.withPlugin(counting) }, send), 30);
    const seconds = (performance.now() - began) / 1000;
    assert.ok(looks >= 2 && looks <= 3 + seconds, `${looks} in ${seconds} s: at the beginning, at the end, and each second`);
  });

  test('goes out though the rows of another partner are away, on a machine that does not answer', async () => {
    const unreachable = await rig.partner('unreachable', { webhook: { url: hook.url, secret } });
    await rig.session({ partner: 'unreachable' });
    await rig.session();
    rig.later(50);
    const away: KyselyPlugin = {
      transformQuery({ node }) {
        const everywhere = node.kind === 'SelectQueryNode' && node.frontModifiers?.length;
        const there = JSON.stringify(node).includes('unreachable');
        if (everywhere || there) throw Object.assign(new Error('s3cret'), { code: 'ECONNREFUSED' });
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const lines: string[] = [];
    const { db, partners } = rig.service;
    const all = async () => [unreachable, await partners.find('port')].map((partner) => ({ ...partner, fromFile: false }));
    const service = {
      ...rig.service,
      db: db.withPlugin(away),
      partners: { ...partners, all },
      log: logLines((line) => void lines.push(line)),
    };
    assert.equal(await deliverDue(service, send), 1);
    assert.match(lines.join(''), /ECONNREFUSED/);
    assert.doesNotMatch(lines.join(''), /s3cret/);
    assert.equal(await due(), 1);
    await db.deleteFrom('sessions').where('partner_id', '=', 'unreachable').execute();
  });

  test('waits for no other partner, though one of them does not answer', async () => {
    const silent = 'https://silent.example/';
    await rig.partner('silence', { webhook: { url: silent, secret } });
    let giveUp = (): void => undefined;
    const patience = new Promise<void>((resolve) => (giveUp = resolve));
    const atOnce: number[] = [];
    let now = 0;
    const outbound: OutboundFetch = async (url, init) => {
      if (url !== silent) return send(url, init);
      atOnce.push(++now);
      await patience;
      now--;
      throw new Error('It did not answer.');
    };
    for (let i = 0; i < 60; i++) await rig.session({ partner: 'silence' });
    rig.later(50);
    const deliveries = startDeliveries(rig.service, { outbound });
    while (atOnce.length < 8) await wait(20);
    for (const round of [1, 2]) {
      await rig.session();
      for (let i = 0; i < 200 && hook.received.length < round; i++) await wait(50);
      assert.equal(hook.received.length, round);
    }
    giveUp();
    while (atOnce.length < 60) await wait(20);
    await deliveries.stop();
    // Several while it was thought to answer, then one after the other.
    assert.deepEqual(atOnce, [1, 2, 3, 4, 5, 6, 7, 8, ...Array.from({ length: 52 }, () => 1)]);
    await rig.service.db.deleteFrom('sessions').where('partner_id', '=', 'silence').execute();
  });

  test('that goes wrong is logged by a code and a place, with nothing of what was said about it', async () => {
    const lines: string[] = [];
    const service = { ...rig.service, log: logLines((line) => void lines.push(line)) };
    const secretive = Object.assign(new Error(`${hook.url}?key=s3cret of Nadia`), { code: 'ECONNRESET' });
    await rig.session();
    rig.later(50);
    await deliverDue(service, () => Promise.reject(secretive));
    assert.match(lines.join(''), /ECONNRESET/);

    // PostgreSQL quotes values.
    const { db } = rig.service;
    const quoting = `begin raise exception 's3cret of Nadia' using errcode = 'P0001'; end`;
    await sql`create function stumble() returns trigger language plpgsql as ${sql.lit(quoting)}`.execute(db);
    await sql`create trigger stumble before update on deliveries for each row when (new.state = 'done') execute function stumble()`.execute(
      db,
    );
    await rig.session();
    rig.later(50);
    await deliverDue(service, send);
    await sql`drop function stumble cascade`.execute(db);
    await sql`alter table deliveries rename to away`.execute(db);
    const deliveries = startDeliveries(service, { outbound: send });
    await wait(100);
    await deliveries.stop();
    await sql`alter table away rename to deliveries`.execute(db);

    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ message }) => message === 'webhooks');
    assert.deepEqual(
      logged.map(({ code }) => code),
      ['P0001', '42P01'],
    );
    for (const { frames } of logged) assert.match(String(frames), /at .*\.[jt]s/);
    assert.doesNotMatch(lines.join(''), /s3cret|Nadia|127\.0\.0\.1/);
  });

  test('goes out by itself while the service runs, and not after it stopped', async () => {
    const deliveries = startDeliveries(rig.service, { outbound: send });
    await rig.session();
    for (let i = 0; i < 100 && !hook.received.length; i++) await wait(50);
    assert.equal(hook.received.length, 1);
    await deliveries.stop();
    await rig.session();
    await wait(1500);
    assert.equal(hook.received.length, 1);
  });

  test('waits for a partner that cannot be reached, and is given up for one that has none any more', async () => {
    const gone = hook.url;
    await hook.close();
    await rig.session();
    rig.later(50);
    await due();
    const { state, reason } = await rig.service.db.selectFrom('deliveries').select(['state', 'reason']).executeTakeFirstOrThrow();
    assert.equal(state, 'waiting');
    assert.ok(reason);
    const known = await rig.partner('port', { webhook: { url: gone, secret } });
    const { webhook: _, ...without } = known.settings;
    await rig.service.db.updateTable('deliveries').set({ next_at: rig.service.now() }).execute();
    const find = () => Promise.resolve({ ...known, settings: without });
    await deliverDue({ ...rig.service, partners: { ...rig.service.partners, find } }, send);
    assert.equal((await deadLetters()).length, 1);
  });
});
