// Afternoons in which everything goes wrong, by their numbers: node --import tsx test/faults/run.ts [how many] [from].
import { launchFor } from '../support/http-rig.js';
import { smallService } from '../support/service-rig.js';
import { holds } from './invariant.js';

const [many = 10_000, from = 1] = process.argv.slice(2).map(Number);
/** Afternoons on one service: it remembers all its sessions. */
const each = 100;
let home = { service: smallService(), launchFor };
const sum = { afternoons: 0, answers: 0, crashes: 0, errors: 0, failed: 0 };
for (let seed = from; seed < from + many; seed++) {
  if (sum.afternoons++ % each === 0) home = { service: smallService(), launchFor };
  try {
    const { crashes, errors, given } = await holds(home, seed);
    sum.answers += given.length;
    sum.crashes += crashes;
    sum.errors += errors;
  } catch (thrown) {
    sum.failed++;
    console.error(`Afternoon ${seed} (alone: node --import tsx test/faults/run.ts 1 ${seed}):`, thrown);
  }
}
console.log(JSON.stringify(sum));
process.exit(sum.failed ? 1 : 0);
