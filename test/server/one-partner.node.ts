import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { PGlite, types } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { pgliteDialect } from '../../src/server/database/pglite-dialect.js';
import type { Database, Tables } from '../../src/server/database/schema.js';
import { deliverDue } from '../../src/server/events/deliveries.js';
import { openHouse, partnerKey, settings, type Asked, type House } from './house.js';
import { finish, open, play, send, submissionFor, twoLevels } from './learner.js';

const ofPartners = /\b(launches|sessions|submissions|events|deliveries)\b/;
const statement = (sql: string): string => sql.replaceAll('"', '').replace(/\s+/g, ' ').trim();
/** Does it give the partner of the rows that it writes, or ask for rows of one partner? */
const namesPartner = (sql: string): boolean =>
  /partner_id = \$\d/.test(sql) || /^(with \w+ as \( )?insert into \w+ \(partner_id\b/.test(sql);

describe('What a request of one partner asks of the database', () => {
  const statements = new Set<string>();
  let db: Database;
  let house: House;
  before(async () => {
    const pglite = await PGlite.create({ parsers: { [types.INT8]: (text: string) => text } });
    db = new Kysely<Tables>({ dialect: pgliteDialect(pglite), log: ({ query }) => void statements.add(statement(query.sql)) });
    house = await openHouse(db);
    const webhook = { url: 'https://mission.example/hook', secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
    await house.service.partners.write('mission', { ...settings.mission, webhook });
  });
  after(() => db.destroy());

  test('is about that partner alone, in every statement, so that partners can live in databases of their own', async () => {
    statements.clear();
    const ask = async (method: string, path: string, asked: Asked): Promise<void> => {
      const { status, body } = await house.ask(method, path, asked);
      assert.ok(status < 300, `${method} ${path}: ${JSON.stringify(body)}`);
    };
    const begun = await open(house);
    const key = randomUUID();
    await send(house, begun, submissionFor(begun.step, 1, twoLevels), key);
    await send(house, begun, submissionFor(begun.step, 1, twoLevels), key);
    const { id, token } = begun;
    await ask('GET', `/v1/sessions/${id}`, { token });
    const { opened, asked } = await play(() => house, await open(house), twoLevels);
    const of = `/v1/sessions/${opened.id}`;
    const own = { token: opened.token };
    await ask('GET', `${of}/answers`, own);
    await ask('GET', `${of}/answers/${asked.at(-1)}`, own);
    await finish(house, opened);
    for (const path of ['result', 'explanation']) await ask('GET', `${of}/${path}`, own);
    await ask('PUT', `${of}/survey`, { ...own, body: { recommend: 9 } });
    await ask('POST', `${of}/attestation`, { ...own, body: {} });
    await ask('POST', `${of}/share`, { ...own, body: {} });
    const sent: string[] = [];
    house.later(1);
    await deliverDue(house.service, (url) =>
      Promise.resolve(void sent.push(url)).then(() => ({ status: 204, headers: new Headers(), body: '' })),
    );
    assert.equal(sent.length, 4);
    const reads = [
      '/v1/events',
      '/v1/sessions',
      '/v1/dead-letters',
      '/v1/campaigns/autumn/summary',
      `${of}/report`,
      `${of}/france-travail`,
    ];
    for (const path of reads) await ask('GET', path, { token: partnerKey });
    await ask('DELETE', '/v1/learners/somebody', { token: partnerKey });
    await ask('DELETE', of, own);

    const about = [...statements].filter((sql) => ofPartners.test(sql));
    assert.ok(about.length > 15, String(about.length));
    // Who is to be told of something: a look at the queue, which changes nothing.
    const queue = 'select distinct partner_id from deliveries where state = $1 and next_at <= $2';
    assert.deepEqual(
      about.filter((sql) => !namesPartner(sql)),
      [queue],
    );
  });
});
