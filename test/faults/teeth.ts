// Does the judge of the afternoons see a planted bug? node --import tsx test/faults/teeth.ts [how many afternoons of each kind]
import assert from 'node:assert/strict';
import { check, type Evidence } from './evidence.js';
import type { Row } from './home.js';
import { witness } from './invariant.js';
import { realHome } from './real-home.js';
import { scheduleOf, storages } from './schedule.js';

type Plant = (evidence: Evidence, session: string, log: readonly Row[]) => Evidence;

const numbered = (log: readonly Row[]): readonly Row[] => log.map((row, i) => ({ ...row, sequence: i + 1 }));
const withLog = (evidence: Evidence, session: string, log: readonly Row[]): Evidence => ({
  ...evidence,
  logs: new Map([...evidence.logs, [session, numbered(log)]]),
});
const middle = (log: readonly Row[]): number => Math.floor((log.length - 1) / 2);

/** What a service, or a session, that is wrong would leave behind. */
const plants: Readonly<Record<string, Plant>> = {
  'an answer is dropped that was accepted': (evidence, session, log) => withLog(evidence, session, log.toSpliced(middle(log), 1)),
  'an answer is dropped that was never accepted': (evidence, session, log) => {
    const { id } = log[middle(log)]!;
    const { accepted, lost } = evidence.ledger;
    const ledger = { ...evidence.ledger, accepted: new Set(accepted), lost: new Set(lost) };
    ledger.accepted.delete(id);
    ledger.lost.delete(id);
    return withLog({ ...evidence, ledger }, session, log.toSpliced(middle(log), 1));
  },
  'an answer counts twice': (evidence, session, log) => withLog(evidence, session, log.toSpliced(middle(log), 0, log[middle(log)]!)),
  'two answers change places': (evidence, session, log) => {
    const at = middle(log);
    return withLog(evidence, session, log.toSpliced(at, 2, log[at + 1]!, log[at]!));
  },
  'an answer is another than was given': (evidence, session, log) =>
    withLog(evidence, session, log.with(middle(log), { ...log[middle(log)]!, item: 'ANOTHER', response: { selected: ['other'] } })),
  'no answer has an effect': (evidence, session) => withLog(evidence, session, []),
  'the session sends nothing of an answer': (evidence) => ({
    ...evidence,
    ledger: { ...evidence.ledger, given: evidence.ledger.given.map((one, i) => (i ? one : { ...one, id: undefined })) },
  }),
  'the result is another': (evidence) => ({ ...evidence, result: { ...evidence.result, answered: evidence.result.answered + 1 } }),
};

const each = Number(process.argv[2] ?? 10);
const home = await realHome();
let caught = 0;
for (const storage of storages)
  for (let seed = 1, had = 0; had < each; seed++) {
    if (scheduleOf(seed).storage !== storage) continue;
    had++;
    const { evidence } = await witness(home, seed);
    await check(evidence);
    const session = evidence.result.id;
    for (const [what, plant] of Object.entries(plants)) {
      await assert.rejects(
        check(plant(evidence, session, evidence.logs.get(session)!)),
        `"${what}" is not seen where storage ${storage}: ${seed}`,
      );
      caught++;
    }
  }
await home.close();
console.log(JSON.stringify({ caught }));
process.exit(0);
