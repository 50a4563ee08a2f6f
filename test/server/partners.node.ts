import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Schemas } from '../../src/contract/index.js';
import type { PartnerSettings } from '../../src/server/access/caller.js';
import type { Database } from '../../src/server/database/schema.js';
import { loadPartners } from '../../src/server/partner-settings.js';
import { createPartnerBook } from '../../src/server/partners.js';
import { eraseExpired } from '../../src/server/retention.js';
import { memoryDatabase } from '../support/memory-database.js';
import { adminKey, launchToken, openHouse, page, partnerKey, settings, type House } from './house.js';
import { open } from './learner.js';

const list = async (house: House): Promise<Record<string, boolean>> => {
  const { body } = await house.ask<Schemas['PartnerList']>('GET', '/v1/partners', { token: adminKey });
  return Object.fromEntries(body.partners.map(({ id, fromFile }) => [id, fromFile]));
};

describe('A partner that is disabled', () => {
  let db: Database;
  let house: House;
  let session: Schemas['OpenedSession'];
  before(async () => {
    db = await memoryDatabase();
    house = await openHouse(db);
    session = await open(house);
  });
  after(() => db.destroy());

  const disable = (id: string) => house.ask('DELETE', `/v1/partners/${id}`, { token: adminKey });
  /** What each of its tokens is answered. */
  const answers = async (at: House): Promise<readonly number[]> => {
    const launch = await launchToken();
    const asked = [
      at.ask('POST', '/v1/sessions', { token: launch, body: { pathway: 'uc-securite' } }),
      at.ask('GET', `/v1/sessions/${session.id}`, session),
      at.ask('GET', '/v1/sessions', { token: partnerKey }),
      at.ask('GET', '/v1/campaigns/any/summary', { token: await launchToken({ claims: { scope: 'report' } }) }),
    ];
    return (await Promise.all(asked)).map(({ status }) => status);
  };

  test('is listed with the others before, without its secrets', async () => {
    assert.deepEqual(await list(house), { library: false, mission: false, other: false });
    const { body } = await house.ask('GET', '/v1/partners', { token: adminKey });
    assert.ok(!JSON.stringify(body).includes(settings.mission.partnerKeys![0]!));
    assert.equal((await house.ask('GET', '/v1/partners', { token: partnerKey })).status, 403);
  });

  test('is refused at once, and within half a minute by other processes, with whatever token', async () => {
    const other = await openHouse(db);
    assert.deepEqual([...(await answers(house)), ...(await answers(other))], [201, 200, 200, 200, 200, 200, 200, 200]);
    assert.equal((await disable('mission')).status, 204);
    assert.deepEqual(await answers(house), [401, 404, 401, 401]);
    other.later(31);
    assert.deepEqual(await answers(other), [401, 404, 401, 401]);
    assert.deepEqual(await list(house), { library: false, other: false });
    assert.equal((await disable('mission')).body.code, 'partner-unknown');
  });

  test('has its sessions back when it is written again; else they are erased when they are old enough', async () => {
    await house.service.partners.write('mission', settings.mission);
    assert.equal((await house.ask('GET', `/v1/sessions/${session.id}`, session)).status, 200);
    await disable('mission');
    house.later(181 * 24 * 3600);
    await eraseExpired(house.service, () => Promise.resolve(house.service.now()));
    assert.deepEqual(await db.selectFrom('sessions').select('id').execute(), []);
  });

  test('leaves its keys to a partner of another name', async () => {
    await house.service.partners.write('renamed', settings.mission);
    assert.ok('renamed' in (await list(house)));
  });
});

describe('The file of partners', () => {
  let db: Database;
  let folder: string;
  before(async () => {
    db = await memoryDatabase();
    folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-partners-'));
  });
  after(async () => {
    await db.destroy();
    await rm(folder, { recursive: true });
  });

  /** A process starts with this file. */
  const start = async (house: House, partners: Readonly<Record<string, PartnerSettings>>): Promise<void> => {
    const file = join(folder, 'partners.json');
    await writeFile(file, JSON.stringify({ partners }));
    const { shelf } = house.service;
    const book = createPartnerBook(db, house.service.now);
    await loadPartners(file, book, shelf.conductor(shelf.current).pack, { allowPrivateAddresses: false });
  };
  const { library } = settings;
  const quay: PartnerSettings = { ...library, name: 'Le Quai' };

  test('has the last word on those that it names; those that it names no more are out, those of the operator stay', async () => {
    const house = await openHouse(db);
    await start(house, { library, quay });
    assert.deepEqual(await list(house), { library: true, quay: true, mission: false, other: false });
    await start(house, { library });
    assert.deepEqual(await list(house), { library: true, mission: false, other: false });
    await start(house, { library, quay });
    assert.deepEqual(await list(house), { library: true, quay: true, mission: false, other: false });
  });

  test('gives no webhook an address that all can listen to', async () => {
    const house = await openHouse(db);
    const webhook = { url: 'http://quay.example/hook', secret: `whsec_${'A'.repeat(32)}` };
    await assert.rejects(start(house, { library, quay: { ...quay, webhook } }), /quay.*\/webhook\/url is no https address/);
    const { status, body } = await house.ask('PUT', '/v1/partners/quay', { token: adminKey, body: { ...quay, webhook } });
    assert.deepEqual([status, body.errors?.[0]?.at], [400, 'body/webhook/url']);
    const inside = await openHouse(db, { allowPrivateAddresses: true });
    assert.equal((await inside.ask('PUT', '/v1/partners/quay', { token: adminKey, body: { ...quay, webhook }, origin: page })).status, 200);
  });
});
