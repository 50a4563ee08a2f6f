import { expect } from '@esm-bundle/chai';
import { progressOf } from '../../src/backend/run/progress.js';
import { settingOf } from '../../src/engine/modes.js';
import type { Pack, Pathway, Progress } from '../../src/model/index.js';
import type { SessionRecord } from '../../src/backend/run/record.js';
import { knowsAll, knowsNothing, knowsUpTo, smallBackend, walk, type Learner } from '../support/runs.js';
import { pack } from '../support/small-pack.js';

const learners: Readonly<Record<string, Learner>> = {
  'who knows all': knowsAll,
  'who knows nothing': knowsNothing,
  'in the middle': knowsUpTo(2),
};

/** After so many answers of an evaluation that may ask 22 questions. */
function evaluationAt(answered: number, of: Pack = large): Progress {
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
    pack: 'large@1.0.0',
    pathway: 'depart',
    seed: 1,
    startedAt: '',
    gate: [],
    answers,
    lessons: [],
    continued: [],
  };
  return progressOf(of, record, { kind: 'checkpoint', checkpoint: 'stop' });
}

/** With more items than are asked. */
const large: Pack = {
  ...pack,
  items: pack.items.flatMap((item) => [item, { ...item, id: `${item.id}-again` }]),
  pathways: pack.pathways.map((each) => (each.id === 'depart' ? { ...each, engine: 'standard', maxItems: 22 } : each)),
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
        const questions = receipts.filter(({ step }) => step.kind === 'item').length;
        expect(
          fractions.slice(0, questions).every((fraction) => fraction < 1),
          'not there before the last question',
        ).to.equal(true);
        const review = receipts.find(({ step }) => step.kind === 'checkpoint' && step.checkpoint === 'review');
        if (review) expect(review.progress.fraction, 'at the review nothing more is asked').to.equal(1);
        expect(all.at(-1)).to.deep.include({ fraction: 1, minutesLeft: 0 });
      });

  it('counts the questions answered, and leaves a minute before the last one', async () => {
    const { receipts } = await walk(smallBackend(), 'sondage', knowsAll);
    expect(receipts.map(({ progress }) => progress.answered)).to.deep.equal([1, 2, 3, 4, 4]);
    expect(receipts.slice(0, -1).map(({ progress }) => progress.minutesLeft)).to.deep.equal([3, 2, 1, 0]);
  });

  it('goes on at every question, also for who is asked as many as there may be', () => {
    const fractions = Array.from({ length: 22 }, (_, answered) => evaluationAt(answered));
    fractions.slice(1).forEach(({ fraction }, i) => {
      expect(fraction - (fractions[i]?.fraction ?? 0), `question ${i + 1}`).to.be.above(0.01);
    });
    expect(fractions.map(({ minutesLeft }) => minutesLeft)).to.deep.equal(
      [...fractions.map(({ minutesLeft }) => minutesLeft)].sort((a, b) => b - a),
    );
  });

  it('makes room for a question more than usual', () => {
    const fractions = Array.from({ length: 20 }, (_, answered) => evaluationAt(answered).fraction);
    fractions.slice(1).forEach((fraction, i) => expect(fraction).to.be.within(fractions[i] ?? 0, 0.999));
  });

  it('counts on as many questions at most as the engine asks, whatever the mode', () => {
    for (const engine of ['express', 'standard', 'thorough'] as const) {
      const { maxItems: _, ...evaluation } = large.pathways.find(({ id }) => id === 'depart') ?? {};
      const manyTimes = Array.from({ length: 4 }, (_, n) => large.items.map((item) => ({ ...item, id: `${item.id}/${n}` }))).flat();
      const huge = { ...large, items: manyTimes, pathways: [{ ...evaluation, engine } as Pathway] };
      const left = (answered: number): number => answered / evaluationAt(answered, huge).fraction - answered;
      // What is left shrinks by as much with each answer: where it comes to nothing is the last question there may be.
      expect(4 + left(4) / (left(4) - left(5)), engine).to.be.closeTo(settingOf(engine, false).rule.maxItems, 1e-9);
    }
  });
});
