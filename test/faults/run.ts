// Afternoons in which everything goes wrong, by their numbers: node --import tsx test/faults/run.ts [how many] [from].
// With --postgres, on a real PostgreSQL. With --stand-in, on the service in memory that ./msw gives to hosts.
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres.js';
import type { Home } from './home.js';
import { holds } from './invariant.js';
import { realHome } from './real-home.js';
import { standInHome } from './stand-in-home.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'stand-in': { type: 'boolean' }, postgres: { type: 'boolean' } },
});
const [many = 10_000, from = 1] = positionals.map(Number);
/** Afternoons on one service: it remembers all its sessions. */
const each = 100;
const postgres = values.postgres ? await startPostgres() : undefined;
const newHome = async (): Promise<Home> => (values['stand-in'] ? standInHome() : realHome(await postgres?.database()));
let home = await newHome();
const sum = { afternoons: 0, answers: 0, pages: 0, mishaps: 0, refusals: 0, failed: 0 };
for (let seed = from; seed < from + many; seed++) {
  if (sum.afternoons > 0 && sum.afternoons % each === 0) {
    await home.close();
    home = await newHome();
  }
  sum.afternoons++;
  try {
    const { pages, mishaps, ledger } = await holds(home, seed);
    sum.answers += ledger.given.length;
    sum.pages += pages;
    sum.mishaps += mishaps;
    sum.refusals += ledger.refusals;
  } catch (thrown) {
    sum.failed++;
    console.error(`Afternoon ${seed} (alone: node --import tsx test/faults/run.ts 1 ${seed}):`, thrown);
  }
}
await home.close();
await postgres?.close();
console.log(JSON.stringify(sum));
process.exit(sum.failed ? 1 : 0);
