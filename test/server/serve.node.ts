import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Schemas } from '../../src/contract/index.js';
import { version } from '../../src/version.js';
import { openPage, pack, settings } from './house.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Running {
  readonly address: string;
  readonly process: ChildProcess;
  readonly lines: string[];
  readonly ended: Promise<number | null>;
}

/** The command, as an operator runs it. */
async function serve(...options: string[]): Promise<Running> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/index.ts', 'serve', '--port', '0', '--pack', pack.folder, ...options],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const { message, address } = JSON.parse(line) as { message: string; address?: string };
      if (message === 'listening' && address) resolve(address);
    });
    void ended.then((status) => reject(new Error(`ended with ${status}: ${errors}`)));
  });
  return { address, process: child, lines, ended };
}

describe('pix-diagnostic serve', () => {
  let folder: string;
  let config: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-serve-'));
    config = join(folder, 'partners.json');
    await writeFile(config, JSON.stringify({ partners: { library: settings.library } }));
  });
  after(() => rm(folder, { recursive: true }));

  const open = async (address: string): Promise<Schemas['OpenedSession']> => {
    const headers = { origin: openPage, 'content-type': 'application/json' };
    const body = JSON.stringify({ partner: 'library', pathway: 'diagnostic-initial' });
    const response = await fetch(`${address}/v1/sessions`, { method: 'POST', headers, body });
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('access-control-allow-origin'), openPage);
    return (await response.json()) as Schemas['OpenedSession'];
  };

  test('serves with one command, and has kept the sessions when it starts again', async () => {
    const options = ['--config', config, '--data', join(folder, 'data')];
    const first = await serve(...options);
    const health = (await (await fetch(`${first.address}/v1/health`)).json()) as Schemas['Health'];
    assert.deepEqual([health.status, health.version, health.packs.length], ['ok', version, 1]);
    const { id, token } = await open(first.address);
    await assert.rejects(serve(...options), /data is in use by the process/);
    const keys = async (address: string): Promise<unknown[]> =>
      ((await (await fetch(`${address}/.well-known/jwks.json`)).json()) as { keys: unknown[] }).keys;
    const published = await keys(first.address);
    first.process.kill('SIGTERM');
    assert.equal(await first.ended, 0);
    const second = await serve(...options, '--rotate-keys');
    const since = await keys(second.address);
    assert.deepEqual([published.length, since.length], [1, 2]);
    assert.deepEqual(since[0], published[0], 'the one before signs until all know the new one');
    const again = await fetch(`${second.address}/v1/sessions/${id}`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(((await again.json()) as Schemas['OpenedSession']).id, id);
    second.process.kill('SIGINT');
    assert.equal(await second.ended, 0);
    for (const line of [...first.lines, ...second.lines]) assert.ok(!line.includes(token) && !line.includes(id), line);
  });

  test('ends the requests that run before it stops, and takes no more', async () => {
    const { address, process, ended } = await serve('--config', config, '--data', join(folder, 'other'));
    const { host, hostname, port } = new URL(address);
    const body = JSON.stringify({ partner: 'library', pathway: 'diagnostic-initial' });
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    const answered = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      `POST /v1/sessions HTTP/1.1\r\nhost: ${host}\r\norigin: ${openPage}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await assert.rejects(fetch(`${address}/v1/health`));
    socket.write(body.slice(5));
    await answered;
    assert.match(answer, /^HTTP\/1\.1 201/);
    assert.equal(await ended, 0);
  });

  test('says what is wrong with its settings, and does not start', async () => {
    const wrong = join(folder, 'wrong.yaml');
    await writeFile(wrong, 'partners:\n  port: { name: Port, origins: [], launch: open, pathways: [nowhere] }\n');
    const data = join(folder, 'data');
    await assert.rejects(
      serve('--config', wrong, '--data', data),
      /ended with 1: The service cannot run: .*wrong\.yaml: partner "port": \/pathways\/0 "nowhere"/,
    );
    await assert.rejects(serve('--config', join(folder, 'none.json'), '--data', data), /none\.json cannot be read/);
    await assert.rejects(serve('--pack', folder, '--data', data), /pack\.json cannot be read/);
    await assert.rejects(serve('--fast'), /ended with 2: .*--fast/);
  });
});
