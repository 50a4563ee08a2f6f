import { expect } from '@esm-bundle/chai';
import { progressOf } from '../../src/backend/run/progress.js';
import type { SessionRecord } from '../../src/backend/run/record.js';
import { knowsAll, knowsNothing, knowsUpTo, smallBackend, walk, type Learner } from '../support/runs.js';
import { pack } from '../support/small-pack.js';

const learners: Readonly<Record<string, Learner>> = {
  'who knows all': knowsAll,
  'who knows nothing': knowsNothing,
  'in the middle': knowsUpTo(2),
};

describe('progress', () => {
  for (const pathway of ['depart', 'porte', 'gestes', 'sondage'])
    for (const [who, learner] of Object.entries(learners))
      it(`never goes back, and reaches the end at the end: ${pathway}, a learner ${who}`, async () => {
        const { opened, receipts } = await walk(smallBackend(), pathway, learner);
        const all = [opened.progress, ...receipts.map(({ progress }) => progress)];
        const fractions = all.map(({ fraction }) => fraction);
        expect(fractions[0]).to.equal(0);
        fractions.slice(1).forEach((fraction, i) => expect(fraction, `step ${i + 1}`).to.be.at.least(fractions[i] ?? 0));
        expect(
          fractions.slice(0, -1).every((fraction) => fraction < 1),
          'not there before the end',
        ).to.equal(true);
        expect(all.at(-1)).to.deep.include({ fraction: 1, minutesLeft: 0 });
      });

  it('counts the questions answered, and always leaves a minute before the end', async () => {
    const { receipts } = await walk(smallBackend(), 'sondage', knowsAll);
    expect(receipts.map(({ progress }) => progress.answered)).to.deep.equal([1, 2, 3, 4, 4]);
    expect(receipts.slice(0, -1).map(({ progress }) => progress.minutesLeft)).to.deep.equal([3, 2, 1, 1]);
  });

  it('makes room for a question more than usual', () => {
    const at = (answered: number): number => {
      const answers = Array.from({ length: answered }, (_, i) => ({
        submission: `${i}`,
        item: `${i}`,
        response: null,
        passed: false,
        seconds: 1,
      }));
      const record: SessionRecord = {
        version: 1,
        id: 's',
        pack: 'small@1.0.0',
        pathway: 'depart',
        seed: 1,
        startedAt: '',
        gate: [],
        answers,
        lessons: [],
        continued: [],
      };
      return progressOf(pack, record, false).fraction;
    };
    const fractions = Array.from({ length: 20 }, (_, answered) => at(answered));
    fractions.slice(1).forEach((fraction, i) => expect(fraction).to.be.within(fractions[i] ?? 0, 0.999));
  });
});
