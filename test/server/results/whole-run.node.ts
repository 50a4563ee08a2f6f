import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Schemas } from '../../../src/contract/index.js';
import type { Database } from '../../../src/server/database/schema.js';
import { deliverDue } from '../../../src/server/events/deliveries.js';
import { verifyAttestation, verifyWebhook } from '../../../src/verify/index.js';
import { memoryDatabase } from '../../support/memory-database.js';
import { openHouse, settings, type House } from '../house.js';
import { finish, open, play, twoLevels } from '../learner.js';
import { openPartnerServer, send, type PartnerServer } from './partner-server.js';

const secret = `whsec_${Buffer.from('thirty-two bytes of some secret!').toString('base64')}`;

describe('a partner’s server, from the beginning of a learner’s run to its end', () => {
  let db: Database;
  let house: House;
  let hook: PartnerServer;
  before(async () => {
    db = await memoryDatabase();
    hook = await openPartnerServer();
    house = await openHouse(db);
    await house.service.partners.write('mission', { ...settings.mission, webhook: { url: hook.url, secret } });
  });
  after(async () => {
    await hook.close();
    await db.destroy();
  });

  /** What came since, as a receiver takes it: verified first, read then. */
  const heard = async (): Promise<readonly Schemas['Event'][]> => {
    house.later(1);
    const before = hook.received.length;
    await deliverDue(house.service, send);
    const messages = hook.received
      .slice(before)
      .map(({ body, headers }) => verifyWebhook(body, headers, secret, { now: house.service.now }));
    return (await Promise.all(messages)).map(({ id, message }) => {
      assert.equal(message['id'], id);
      return message as unknown as Schemas['Event'];
    });
  };

  test('hears a signed webhook when it begins, when it ends and when it is shared, each once and each when it happens', async () => {
    const session = await open(house, 'th-mail', 'L-7');
    const about = { session: session.id, pathway: 'th-mail', learner: 'L-7' };
    assert.deepEqual(
      (await heard()).map(({ type, data }) => ({ type, data })),
      [{ type: 'session.started', data: about }],
    );
    await play(() => house, session, twoLevels);
    assert.deepEqual(await heard(), [], 'nobody hears of an answer');
    await finish(house, session);
    assert.deepEqual(
      (await heard()).map(({ type, data }) => ({ type, data })),
      [{ type: 'session.finished', data: about }],
    );
    await house.ask('POST', `/v1/sessions/${session.id}/share`, { token: session.token, key: randomUUID() });
    const [shared, ...more] = await heard();
    assert.deepEqual([shared?.type, more], ['session.shared', []]);
    const { learner, result } = await verifyAttestation(shared?.data.attestation ?? '', {
      jwksUrl: 'https://diagnostic.example/.well-known/jwks.json',
      issuer: 'https://diagnostic.example',
      audience: 'mission',
      fetch: async (url) => house.app.request(url),
      now: house.service.now,
    });
    assert.deepEqual([learner, result], ['L-7', shared?.data.result]);
  });
});
