// How long an answer takes while so many come each second: npm run bench:server [-- --rate 500 --seconds 20 --learners 300 --only PostgreSQL --profile folder]
// Whole sessions are played; the service, the database and the learners share the machine.
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
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
    learners: { type: 'string', default: '300' },
    only: { type: 'string', default: '' },
    // Profiles of the service's processor time are written there.
    profile: { type: 'string' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'pix-diagnostic-bench-'));
const config = join(folder, 'partners.json');
await writeFile(config, JSON.stringify({ partners: { mission: settings.mission } }));

interface Running {
  readonly address: string;
  /** Milliseconds of processor that it has used: its own code, and the system for it. */
  cpu(): Promise<readonly [own: number, system: number]>;
  stop(): Promise<void>;
}

async function serve(url: string | undefined): Promise<Running> {
  const options = ['--port', '0', '--config', config, '--data', join(folder, 'data'), '--pack', 'dist/packs/socle-fr', '--trust-proxy'];
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', values.profile];
  const child: ChildProcess = spawn(process.execPath, [...profiling, 'dist/cli.js', 'serve', ...options], {
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
async function processorOf(pid: number | undefined): Promise<readonly [own: number, system: number]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat ? [10 * Number(fields[11]), 10 * Number(fields[12])] : [NaN, NaN];
}

/** Milliseconds of all cores since the machine began, whoever used them. */
const coresUsed = (): { readonly busy: number; readonly all: number } => {
  const times = cpus().map(({ times }) => times);
  const all = sum(times.flatMap((core) => Object.values(core)));
  return { all, busy: all - sum(times.map(({ idle }) => idle)) };
};
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const budget = { rate: 500, p99: 50 };
const asked = Number(values.rate);

const postgres = await startPostgres();
const places = [
  // It cannot keep up with more: everything waits for one connection.
  { name: 'PGlite, one process', processes: 1, rate: Math.min(asked, 200), url: () => Promise.resolve(undefined) },
  { name: 'PostgreSQL, one process', processes: 1, rate: asked, url: () => postgres.database() },
  { name: 'PostgreSQL, two processes', processes: 2, rate: asked, url: () => postgres.database() },
].filter(({ name }) => name.includes(values.only));

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`.padStart(10);
console.log(`${cpus().length} cores, ${values.learners} sessions at once, ${values.seconds} s\n`);
console.log(
  '                           answers/s       p50       p99       max  sessions  failures  CPU of the service, an answer  cores busy',
);
for (const { name, processes, rate, url } of places) {
  const database = await url();
  const services: Running[] = [];
  for (let i = 0; i < processes; i++) services.push(await serve(database));
  const used = async (): Promise<readonly [own: number, system: number]> => {
    const all = await Promise.all(services.map((service) => service.cpu()));
    return [sum(all.map(([own]) => own)), sum(all.map(([, system]) => system))];
  };
  let [before, cores] = [await used(), coresUsed()];
  const { answers, sessions, failures } = await run(
    {
      addresses: services.map(({ address }) => address),
      learners: Number(values.learners),
      rate,
      seconds: Number(values.seconds),
      launch: (n) => launchToken({ claims: { sub: `learner-${n}` } }),
      origin: page,
    },
    async () => {
      [before, cores] = [await used(), coresUsed()];
    },
  );
  const at = (share: number): number => answers[Math.floor(share * (answers.length - 1))] ?? NaN;
  const [own, system] = (await used()).map((milliseconds, i) => ((milliseconds - before[i]!) / answers.length).toFixed(2));
  const after = coresUsed();
  const busy = (100 * (after.busy - cores.busy)) / (after.all - cores.all);
  const counts = `${String(sessions).padStart(10)}${String(failures.length).padStart(10)}`;
  const times = [at(0.5), at(0.99), at(1)].map(milliseconds).join('');
  console.log(
    `${name.padEnd(28)}${(answers.length / Number(values.seconds)).toFixed(0).padStart(8)}${times}${counts}${`${own} + ${system} ms`.padStart(31)}${busy.toFixed(0).padStart(10)} %`,
  );
  for (const failure of new Set(failures.slice(0, 5))) console.log(`  ${failure.slice(0, 300)}`);
  await Promise.all(services.map((service) => service.stop()));
  if (name === 'PostgreSQL, one process' && asked === budget.rate)
    console.log(
      `  Budget: ${budget.rate} answers a second, 99 % within ${budget.p99} ms: ${!failures.length && at(0.99) <= budget.p99 ? 'met' : 'not met'}`,
    );
}
await postgres.close();
await rm(folder, { recursive: true });
