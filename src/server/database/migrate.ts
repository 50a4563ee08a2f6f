import { sql } from 'kysely';
import * as first from './migrations/0001-first.js';
import * as queueByPartner from './migrations/0002-queue-by-partner.js';
import * as partnersComeAndGo from './migrations/0003-partners-come-and-go.js';
import type { Database } from './schema.js';

/** In the order in which they are applied; one that was published never changes. */
const migrations = [
  { name: '0001-first', up: first.up },
  { name: '0002-queue-by-partner', up: queueByPartner.up },
  { name: '0003-partners-come-and-go', up: partnersComeAndGo.up },
] as const;

/** Of the lock that lets one process at a time change the tables: any number, always the same. */
const lock = 7_193_402_511;

/** Brings the tables up to date. Several processes may do it at once. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(trx);
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(trx);
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(trx);
    const applied = new Set(rows.map(({ name }) => name));
    for (const { name, up } of migrations) {
      if (applied.has(name)) continue;
      await up(trx);
      await sql`insert into migrations (name) values (${name})`.execute(trx);
    }
  });
}
