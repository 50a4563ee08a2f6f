// Answers per second of the service and how long each takes: npm run bench:server [-- --seconds 15 --learners 200 --pause 300 --only PostgreSQL]
// Each learner goes through whole sessions; the service, the database and the learners share the machine.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { launchToken, page, settings } from '../../server/house.js';
import { startPostgres } from '../../support/postgres.js';
import { run } from './load.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    learners: { type: 'string', default: '200' },
    pause: { type: 'string', default: '300' },
    only: { type: 'string', default: '' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-bench-'));
const config = join(folder, 'partners.json');
await writeFile(config, JSON.stringify({ partners: { mission: settings.mission } }));

interface Running {
  readonly address: string;
  /** Milliseconds of processor that it has used. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

async function serve(url: string | undefined): Promise<Running> {
  const options = ['--port', '0', '--trust-proxy', '--config', config, '--data', join(folder, 'data'), '--pack', 'dist/packs/socle-fr'];
  const child: ChildProcess = spawn(process.execPath, ['dist/cli.js', 'serve', ...options], {
    env: { ...process.env, DATABASE_URL: url ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    void ended.then(() => reject(new Error('The service did not start. Build it first: npm run build')));
    createInterface(child.stdout!).on('line', (line) => {
      const found = /"message":"listening","address":"([^"]+)"/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    address,
    cpu: () => processorOf(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What Linux counts, in hundredths of a second; elsewhere, nothing is known. */
async function processorOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat ? 10 * (Number(fields[11]) + Number(fields[12])) : NaN;
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const postgres = await startPostgres();
const places = [
  { name: 'PGlite, one process', processes: 1, url: () => Promise.resolve(undefined) },
  { name: 'PostgreSQL, one process', processes: 1, url: () => postgres.database() },
  { name: 'PostgreSQL, two processes', processes: 2, url: () => postgres.database() },
].filter(({ name }) => name.includes(values.only));

console.log(`${cpus().length} cores, ${values.learners} learners, ${values.pause} ms between answers, ${values.seconds} s\n`);
console.log('                            answers/s    p50      p99      max    sessions  failures  service CPU per answer');
for (const { name, processes, url } of places) {
  const database = await url();
  const services: Running[] = [];
  for (let i = 0; i < processes; i++) services.push(await serve(database));
  const used = async (): Promise<number> => sum(await Promise.all(services.map((service) => service.cpu())));
  const before = await used();
  const { answers, taken, sessions, seconds, failures } = await run({
    addresses: services.map(({ address }) => address),
    learners: Number(values.learners),
    pause: Number(values.pause),
    seconds: Number(values.seconds),
    launch: (n) => launchToken({ claims: { sub: `learner-${n}` } }),
    origin: page,
  });
  const at = (share: number): string => `${(answers[Math.floor(share * (answers.length - 1))] ?? NaN).toFixed(1)} ms`.padStart(9);
  const cpu = ((await used()) - before) / taken;
  const rate = (answers.length / seconds).toFixed(0).padStart(9);
  console.log(
    `${name.padEnd(28)}${rate}${at(0.5)}${at(0.99)}${at(1)}${String(sessions).padStart(10)}${String(failures.length).padStart(10)}${cpu.toFixed(2).padStart(12)} ms`,
  );
  for (const failure of new Set(failures.slice(0, 5))) console.log(`  ${failure.slice(0, 300)}`);
  await Promise.all(services.map((service) => service.stop()));
}
await postgres.close();
await rm(folder, { recursive: true });
