import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Schemas } from '../../src/contract/index.js';
import { grade } from '../../src/grading/index.js';
import type { Database } from '../../src/server/database/schema.js';
import { memoryDatabase } from '../support/memory-database.js';
import {
  adminKey,
  launchToken,
  openHouse,
  openPage,
  otherPartnerKey,
  pack,
  page,
  partnerKey,
  settings,
  type House,
  type LaunchWish,
} from './house.js';
import { finish, open, play, send, solution, submissionFor, twoLevels } from './learner.js';

type Opened = Schemas['OpenedSession'];
const body = { pathway: 'diagnostic-initial' };

describe('Who calls', () => {
  let db: Database;
  let house: House;
  before(async () => {
    db = await memoryDatabase();
    house = await openHouse(db);
  });
  after(() => db.destroy());

  const openWith = async (wish: LaunchWish, origin: string | null = page) => {
    const token = await launchToken(wish);
    return house.ask<Opened & Schemas['Problem']>('POST', '/v1/sessions', { token, body, origin });
  };
  const codeOf = async (asked: Promise<{ body: unknown }>): Promise<string> => ((await asked).body as Schemas['Problem']).code;

  describe('a launch token', () => {
    test('opens one session, once', async () => {
      const token = await launchToken();
      assert.equal((await house.ask('POST', '/v1/sessions', { token, body })).status, 201);
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { token, body })), 'launch-replayed');
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { token, body, key: randomUUID() })), 'launch-replayed');
    });

    test('opens the same session when the same request comes again', async () => {
      const [token, key] = [await launchToken({ claims: { sub: 'twice' } }), randomUUID()];
      const both = await Promise.all([1, 2].map(() => house.ask<Opened>('POST', '/v1/sessions', { token, body, key })));
      assert.deepEqual(
        both.map(({ status }) => status),
        [201, 201],
      );
      assert.equal(both[0]!.body.id, both[1]!.body.id);
    });

    test('goes on with what the learner had begun, unless it is to begin anew', async () => {
      const first = await open(house, 'diagnostic-initial', 'nadia');
      await send(house, first, submissionFor(first.step, 1, solution));
      const again = (await openWith({ claims: { sub: 'nadia' } })).body;
      assert.deepEqual([again.id, again.resumed, again.taken], [first.id, true, 1]);
      const token = await launchToken({ claims: { sub: 'nadia' } });
      const anew = await house.ask<Opened>('POST', '/v1/sessions', { token, body: { ...body, anew: true } });
      assert.notEqual(anew.body.id, first.id);
      const named = await launchToken({ claims: { sub: 'nadia' } });
      assert.equal(
        (await house.ask<Opened>('POST', '/v1/sessions', { token: named, body: { ...body, session: first.id } })).body.id,
        first.id,
      );
    });

    test('does not open another learner’s session', async () => {
      const { id } = await open(house, 'diagnostic-initial', 'one');
      const token = await launchToken({ claims: { sub: 'two' } });
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { token, body: { ...body, session: id } })), 'session-unknown');
      const again = await launchToken({ claims: { sub: 'two' } });
      assert.equal(await codeOf(house.ask('POST', `/v1/sessions/${id}/token`, { token: again })), 'session-unknown');
    });

    for (const [what, wish, code, origin] of [
      ['that has expired', { issuedAt: Date.now() / 1000 - 400 }, 'token-expired'],
      ['that lives too long', { life: 301 }, 'launch-refused'],
      ['from the future', { issuedAt: Date.now() / 1000 + 60 }, 'launch-refused'],
      ['that somebody else signed', { forged: true }, 'launch-refused'],
      ['of an issuer that nobody knows', { claims: { iss: 'https://elsewhere.example' } }, 'launch-refused'],
      ['without a learner', { claims: { sub: undefined } }, 'launch-refused'],
      ['that names the learner by an e-mail address', { claims: { sub: 'nadia@example.org' } }, 'launch-refused'],
      ['made for another page', { claims: { origin: 'https://evil.example' } }, 'origin-refused'],
      ['without a page', { claims: { origin: undefined } }, 'origin-refused'],
      ['from a page that is not the partner’s', { claims: { origin: openPage } }, 'origin-refused', openPage],
      ['that no page sends', {}, 'origin-refused', null],
      ['for another pathway', { claims: { pathway: 'uc-securite' } }, 'scope-missing'],
      ['for others too', { claims: { aud: ['pix-diagnostic', 'elsewhere'] } }, 'launch-refused'],
      ['for others', { claims: { aud: 'elsewhere' } }, 'launch-refused'],
      ['of a counsellor', { claims: { scope: 'report' } }, 'scope-missing'],
    ] as readonly (readonly [string, LaunchWish, string, (string | null)?])[])
      test(`${what} is refused: ${code}`, async () => {
        assert.equal((await openWith(wish, origin)).body.code, code);
      });

    test('altered in any part is refused', async () => {
      const token = await launchToken();
      const [header = '', payload = '', signature = ''] = token.split('.');
      const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
      for (const altered of [
        `${none}.${payload}.`,
        `${header}.${payload}.`,
        `${header}.${payload}A.${signature}`,
        `${header}.${payload}.${signature.slice(2)}AA`,
      ])
        assert.equal(
          await codeOf(house.ask('POST', '/v1/sessions', { token: altered, body })),
          altered.startsWith(none) || altered.startsWith(header) ? 'launch-refused' : '',
        );
    });
  });

  describe('a session token', () => {
    test('is good for its session only', async () => {
      const [first, second] = [await open(house), await open(house)];
      const { token } = first;
      for (const [method, path, sent] of [
        ['GET', '', undefined],
        ['GET', '/answers', undefined],
        ['GET', '/result', undefined],
        ['GET', '/explanation', undefined],
        ['POST', '/finish', {}],
        ['DELETE', '', undefined],
      ] as const)
        assert.equal(await codeOf(house.ask(method, `/v1/sessions/${second.id}${path}`, { token, body: sent })), 'session-unknown', path);
    });

    test('is read anew each time: what reads it is never told that nothing changed', async () => {
      const opened = await open(house);
      const { status, headers } = await house.ask('GET', `/v1/sessions/${opened.id}`, { ...opened, headers: { 'if-none-match': '"0"' } });
      assert.deepEqual([status, headers.get('etag')], [200, null]);
    });

    test('lives for half an hour, and is renewed by a new launch token of the same learner', async () => {
      const opened = await open(house, 'diagnostic-initial', 'karim');
      const renewing = await launchToken({ claims: { sub: 'karim' } });
      const renewed = await house.ask<Schemas['SessionToken']>('POST', `/v1/sessions/${opened.id}/token`, { token: renewing });
      assert.equal(renewed.status, 200);
      const other = await openHouse(db, { now: () => new Date(Date.now() + 31 * 60_000) });
      assert.equal(await codeOf(other.ask('GET', `/v1/sessions/${opened.id}`, opened)), 'token-expired');
      const read = await house.ask<Opened>('GET', `/v1/sessions/${opened.id}`, opened);
      assert.equal(read.body.token, opened.token, 'reading makes it last no longer');
      assert.equal(await codeOf(house.ask('POST', `/v1/sessions/${opened.id}/token`, { token: renewing })), 'launch-replayed');
    });

    test('of a partner that lets anybody begin lives for seven days', async () => {
      const asked = { body: { ...body, partner: 'library' }, origin: openPage };
      const opened = (await house.ask<Opened>('POST', '/v1/sessions', asked)).body;
      const read = async (days: number): Promise<number> => {
        const then = await openHouse(db, { now: () => new Date(Date.now() + days * 24 * 3_600_000) });
        return (await then.ask('GET', `/v1/sessions/${opened.id}`, { ...opened, origin: openPage })).status;
      };
      assert.deepEqual([await read(6.9), await read(7.1)], [200, 401]);
    });

    test('with one changed character is refused, as is one of another service', async () => {
      const opened = await open(house);
      const { id, token } = opened;
      for (let i = 4; i < token.length; i += 7) {
        const changed = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
        assert.equal(await codeOf(house.ask('GET', `/v1/sessions/${id}`, { token: changed })), 'token-invalid', String(i));
      }
      const elsewhere = await memoryDatabase();
      const foreign = await openHouse(elsewhere);
      assert.equal(await codeOf(foreign.ask('GET', `/v1/sessions/${id}`, { token })), 'token-invalid');
      await elsewhere.destroy();
    });

    test('from a page that is not the partner’s is refused', async () => {
      const opened = await open(house);
      assert.equal(await codeOf(house.ask('GET', `/v1/sessions/${opened.id}`, { ...opened, origin: openPage })), 'origin-refused');
    });
  });

  describe('anybody', () => {
    test('may begin where the partner lets them, from its own pages', async () => {
      const asked = { body: { ...body, partner: 'library' }, origin: openPage };
      const first = await house.ask<Opened>('POST', '/v1/sessions', asked);
      assert.equal(first.status, 201);
      assert.notEqual((await house.ask<Opened>('POST', '/v1/sessions', asked)).body.id, first.body.id);
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { ...asked, origin: page })), 'origin-refused');
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { ...asked, origin: null })), 'origin-refused');
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { body: { ...body, partner: 'mission' } })), 'token-missing');
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { body })), 'token-missing');
      assert.equal(await codeOf(house.ask('POST', '/v1/sessions', { body: { ...body, partner: 'nobody' } })), 'partner-unknown');
    });

    test('is told the pathways of a partner, and not again when nothing changed', async () => {
      const first = await house.ask<Schemas['PathwayList']>('GET', '/v1/pathways?partner=mission');
      assert.deepEqual(
        first.body.pathways.map(({ id }) => id),
        settings.mission.pathways,
      );
      const etag = first.headers.get('etag') ?? '';
      const statusFor = async (known: string): Promise<number> =>
        (await house.ask('GET', '/v1/pathways?partner=mission', { headers: { 'if-none-match': known } })).status;
      // A proxy that compresses makes a tag a weak one.
      for (const known of [etag, `W/${etag}`, `"0" , W/${etag}`, '*']) assert.equal(await statusFor(known), 304, known);
      for (const known of ['"0"', 'W/"0"', `w/${etag}`]) assert.equal(await statusFor(known), 200, known);
    });

    test('reads neither partners nor metrics', async () => {
      assert.equal(await codeOf(house.ask('GET', '/v1/partners/mission')), 'token-missing');
      assert.equal((await house.app.request('/metrics')).status, 401);
      assert.equal((await house.app.request('/metrics', { headers: { authorization: `Bearer ${adminKey}` } })).status, 200);
    });
  });

  describe('a body', () => {
    test('that is too large is not read, whether it says so or not', async () => {
      const opened = await open(house);
      const text = JSON.stringify({ kind: 'answer', response: 'x'.repeat(300_000) });
      const headers = { authorization: `Bearer ${opened.token}`, 'idempotency-key': randomUUID() };
      for (const announced of [{}, { 'content-length': String(text.length) }]) {
        const path = `/v1/sessions/${opened.id}/submissions`;
        const answer = await house.app.request(path, { method: 'POST', headers: { ...headers, ...announced }, body: text });
        assert.equal(((await answer.json()) as Schemas['Problem']).code, 'body-too-large');
      }
    });

    test('with folders inside each other without end holds nobody up', { timeout: 5000 }, async () => {
      const files = [...pack.items.values()].filter(({ task }) => task.type === 'files');
      assert.ok(files.length > 0);
      const entry = (id: string, parent: string) => ({ id, name: id, kind: 'folder' as const, parent });
      const entries = [entry('a', 'b'), entry('b', 'a'), entry('c', 'c')];
      for (const item of files) assert.equal((await grade(item, { entries, opened: [] })).passed, false, item.id);
    });
  });

  describe('a partner key', () => {
    test('reads the result once the learner has shared it, and no other partner’s key does', async () => {
      const { opened } = await play(() => house, await open(house, 'uc-securite'), twoLevels);
      await finish(house, opened);
      const path = `/v1/sessions/${opened.id}/result`;
      assert.equal(await codeOf(house.ask('GET', path, { token: partnerKey })), 'result-not-shared');
      await house.ask('POST', `/v1/sessions/${opened.id}/share`, { token: opened.token });
      assert.equal((await house.ask('GET', path, { token: partnerKey })).status, 200);
      assert.equal((await house.ask('GET', `/v1/sessions/${opened.id}/explanation`, { token: partnerKey })).status, 200);
      assert.equal(await codeOf(house.ask('GET', path, { token: otherPartnerKey })), 'session-unknown');
      assert.equal(await codeOf(house.ask('GET', path, { token: 'pdk_guessed' })), 'token-invalid');
    });
  });

  describe('the operator', () => {
    const webhook = { url: 'https://mission.example/hook', secret: `whsec_${'A'.repeat(32)}` };

    test('reads settings without their secrets', async () => {
      await house.ask('PUT', '/v1/partners/mission', { token: adminKey, body: { ...settings.mission, webhook } });
      const { body: read } = await house.ask<Schemas['Partner']>('GET', '/v1/partners/mission', { token: adminKey });
      assert.deepEqual(read.settings.webhook, { url: webhook.url });
      assert.equal(read.settings.partnerKeys, undefined);
    });

    test('changes settings that nobody changed meanwhile', async () => {
      const { headers } = await house.ask('GET', '/v1/partners/library', { token: adminKey });
      const asked = { token: adminKey, body: settings.library, headers: { 'if-match': headers.get('etag') ?? '' } };
      assert.equal((await house.ask('PUT', '/v1/partners/library', asked)).status, 200);
      assert.equal(await codeOf(house.ask('PUT', '/v1/partners/library', asked)), 'changed-meanwhile');
    });

    test('is told what is wrong with settings, and where', async () => {
      for (const [wrong, at] of [
        [{ ...settings.library, pathways: ['nowhere'] }, 'body/pathways/0'],
        [{ ...settings.library, launch: { issuer: 'x' } }, 'body/launch'],
        [{ ...settings.library, launch: { issuer: 'x', keys: { keys: [{ kty: 'EC', d: 'secret' }] } } }, 'body/launch/keys'],
        [{ ...settings.library, launch: settings.mission.launch }, 'body'],
        [{ ...settings.library, partnerKeys: settings.mission.partnerKeys }, 'body'],
        [{ ...settings.library, origins: ['example.org'] }, 'body/origins/0'],
      ] as const) {
        const { status, body: problem } = await house.ask('PUT', '/v1/partners/library', { token: adminKey, body: wrong });
        assert.deepEqual([status, problem.errors?.[0]?.at], [400, at]);
      }
    });

    test('is known by one key', async () => {
      for (const token of [partnerKey, `${adminKey}x`, 'x'])
        assert.match(await codeOf(house.ask('GET', '/v1/partners/mission', { token })), /^(scope-missing|token-invalid)$/);
    });
  });
});
