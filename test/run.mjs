// Runs every test of the project: those in the browser, then those in Node. The last line counts them all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startTestRunner } from '@web/test-runner';

const minutes = 60_000;
/** What has not ended by then never will. */
const patience = { browser: 20 * minutes, node: 40 * minutes };
/** How long each file took, in milliseconds. */
const times = {};

const timeOf = ({ tests, suites }) =>
  tests.reduce((sum, { duration = 0 }) => sum + duration, 0) + suites.reduce((sum, suite) => sum + timeOf(suite), 0);

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
  const ended = await Promise.race([
    new Promise((resolve) => runner.on('finished', () => resolve(true))),
    new Promise((resolve) => setTimeout(resolve, patience.browser, false).unref()),
  ]);
  const sessions = [...runner.sessions.all()];
  const counts = sessions.map(({ testFile, testResults, passed }) => {
    const count = testResults ? countTests(testResults) : { passed: 0, failed: 0 };
    if (testResults) times[relative('.', testFile)] = timeOf(testResults);
    // A file that could not be loaded, threw outside its tests or did not end is one failure.
    return passed || count.failed ? count : { ...count, failed: 1 };
  });
  if (!ended) console.error('The browser tests do not end.');
  return { passed: counts.reduce((sum, { passed }) => sum + passed, 0), failed: counts.reduce((sum, { failed }) => sum + failed, 0) };
}

/** Runs a Node process; resolves to its status once it has ended, although what it started holds its output. */
function run(words) {
  // A group of its own, which is ended with it; its output passes through here, so that nothing left over keeps ours open.
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  child.stdout.pipe(process.stdout);
  child.stderr.pipe(process.stderr);
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nothing is left of it.
    }
  };
  const stop = (signal) => (end(), process.exit(signal === 'SIGINT' ? 130 : 143));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const timer = setTimeout(() => (console.error('The tests in Node do not end.'), end()), patience.node);
  return new Promise((resolve) =>
    child.on('exit', (status) => {
      clearTimeout(timer);
      end();
      // What it still has to say is already in the pipe.
      setTimeout(resolve, 200, status ?? 1);
    }),
  );
}

async function nodeTests() {
  const files = readdirSync('test', { recursive: true })
    .filter((file) => file.endsWith('.node.ts'))
    .map((file) => join('test', file));
  const folder = mkdtempSync(join(tmpdir(), 'pix-diagnostic-'));
  const report = join(folder, 'report.json');
  const status = await run([
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=1',
    // A file that never ends fails, instead of keeping everybody waiting.
    `--test-timeout=${10 * minutes}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/support/counts-reporter.mjs',
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
  const written = readFileSync(report, 'utf8');
  rmSync(folder, { recursive: true });
  const { passed, failed, times: took } = written ? JSON.parse(written) : { passed: 0, failed: 1, times: {} };
  for (const [file, time] of Object.entries(took)) times[relative('.', file)] = time;
  return { passed, failed: status && !failed ? 1 : failed };
}

const parts = [await browserTests(), await nodeTests()];
const slowest = Object.entries(times)
  .sort(([, a], [, b]) => b - a)
  .slice(0, 10);
console.log('\nThe slowest files:');
for (const [file, time] of slowest) console.log(`${(time / 1000).toFixed(1).padStart(7)} s  ${file}`);
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
