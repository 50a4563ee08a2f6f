import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Schemas } from '../../src/contract/index.js';
import type { Database } from '../../src/server/database/schema.js';
import { createLimiter, networkOf, type Limited } from '../../src/server/limits.js';
import { memoryDatabase } from '../support/memory-database.js';
import { adminKey, launchToken, openHouse, openPage, pack, type House } from './house.js';
import { open, send, submissionFor, twoLevels } from './learner.js';

type Opened = Schemas['OpenedSession'];

/** How many of so many at once are welcome. */
const welcome = (times: number, ask: () => number): number => Array.from({ length: times }, ask).filter((wait) => wait === 0).length;

describe('Limits', () => {
  test('let so many at once, then say how long to wait', () => {
    let now = 0;
    const limiter = createLimiter(() => now);
    const ask = (): number => limiter.wait('stranger', 'a school');
    assert.equal(welcome(100, ask), 60);
    const wait = ask();
    assert.ok(wait > 0 && wait <= 1, String(wait));
    now += wait * 1000;
    assert.equal(ask(), 0);
  });

  test('hold nobody up for what another does, nor for something else', () => {
    const limiter = createLimiter(() => 0);
    welcome(100, () => limiter.wait('stranger', 'one'));
    assert.equal(limiter.wait('stranger', 'another'), 0);
    assert.equal(limiter.wait('request', 'one'), 0);
  });

  test('take a household for one, however many addresses it has', () => {
    assert.equal(networkOf('192.0.2.7'), networkOf('::ffff:192.0.2.7'));
    assert.equal(networkOf('2001:db8:0:1::1'), networkOf('2001:DB8::1:a:b:c:d'));
    assert.notEqual(networkOf('2001:db8:0:1::1'), networkOf('2001:db8:0:2::1'));
    assert.notEqual(networkOf('192.0.2.7'), networkOf('192.0.2.8'));
  });
});

describe('With limits, the service', () => {
  let db: Database;
  before(async () => (db = await memoryDatabase()));
  after(() => db.destroy());

  /** Time stands still, unless it is moved: only so many at once pass. */
  const openStill = async (): Promise<{
    house: House;
    now: () => Date;
    later: (hours: number) => void;
    drain: (what: Limited) => void;
  }> => {
    let at = Date.now();
    const limiter = createLimiter(() => at);
    const house = await openHouse(db, { limiter, now: () => new Date(at) });
    return {
      house,
      now: () => new Date(at),
      later: (hours) => void (at += hours * 3_600_000),
      drain: (what) => {
        while (limiter.wait(what, '192.0.2.1') === 0);
      },
    };
  };
  const get = async ({ app }: House, path: string, token?: string): Promise<number> =>
    (await app.request(path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })).status;

  test('lets thirty learners behind one address begin and answer at once', async () => {
    const { house } = await openStill();
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        assert.equal(await get(house, '/v1/pathways?partner=mission'), 200);
        const opened = await open(house);
        const steps = [opened.step, ...opened.reserve];
        for (const [i, step] of steps.entries())
          assert.equal((await send(house, opened, submissionFor(step, i + 1, twoLevels))).status, 200);
      }),
    );
  });

  test('holds up who guesses tokens, a new one each time', async () => {
    for (const guess of [() => `pds_${randomUUID()}.x`, () => `pdk_${randomUUID()}`, () => randomUUID(), () => 'a.b.c']) {
      const { house } = await openStill();
      const statuses: number[] = [];
      for (let i = 0; i < 102; i++) statuses.push(await get(house, '/metrics', guess()));
      assert.deepEqual([...new Set(statuses)], [401, 429]);
      assert.equal(await get(house, '/metrics', adminKey), 429, 'not even a right guess is looked at');
    }
  });

  test('lets a page without a token ask for one, however often', async () => {
    const { house } = await openStill();
    for (let i = 0; i < 150; i++) assert.equal(await get(house, '/v1/events'), 401);
  });

  test('counts every request of an address, whatever it says of itself', async () => {
    for (const path of ['/v1/openapi.json', '/metrics', '/v1/pathways?partner=library', '/v1/health', '/.well-known/jwks.json']) {
      const { house, drain } = await openStill();
      drain('request');
      assert.equal(await get(house, path, randomUUID()), 429, path);
      const answer = await house.ask('GET', path);
      assert.ok(Number(answer.headers.get('retry-after')) >= 1);
    }
  });

  test('counts the openings of strangers, though they come with a token of their own making', async () => {
    const { house, drain } = await openStill();
    drain('stranger');
    const asked = { body: { partner: 'library', pathway: 'uc-securite' }, origin: openPage };
    assert.equal((await house.ask('POST', '/v1/sessions', asked)).status, 429);
    assert.equal((await house.ask('POST', '/v1/sessions', { ...asked, token: 'junk' })).status, 401);
  });

  test('does not look up partners that nobody knows, one by one', async () => {
    const { house } = await openStill();
    assert.equal(await get(house, '/v1/pathways?partner=mission'), 200);
    await sql`alter table partners rename to away`.execute(db);
    for (let i = 0; i < 20; i++) assert.equal(await get(house, `/v1/pathways?partner=nobody-${i}`), 404);
    await sql`alter table away rename to partners`.execute(db);
  });

  test('shows a learner who begins anew all day a bounded part of its items', async () => {
    const { house, now, later } = await openStill();
    const seen = new Set<string>();
    let [begun, most] = [0, 0];
    for (let hour = 0; hour < 24; hour++) {
      for (let i = 0; i < 12; i++) {
        const token = await launchToken({ claims: { sub: 'scraper' }, issuedAt: now().getTime() / 1000 });
        const body = { pathway: 'diagnostic-initial', anew: true };
        const opened = await house.ask<Opened>('POST', '/v1/sessions', { token, body });
        if (opened.status === 429) {
          assert.ok(Number(opened.headers.get('retry-after')) > 60);
          continue;
        }
        begun++;
        let { step, taken, reserve } = opened.body as Pick<Schemas['Receipt'], 'step' | 'taken' | 'reserve'>;
        const own = new Set(reserve.map(({ item }) => item.id));
        while (step.kind !== 'end') {
          if (step.kind === 'item') own.add(step.item.id);
          const sent = await send(house, opened.body, submissionFor(step, taken + 1, begun % 2 ? twoLevels : () => null));
          ({ step, taken, reserve } = sent.body);
          reserve.forEach(({ item }) => own.add(item.id));
        }
        most = Math.max(most, own.size);
        own.forEach((id) => seen.add(id));
      }
      later(1);
    }
    assert.equal(begun, 10 + 5);
    const share = (number: number): number => number / pack.items.size;
    assert.ok(share(most) < 0.55, `${most} in a session`);
    assert.ok(share(seen.size) < 0.9, `${seen.size} in a day`);
  });
});
