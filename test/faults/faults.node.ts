import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';

/** In a process of its own: the test runner follows every promise, and here are millions. */
async function inProcess(script: string, ...options: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', `test/faults/${script}.ts`, ...options]);
  return JSON.parse(stdout);
}

async function play(afternoons: number, ...options: readonly string[]): Promise<void> {
  const sum = (await inProcess('run', String(afternoons), ...options)) as Readonly<Record<'answers' | 'pages' | 'refusals', number>>;
  const { answers, pages, refusals } = sum;
  const quiet = answers < 4 * afternoons || pages < afternoons / 2 || refusals === 0;
  assert.ok(!quiet, `These afternoons are too quiet: ${JSON.stringify(sum)}`);
}

// Two at a time, as a small machine can.
describe('no answer is lost and none counts twice, whatever network, device, clocks and service do', { concurrency: 2 }, () => {
  test('a thousand afternoons on the service, two processes taking turns: the first half', () => play(500));
  test('and the second', () => play(500, '501'));
  test('a hundred on the service with a real PostgreSQL', () => play(100, '--postgres'));
  test('two hundred on the service in memory that hosts test with', () => play(200, '--stand-in'));
  test('a bug would be seen, in each kind of afternoon', async () => {
    assert.deepEqual(await inProcess('teeth', '10'), { caught: 4 * 10 * 8 });
  });
});
