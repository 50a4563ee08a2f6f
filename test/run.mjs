// Runs every test of the project: those in the browser, then those in Node. The last line counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestRunner } from '@web/test-runner';

const countTests = (suite) => {
  const own = suite.tests.filter(({ skipped }) => !skipped);
  const passed = own.filter((test) => test.passed).length;
  return suite.suites.map(countTests).reduce((sum, part) => ({ passed: sum.passed + part.passed, failed: sum.failed + part.failed }), {
    passed,
    failed: own.length - passed,
  });
};

async function browserTests() {
  const runner = await startTestRunner({ readCliArgs: false, autoExitProcess: false });
  if (!runner) throw new Error('The browser tests did not start.');
  return new Promise((resolve) => {
    runner.on('finished', () => {
      const sessions = [...runner.sessions.all()];
      const counts = sessions.map(({ testResults, passed }) => {
        const count = testResults ? countTests(testResults) : { passed: 0, failed: 0 };
        // A file that could not be loaded, or threw outside its tests, is one failure.
        return passed || count.failed ? count : { ...count, failed: 1 };
      });
      resolve({ passed: counts.reduce((sum, { passed }) => sum + passed, 0), failed: counts.reduce((sum, { failed }) => sum + failed, 0) });
    });
  });
}

function nodeTests() {
  const files = readdirSync('test', { recursive: true })
    .filter((file) => file.endsWith('.node.ts'))
    .map((file) => join('test', file));
  const folder = mkdtempSync(join(tmpdir(), 'pix-diagnostic-'));
  const report = join(folder, 'report.tap');
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--test',
      '--test-concurrency=1',
      // A file that never ends fails, instead of keeping everybody waiting.
      '--test-timeout=600000',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    { stdio: 'inherit' },
  );
  const tap = readFileSync(report, 'utf8');
  rmSync(folder, { recursive: true });
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: status && !failed ? 1 : failed };
}

const parts = [await browserTests(), nodeTests()];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
