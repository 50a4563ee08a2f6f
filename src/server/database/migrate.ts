import { sql } from 'kysely';
import * as first from './migrations/0001-first.js';
import * as queueByPartner from './migrations/0002-queue-by-partner.js';
import * as partnersComeAndGo from './migrations/0003-partners-come-and-go.js';
import * as partnerByPartner from './migrations/0004-partner-by-partner.js';
import type { Database } from './schema.js';

/** In the order in which they are applied; one that was published never changes. */
const migrations = [
  { name: '0001-first', up: first.up },
  { name: '0002-queue-by-partner', up: queueByPartner.up },
  { name: '0003-partners-come-and-go', up: partnersComeAndGo.up },
  { name: '0004-partner-by-partner', up: partnerByPartner.up },
] as const;

/** Of the lock that lets one process at a time change the tables: any number, always the same. */
const lock = 7_193_402_511;

async function missing(db: Database): Promise<readonly (typeof migrations)[number][]> {
  const { rows: tables } = await sql<{ known: boolean }>`select to_regclass('migrations') is not null as known`.execute(db);
  if (!tables[0]?.known) return migrations;
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Brings the tables up to date. Several processes may do it at once; where nothing is missing, it only reads. */
export async function migrate(db: Database): Promise<void> {
  if (!(await missing(db)).length) return;
  await db.transaction().execute(async (trx) => {
    // Another process may be at it, for as long as it takes.
    await sql`set local lock_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(trx);
    // Where tables are spread over a cluster, one thing after the other; it means nothing to a single server.
    await sql`set local citus.multi_shard_modify_mode = 'sequential'`.execute(trx);
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(trx);
    for (const { name, up } of await missing(trx)) {
      await up(trx);
      await sql`insert into migrations (name) values (${name})`.execute(trx);
    }
  });
}
