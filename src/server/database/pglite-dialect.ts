import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';

/**
 * PGlite is one connection in this process: whoever uses it, the others wait.
 * @param closed called once it is closed.
 */
export const pgliteDialect = (pglite: PGlite, closed?: () => Promise<void>): Dialect => ({
  createDriver: () => driverOf(pglite, closed),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
});

function driverOf(pglite: PGlite, closed?: () => Promise<void>): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affectedRows = 0 } = await pglite.query<R>(sql, [...parameters]);
      return { rows, numAffectedRows: BigInt(affectedRows) };
    },
    streamQuery: () => {
      throw new Error('PGlite reads whole results: select pages of rows instead.');
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
    async destroy() {
      await pglite.close();
      await closed?.();
    },
  };
}
