import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Schemas } from '../../../src/contract/index.js';
import type { Database } from '../../../src/server/database/schema.js';
import { verifyAttestation } from '../../../src/verify/index.js';
import { memoryDatabase } from '../../support/memory-database.js';
import { launchToken, openHouse, partnerKey, type House } from '../house.js';
import { finish, open, play, twoLevels } from '../learner.js';

describe('a result, from the learner’s page to the partner’s server', () => {
  let db: Database;
  let house: House;
  let session: Schemas['OpenedSession'];
  before(async () => {
    db = await memoryDatabase();
    house = await openHouse(db);
    session = await open(house, 'diagnostic-initial', 'L-1');
    await play(() => house, session, twoLevels);
    await finish(house, session);
  });
  after(() => db.destroy());

  const read = <T>(path: string, token: string = partnerKey) => house.ask<T>('GET', path, { token, origin: null });
  const events = async () => (await read<Schemas['EventPage']>('/v1/events')).body.events;

  test('is not heard of before the learner agrees', async () => {
    assert.deepEqual(
      (await events()).map(({ type }) => type),
      ['session.started', 'session.finished'],
    );
    for (const { data } of await events()) assert.deepEqual(Object.keys(data).sort(), ['learner', 'pathway', 'session']);
    for (const path of ['report', 'result', 'badge', 'explanation'])
      assert.equal((await read<Schemas['Problem']>(`/v1/sessions/${session.id}/${path}`)).body.code, 'result-not-shared');
  });

  test('is signed, shared, and verified with the keys that the service publishes', async () => {
    const shared = await house.ask<Schemas['ShareReceipt']>('POST', `/v1/sessions/${session.id}/share`, {
      token: session.token,
      key: randomUUID(),
    });
    assert.equal(shared.status, 200);
    const fetch = async (url: string) => house.app.request(url);
    const issuer = 'https://diagnostic.example';
    const verified = await verifyAttestation(shared.body.attestation, {
      jwksUrl: `${issuer}/.well-known/jwks.json`,
      issuer,
      audience: 'mission',
      fetch,
    });
    const { body } = await read<Schemas['Result']>(`/v1/sessions/${session.id}/result`);
    assert.deepEqual(verified.result, body);
    assert.equal(verified.learner, 'L-1');
    const told = (await events()).at(-1);
    assert.deepEqual([told?.type, told?.data.attestation], ['session.shared', shared.body.attestation]);
  });

  test('is then a report, a badge, a payload and a line of a table, each in its own media type', async () => {
    const types: Record<string, string> = {
      [`/v1/sessions/${session.id}/report`]: 'application/json',
      [`/v1/sessions/${session.id}/badge`]: 'application/vc+jwt',
      [`/v1/sessions/${session.id}/france-travail`]: 'application/json',
      '/v1/exports/results.csv': 'text/csv; charset=utf-8',
      '/v1/sessions': 'application/json',
    };
    for (const [path, type] of Object.entries(types)) {
      const response = await house.app.request(path, { headers: { authorization: `Bearer ${partnerKey}` } });
      assert.deepEqual([path, response.status, response.headers.get('content-type')], [path, 200, type]);
    }
  });

  test('is read by a counsellor with a token of their own, and not by the page of a learner', async () => {
    const counsellor = await launchToken({ claims: { scope: 'report' } });
    const path = `/v1/sessions/${session.id}/report`;
    for (let times = 0; times < 2; times++) assert.equal((await house.ask('GET', path, { token: counsellor })).status, 200);
    assert.notEqual((await house.ask('GET', path, { token: session.token })).status, 200);
  });

  test('is read by a counsellor of one campaign only if it is of that campaign', async () => {
    const counsellor = (campaign: string) => launchToken({ claims: { scope: 'report', campaign } });
    const own = await house.ask('GET', '/v1/campaigns/spring/summary', { token: await counsellor('spring') });
    assert.equal(own.status, 200);
    const other = await house.ask('GET', '/v1/campaigns/autumn/summary', { token: await counsellor('spring') });
    assert.deepEqual([other.status, other.body.code], [403, 'scope-missing']);
    const refused = await house.ask('GET', `/v1/sessions/${session.id}/report`, { token: await counsellor('spring') });
    assert.deepEqual([refused.status, refused.body.code], [404, 'session-unknown']);
  });

  test('has the offers of a page for that page only: nobody hears of them as of the partner’s', async () => {
    const offer = { id: 'x', kind: 'workshop', title: 'Un atelier du soir', url: 'https://evil.example' };
    const { opened } = await play(
      () => house,
      await open(house),
      () => null,
    );
    const { id, token } = opened;
    const finishWith = async (offers: unknown) =>
      (await house.ask<Schemas['Result']>('POST', `/v1/sessions/${id}/finish`, { token, body: { offers } })).body;
    const shown = await finishWith([offer]);
    assert.ok(shown.recommendations.some((one) => one.kind === 'offer' && one.id === 'x'));
    assert.deepEqual(await finishWith([offer]), shown, 'asked again, it is the same');
    const kept = await finishWith([]);
    assert.deepEqual({ ...shown, recommendations: kept.recommendations }, kept);
    const { attestation } = (await house.ask<Schemas['ShareReceipt']>('POST', `/v1/sessions/${id}/share`, { token, key: randomUUID() }))
      .body;
    const [, signed = ''] = attestation.split('.');
    for (const told of [
      Buffer.from(signed, 'base64url').toString(),
      ...(await Promise.all(['report', 'result', 'explanation'].map((path) => read(`/v1/sessions/${id}/${path}`)))).map(({ body }) => body),
      await events(),
      kept,
    ])
      assert.ok(!JSON.stringify(told).includes('evil.example') && !JSON.stringify(told).includes('Un atelier du soir'));
  });

  test('is not sent again to who has it', async () => {
    const path = `/v1/sessions/${session.id}/report`;
    const authorization = `Bearer ${partnerKey}`;
    const first = await house.app.request(path, { headers: { authorization } });
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await house.app.request(path, { headers: { authorization, 'if-none-match': etag } })).status, 304);
  });
});
