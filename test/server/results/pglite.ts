import { PGlite, types } from '@electric-sql/pglite';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import { up } from '../../../src/server/database/migrations/0001-first.js';
import type { Database, Tables } from '../../../src/server/database/schema.js';

/** One connection: whoever uses it, the others wait. */
function driverOf(pglite: PGlite): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }): Promise<QueryResult<R>> {
      const { rows, affectedRows = 0 } = await pglite.query<R>(sql, [...parameters]);
      return { rows, numAffectedRows: BigInt(affectedRows) };
    },
    streamQuery: () => {
      throw new Error('not here');
    },
  };
  const run = async (statement: string): Promise<void> => void (await pglite.query(statement));
  let free = Promise.resolve();
  let release = (): void => undefined;
  return {
    init: () => pglite.waitReady,
    async acquireConnection() {
      const turn = free;
      let leave = (): void => undefined;
      free = new Promise((resolve) => (leave = resolve));
      await turn;
      release = leave;
      return connection;
    },
    releaseConnection: () => Promise.resolve(release()),
    beginTransaction: () => run('begin'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    destroy: () => pglite.close(),
  };
}

/** A database in memory with the tables of the service. */
export async function memoryDatabase(): Promise<Database> {
  const pglite = await PGlite.create({ parsers: { [types.INT8]: (text: string) => text } });
  const db = new Kysely<Tables>({
    dialect: {
      createDriver: () => driverOf(pglite),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (inner) => new PostgresIntrospector(inner),
    },
  });
  await up(db);
  return db;
}
