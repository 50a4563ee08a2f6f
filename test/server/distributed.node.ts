import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import { prepared } from '../../src/server/database/prepared.js';
import type { Database, Tables } from '../../src/server/database/schema.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { copied, distributeSql, parts, partOf, reachOf, spread, spreadTables } from '../support/spread.js';
import { adminKey, buildHouse, launchToken, type House } from './house.js';
import { play, twoLevels } from './learner.js';
import { growOld, invite, live, mission, openHost } from './whole-life.js';

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const hosts = [mission, openHost('library'), openHost('quay')];
const ids = hosts.map(({ id }) => id);

/** Sent for all partners together: who is to be told of something. It only reads. */
const maintenance = ['select distinct partner_id from deliveries where state = $1 and next_at <= $2'];
const plain = (sql: string): string => sql.replaceAll('"', '').replace(/\s+/g, ' ').trim();

/** What a statement does one after the other: `with a as (…), b as (…) …`. */
function stepsOf(sql: string): readonly string[] {
  const opening = /^(?:with|,) \w+(?: ?\([^)]*\))? as \(/.exec(sql)?.[0];
  if (opening === undefined) return [sql];
  let depth = 1;
  let end = opening.length;
  for (; depth; end++) depth += { '(': 1, ')': -1 }[sql[end]!] ?? 0;
  return [sql.slice(opening.length, end - 1).trim(), ...stepsOf(sql.slice(end).trim())];
}

describe('On a database that is spread by partner', () => {
  let postgres: Postgres;
  let client: Client;
  let databases: Database[];
  let houses: [House, House];
  /** Every statement, once for each partner that it names. */
  const sent = new Map<string, Statement>();
  let keysBefore: readonly string[];

  const keys = async (): Promise<readonly string[]> => {
    const { rows } = await client.query<{ key: string }>(`
      select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as key from pg_constraint
      where contype in ('p', 'u', 'f', 'c') and conparentid = 0 and conrelid::regclass::text not like '%part%' order by 1`);
    return rows.map(({ key }) => key);
  };

  before(async () => {
    postgres = await startPostgres();
    const url = await postgres.database();
    const open = (): Database =>
      new Kysely<Tables>({
        dialect: new PostgresDialect({ pool: prepared(new Pool({ connectionString: url, max: 10 })) }),
        log: ({ query: { sql, parameters } }) => {
          if (/^(begin|commit|rollback)/.test(sql)) return;
          const named = ids.filter((id) => parameters.includes(id)).join();
          sent.set(`${plain(sql)} of ${named}`, { sql, parameters });
        },
      });
    databases = [open(), open()];
    client = new Client({ connectionString: url });
    await client.connect();

    const [first, second] = databases as [Database, Database];
    const whole = await buildHouse(first);
    await invite(whole, hosts);
    const begun = await mission.begin(whole);
    keysBefore = await keys();
    await spreadTables(client);
    houses = [await buildHouse(first), await buildHouse(second)];
    sent.clear();
    // Who began before goes on.
    await play((n) => houses[n % 2]!, begun, twoLevels);
    for (const host of hosts) await live(houses[0], host);
    assert.ok((await growOld(houses[1])) > 2 * hosts.length);
    const operator = { token: adminKey };
    assert.equal((await houses[0].ask('GET', '/v1/partners', operator)).status, 200);
    assert.equal((await houses[0].ask('GET', '/.well-known/jwks.json')).status, 200);
    await houses[0].service.keys.rotate();
  });
  after(async () => {
    await client.end();
    for (const db of databases) await db.destroy();
    await postgres.close();
  });

  test('all that is asked for a partner is asked of the one place where its rows are', async () => {
    const places = new Map<string, number>();
    for (const id of ids) places.set(id, await partOf(client, id));
    assert.equal(new Set(places.values()).size, hosts.length, `partners in places of their own, of ${parts}`);
    let reaching = 0;
    const everywhere = new Set<string>();
    for (const { sql, parameters } of sent.values()) {
      const { touched, insertsInto } = await reachOf(client, sql, parameters);
      if (!touched.length && !insertsInto.length) continue;
      reaching++;
      const own = ids.filter((id) => parameters.includes(id)).map((id) => places.get(id));
      if (own.length === 1 && touched.every((place) => place === own[0])) continue;
      everywhere.add(plain(sql));
    }
    assert.deepEqual([...everywhere], maintenance);
    assert.ok(reaching > 30 * hosts.length, String(reaching));
  });

  test('nothing is asked that a cluster refuses, or that only one server could answer', () => {
    const refused: readonly (readonly [why: string, what: RegExp])[] = [
      ['locks and numbers of one server', /pg_(try_)?advisory|lock table|pg_current|xid|nextval|ctid/],
      ['functions where a row is met again', /on conflict .*do update set .*\b(now|random|gen_random_uuid|clock_timestamp)\(/],
      ['functions that change within a change', /^(update|delete) .*\b(random|gen_random_uuid|clock_timestamp)\(/],
      ['the time in a choice of a change', /^(update|delete) .*(coalesce\(|case )[^)]*now\(/],
      ['functions of what comes back', /returning [^)]*\w\(/],
      ['rows held in many places', /^(?!.*(partner_id = \$|from partners )).*for update/],
    ];
    const steps = [...sent.values()].flatMap(({ sql }) => stepsOf(plain(sql).toLowerCase()));
    assert.ok(steps.some((step) => /^insert into events .* clock_timestamp\(/.test(step)));
    for (const [why, what] of refused)
      assert.deepEqual(
        steps.filter((step) => what.test(step)),
        [],
        why,
      );
  });

  test('every key of a spread table has the partner in it, and none was lost', async () => {
    assert.deepEqual(await keys(), keysBefore);
    for (const table of spread) {
      const own = keysBefore.filter((key) => key.startsWith(`${table} `) && !key.includes('CHECK'));
      assert.ok(own.some((key) => key.includes('PRIMARY KEY (partner_id')));
      for (const key of own)
        assert.match(key, /(PRIMARY KEY|UNIQUE) \(partner_id|FOREIGN KEY \(partner_id, \w+\) REFERENCES \w+\(partner_id, \w+\)/);
    }
    for (const table of copied)
      assert.deepEqual(
        keysBefore.filter((key) => key.startsWith(`${table} `) && /FOREIGN KEY/.test(key)),
        [],
      );
  });

  test('every table has its place, and the guide says which', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    );
    assert.deepEqual(rows.map(({ name }) => name).sort(), [...spread, ...copied].sort());
    const guide = await readFile('docs/server.md', 'utf8');
    const listed = (word: string): readonly string[] =>
      [...(new RegExp(`^\\| \\*\\*${word}\\*\\*.*$`, 'm').exec(guide)?.[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    assert.deepEqual(listed('spread').toSorted(), ['partner_id', ...spread].sort());
    assert.deepEqual(listed('copied').toSorted(), [...copied].sort());
    assert.match(guide, /distribute\.sql/);
    assert.ok(distributeSql.includes('foreign key'));
  });

  test('a learner who begins twelve times at once, at two processes, begins one session', async () => {
    const opened = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const token = await launchToken({ claims: { sub: 'impatient' } });
        return houses[n % 2]!.ask<{ id: string }>('POST', '/v1/sessions', { token, body: { pathway: 'uc-securite' } });
      }),
    );
    assert.deepEqual(opened.map(({ status }) => status).sort(), [...Array.from({ length: 11 }, () => 200), 201]);
    assert.equal(new Set(opened.map(({ body }) => body.id)).size, 1);
  });
});
