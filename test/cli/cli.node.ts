import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = 'test/content/fixture';

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

const run = (...words: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/index.ts', ...words], { cwd: root });
    let out = '';
    let error = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (error += String(chunk)));
    child.on('close', (status) => resolve({ status, out, error }));
  });

describe('pix-diagnostic', () => {
  let folder: string;
  let broken: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-'));
    broken = join(folder, 'broken');
    await cp(join(root, fixture), broken, { recursive: true });
    const file = join(broken, 'subjects', 'ESS.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('only: [clair]', 'only: [claire]'));
  });
  after(() => rm(folder, { recursive: true }));

  test('check counts the items of a sound pack and succeeds', async () => {
    const { status, out } = await run('check', fixture);
    assert.equal(status, 0);
    assert.match(out, /^Items +L1 +all\nESS +7 +7\nAll +7 +7\n2 pathways\n0 errors, 0 warnings\n$/);
  });

  test('check says where, what and what to do, one line for each problem, and fails', async () => {
    const { status, out } = await run('check', broken);
    assert.equal(status, 1);
    assert.ok(
      out.startsWith(
        `${join(broken, 'subjects/ESS.yaml')}:21:76  ESS-1-objet: "claire" is not an option of the task. — Did you mean "clair"?\n`,
      ),
      out,
    );
    assert.match(out, /1 error, 0 warnings\n$/);
  });

  test('compile writes the index and one file for each item', async () => {
    const to = join(folder, 'out');
    const { status, out } = await run('compile', fixture, '--out', to);
    assert.equal(status, 0);
    assert.match(out, /1 subject, 7 items, 2 pathways; 0 errors, 0 warnings\.\n$/);
    assert.deepEqual((await readdir(to)).sort(), ['items', 'pack.json', 'rest.json']);
    assert.equal((await readdir(join(to, 'items'))).length, 7);
  });

  test('compile writes nothing when there are errors', async () => {
    const to = join(folder, 'nothing');
    const { status, error } = await run('compile', broken, '--out', to);
    assert.equal(status, 1);
    assert.match(error, /ESS\.yaml:21:76/);
    assert.match(error, /Nothing written: 1 error, 0 warnings\.\n$/);
    await assert.rejects(readdir(to));
  });

  test('help tells of every command', async () => {
    for (const words of [['--help'], ['help'], ['-h']]) {
      const { status, out } = await run(...words);
      assert.equal(status, 0);
      assert.match(out, /check <folder>[^]*compile <folder> --out <folder>/);
    }
    assert.match((await run('check', '--help')).out, /pix-diagnostic check <folder>/);
    assert.match((await run('compile', '--help')).out, /--out <folder>/);
  });

  test('what cannot be understood is said, with status 2', async () => {
    for (const [words, message] of [
      [['chekc'], /There is no command "chekc"/],
      [['check'], /Name one folder/],
      [['check', 'a', 'b'], /Name one folder/],
      [['check', 'nowhere'], /nowhere is not a folder/],
      [['check', fixture, '--fast'], /--fast/],
      [['compile', fixture], /Say where to write/],
    ] as const) {
      const { status, error } = await run(...words);
      assert.equal(status, 2, error);
      assert.match(error, message);
    }
  });
});
