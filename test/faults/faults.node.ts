import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const afternoons = 1000;

test(`no answer is lost and none counts twice, whatever the network and the device do (${afternoons} afternoons)`, () => {
  // In a process of its own: the test runner follows every promise, and here are millions.
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'test/faults/run.ts', String(afternoons)], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr.slice(0, 5000));
  const { answers, crashes } = JSON.parse(stdout) as { answers: number; crashes: number };
  assert.ok(answers > 4 * afternoons && crashes > afternoons / 2, `These afternoons are too quiet: ${stdout}`);
});
