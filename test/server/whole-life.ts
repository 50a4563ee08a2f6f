import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import type { Schemas } from '../../src/contract/index.js';
import { deliverDue } from '../../src/server/events/deliveries.js';
import { eraseExpired } from '../../src/server/retention.js';
import { launchToken, page, settings, type Asked, type House } from './house.js';
import { finish, open, play, send, submissionFor, twoLevels } from './learner.js';

type Opened = Schemas['OpenedSession'];

/** A partner, and how its learners begin. */
export interface Host {
  readonly id: string;
  readonly key: string;
  begin(house: House, pathway?: string): Promise<Opened>;
}

const campaign = 'autumn';

/** Learners with launch tokens. */
export const mission: Host = {
  id: 'mission',
  key: 'pdk_mission',
  async begin(house, pathway = 'diagnostic-initial') {
    const token = await launchToken({ claims: { sub: randomUUID(), campaign } });
    return (await house.ask<Opened>('POST', '/v1/sessions', { token, body: { pathway }, key: randomUUID() })).body;
  },
};

/** Anybody on its page. */
export const openHost = (id: string): Host => ({
  id,
  key: `pdk_${id}`,
  async begin(house, pathway = 'diagnostic-initial') {
    const asked = { body: { partner: id, pathway }, origin: page, key: randomUUID() };
    return (await house.ask<Opened>('POST', '/v1/sessions', asked)).body;
  },
});

const webhook = { url: 'https://partner.example/hook', secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };

/** Writes the partners, with a key and a webhook each. */
export async function invite(house: House, hosts: readonly Host[]): Promise<void> {
  for (const { id, key } of hosts) {
    const partnerKeys = [createHash('sha256').update(key).digest('hex')];
    const own = id === 'mission' ? settings.mission : { ...settings.library, origins: [page] };
    await house.service.partners.write(id, { ...own, partnerKeys, webhook });
  }
}

const answers = (house: House, status: number): Promise<number> =>
  deliverDue(house.service, () => Promise.resolve({ status, headers: new Headers(), body: '' }));

/** All that a learner, a partner's servers and the workers of a process ask for, on behalf of one partner. @throws when something is refused. */
export async function live(house: House, { id, key: partnerKey, begin }: Host): Promise<void> {
  const ask = async (method: string, path: string, { body, ...asked }: Asked): Promise<string> => {
    const response = await house.app.request(path, {
      method,
      headers: { authorization: `Bearer ${asked.token}`, 'idempotency-key': randomUUID(), origin: page },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    assert.ok(response.status < 300, `${method} ${path}: ${response.status}`);
    return response.text();
  };
  const byPartner = { token: partnerKey };

  const begun = await begin(house);
  const key = randomUUID();
  await send(house, begun, submissionFor(begun.step, 1, twoLevels), key);
  await send(house, begun, submissionFor(begun.step, 1, twoLevels), key);
  await ask('GET', `/v1/sessions/${begun.id}`, begun);
  if (id === 'mission') {
    const again = await open(house, 'uc-securite', 'comes-again');
    assert.equal((await open(house, 'uc-securite', 'comes-again')).id, again.id);
    await ask('POST', `/v1/sessions/${again.id}/token`, { token: await launchToken({ claims: { sub: 'comes-again' } }) });
  }

  const { opened, asked } = await play(() => house, await begin(house), twoLevels);
  const of = `/v1/sessions/${opened.id}`;
  await ask('GET', `${of}/answers`, opened);
  await ask('GET', `${of}/answers/${asked.at(-1)}`, opened);
  await finish(house, opened);
  for (const path of ['result', 'explanation']) await ask('GET', `${of}/${path}`, opened);
  await ask('PUT', `${of}/survey`, { ...opened, body: { recommend: 9 } });
  await ask('POST', `${of}/attestation`, { ...opened, body: {} });
  await ask('POST', `${of}/share`, { ...opened, body: {} });
  await ask('GET', `${of}/badge`, opened);
  const lesson = await play(() => house, await begin(house, 'uc-securite'), twoLevels);
  await finish(house, lesson.opened);

  // The partner does not answer, then wants no more, then does.
  house.later(1);
  assert.ok((await answers(house, 503)) >= 5);
  house.later(10);
  assert.ok((await answers(house, 410)) >= 5);
  const { deliveries, next } = JSON.parse(await ask('GET', '/v1/dead-letters?limit=2', byPartner)) as Schemas['DeadLetterPage'];
  await ask('GET', `/v1/dead-letters?after=${next}`, byPartner);
  await ask('POST', `/v1/dead-letters/${deliveries[0]!.event.id}/retry`, byPartner);
  house.later(1);
  assert.equal(await answers(house, 204), 1);

  const events = JSON.parse(await ask('GET', '/v1/events?limit=2', byPartner)) as Schemas['EventPage'];
  assert.equal(events.events.length, 2);
  const paths = [
    `/v1/events?after=${events.next}`,
    `/v1/sessions?campaign=${campaign}`,
    '/v1/sessions?limit=1',
    '/v1/exports/results.csv',
    `/v1/exports/results.csv?campaign=${campaign}`,
    `/v1/campaigns/${campaign}/summary`,
    ...['result', 'report', 'explanation', 'france-travail', 'badge'].map((part) => `${of}/${part}`),
  ];
  for (const path of paths) await ask('GET', path, byPartner);
  await ask('DELETE', '/v1/learners/somebody', byPartner);
  await ask('DELETE', `/v1/sessions/${begun.id}`, begun);
}

/** What is old is erased, of all partners, at a first round some months later, and at the next one. @returns how many sessions were. */
export async function growOld({ service }: House): Promise<number> {
  const after = (hours: number) => () => Promise.resolve(new Date(Date.now() + hours * 3_600_000));
  await service.db.deleteFrom('rounds').execute();
  return (await eraseExpired(service, after(200 * 24))) + (await eraseExpired(service, after(200 * 24 + 1)));
}
