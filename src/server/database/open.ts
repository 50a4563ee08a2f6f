import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { prepared } from './prepared.js';
import { ownFolder } from './own-folder.js';
import { pgliteDialect } from './pglite-dialect.js';
import type { Database, Tables } from './schema.js';

/** A PostgreSQL by its address (`postgres://…`), or the one in this process, with its data in a folder, or in memory from a dump. */
export type DatabaseSettings =
  { readonly url: string; readonly connections?: number } | { readonly folder: string } | { readonly memory: Blob };

/** Opens a database; it may be empty. `destroy()` closes it. @throws Error when it cannot be reached or read. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if ('url' in settings) {
    const pool = new Pool({
      connectionString: settings.url,
      max: settings.connections ?? 10,
      connectionTimeoutMillis: 5000,
      // Who waits for a row gives its connection back before all are taken; a process that stands still gives its rows back.
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 5000,
      keepAlive: true,
    });
    // A connection that breaks while nobody uses it is replaced at the next use.
    pool.on('error', () => undefined);
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: prepared(pool) }) });
  }
  const leave = 'folder' in settings ? await ownFolder(settings.folder) : undefined;
  const pglite = await PGlite.create({
    ...('folder' in settings ? { dataDir: settings.folder } : { loadDataDir: settings.memory }),
    // As node-postgres gives them.
    parsers: { [types.INT8]: (text: string) => text },
  });
  return new Kysely<Tables>({ dialect: pgliteDialect(pglite, leave) });
}
