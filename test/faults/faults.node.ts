import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';

/** In a process of its own: the test runner follows every promise, and here are millions. */
function play(afternoons: number, ...options: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/faults/run.ts', String(afternoons), ...options],
    {
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, stderr.slice(0, 5000));
  const { answers, crashes } = JSON.parse(stdout) as { answers: number; crashes: number };
  assert.ok(answers > 4 * afternoons && crashes > afternoons / 2, `These afternoons are too quiet: ${stdout}`);
}

describe('no answer is lost and none counts twice, whatever the network and the device do', () => {
  test('a thousand afternoons on the service, two processes taking turns', () => play(1000));
  test('a hundred on the service with a real PostgreSQL', () => play(100, '--postgres'));
  test('two hundred on the service in memory that hosts test with', () => play(200, '--stand-in'));
});
