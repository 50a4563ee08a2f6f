import { expect } from '@esm-bundle/chai';
import type { DiagnosticError, Receipt, Step } from '../../src/model/index.js';
import { answerTo, goOn, isItem, itemOf, live, smallBackend } from '../support/runs.js';
import { right, wrong } from '../support/small-pack.js';

const checkpointOf = (step: Step): string => (step.kind === 'checkpoint' ? step.checkpoint : step.kind);

/** Answers one after the other; the last receipt. */
async function answerAll(
  backend: ReturnType<typeof smallBackend>,
  id: string,
  answers: readonly (readonly [string, typeof right | null])[],
): Promise<Receipt> {
  let receipt: Receipt | undefined;
  for (const [item, response] of answers) receipt = await backend.answer(id, answerTo(item, response), live);
  if (!receipt) throw new Error('no answer');
  return receipt;
}

describe('the entry gate', () => {
  it('is announced, and its items are numbered apart', async () => {
    const { pathway, step } = await smallBackend().open({ pathway: 'porte' }, live);
    expect(pathway.gate).to.equal(true);
    expect(step).to.deep.include({ kind: 'item', phase: 'gate', number: 1 });
  });

  it('passed, leads to the first question, number one', async () => {
    const backend = smallBackend();
    const { id } = await backend.open({ pathway: 'porte' }, live);
    const { step, progress } = await answerAll(backend, id, [
      ['GST-1-a', right],
      ['GST-1-b', null],
      ['GST-1-c', right],
    ]);
    expect(step).to.deep.include({ phase: 'main', number: 1 });
    expect(itemOf(step)).to.match(/^(MEL|NAV|SEC)/);
    expect(progress.answered, 'the gate does not count').to.equal(0);
  });

  const failed = async (): Promise<{ backend: ReturnType<typeof smallBackend>; id: string; step: Step }> => {
    const backend = smallBackend();
    const { id } = await backend.open({ pathway: 'porte' }, live);
    const { step } = await answerAll(backend, id, [
      ['GST-1-a', null],
      ['GST-1-b', wrong],
    ]);
    return { backend, id, step };
  };

  it('missed, proposes a gentler pathway by its name', async () => {
    const { step } = await failed();
    expect(step).to.deep.equal({
      kind: 'checkpoint',
      checkpoint: 'route',
      pathway: { id: 'gestes', title: 'Parcours gestes', summary: 'Résumé de gestes.' },
    });
  });

  it('accepted, leads there, with its lessons and its feedback', async () => {
    const { backend, id } = await failed();
    expect((await backend.answer(id, goOn(true), live)).step).to.deep.include({ kind: 'lesson', id: 'lecon-mel' });
    await backend.answer(id, goOn(), live);
    expect((await backend.answer(id, answerTo('MEL-1-a', right), live)).feedback?.grade.passed).to.equal(true);
  });

  it('declined, lets the learner take the diagnostic, and does not ask again', async () => {
    const { backend, id } = await failed();
    const { step } = await backend.answer(id, goOn(false), live);
    expect(step).to.deep.include({ kind: 'item', phase: 'main', number: 1 });
    const { step: second } = await backend.answer(id, answerTo(itemOf(step), wrong), live);
    expect(second).to.deep.include({ kind: 'item', number: 2 });
  });

  it('is not forgotten by a reload', async () => {
    const { backend, id } = await failed();
    const { resume } = await backend.answer(id, goOn(true), live);
    const { step, resumed } = await smallBackend().open({ pathway: 'porte', resume }, live);
    expect([resumed, step.kind]).to.deep.equal([true, 'lesson']);
  });
});

describe('the offer to stop', () => {
  const tired = async (accept: boolean): Promise<Step> => {
    const backend = smallBackend();
    const { id } = await backend.open({ pathway: 'sondage' }, live);
    const offered = await answerAll(backend, id, [
      ['MEL-1-a', null],
      ['NAV-1-a', null],
    ]);
    expect(checkpointOf(offered.step)).to.equal('stop');
    return (await backend.answer(id, goOn(accept), live)).step;
  };

  it('accepted, leads to the review', async () => expect(checkpointOf(await tired(true))).to.equal('review'));
  it('declined, leads to the next question', async () => expect(itemOf(await tired(false))).to.equal('SEC-1-a'));
});

describe('learning', () => {
  const begun = async (): Promise<{ backend: ReturnType<typeof smallBackend>; id: string; step: Step }> => {
    const backend = smallBackend();
    const { id, step } = await backend.open({ pathway: 'gestes' }, live);
    expect(step).to.deep.equal({
      kind: 'lesson',
      id: 'lecon-mel',
      title: 'L’e-mail en bref',
      body: [['p', 'Un objet, un bonjour, une signature.']],
    });
    return { backend, id, step: (await backend.answer(id, goOn(), live)).step };
  };

  it('gives a hint with each question', async () => {
    const { step } = await begun();
    expect(isItem(step) && step.item.hint).to.equal('Un conseil pour MEL-1-a.');
  });

  it('says what each answer was worth, why, and what a right one is', async () => {
    const { backend, id } = await begun();
    const { feedback, step } = await backend.answer(id, answerTo('MEL-1-a', wrong), live);
    expect(feedback).to.deep.equal({
      grade: { criteria: [{ id: 'only', met: false }], score: 0, passed: false },
      criteria: [{ label: 'La bonne réponse', met: false }],
      explanation: 'Ce qu’il fallait voir en MEL-1-a.',
      solution: right,
    });
    expect(itemOf(step), 'and what comes after').to.equal('MEL-1-b');
  });

  it('lets one try again: the new answer takes the place of the first', async () => {
    const { backend, id } = await begun();
    await backend.answer(id, answerTo('MEL-1-a', wrong), live);
    const { feedback, progress } = await backend.answer(id, answerTo('MEL-1-a', right), live);
    expect([feedback?.grade.passed, progress.answered]).to.deep.equal([true, 1]);
    await answerAll(backend, id, [
      ['MEL-1-b', right],
      ['NAV-1-a', null],
    ]);
    expect((await backend.finish(id, [], live)).result).to.deep.include({ answered: 3, passed: 2, unknown: 1, shows: 'gestures' });
  });

  it('repeats the same feedback when the same answer is sent again', async () => {
    const { backend, id } = await begun();
    const submission = answerTo('MEL-1-a', wrong);
    const first = await backend.answer(id, submission, live);
    expect((await backend.answer(id, submission, live)).feedback).to.deep.equal(first.feedback);
  });
});

describe('a preview opens', () => {
  const opened = async (
    preview: string,
    pathway = 'depart',
  ): Promise<{ backend: ReturnType<typeof smallBackend>; id: string; step: Step }> => {
    const backend = smallBackend({ preview });
    return { backend, ...(await backend.open({ pathway }, live)) };
  };

  it('an item, also one that the pathway does not ask; its answer is graded in sight, and it stays', async () => {
    const { backend, id, step } = await opened('item:OUT-1-text');
    expect(itemOf(step)).to.equal('OUT-1-text');
    const receipt = await backend.answer(id, answerTo('OUT-1-text', { text: '7' }), live);
    expect(receipt.feedback?.criteria).to.deep.equal([{ label: 'Le geste', met: true }]);
    expect(itemOf(receipt.step)).to.equal('OUT-1-text');
  });

  it('a lesson, the proposals and the review', async () => {
    expect((await opened('lesson:lecon-mel', 'gestes')).step).to.deep.include({ kind: 'lesson', id: 'lecon-mel' });
    expect(checkpointOf((await opened('route', 'porte')).step)).to.equal('route');
    expect(checkpointOf((await opened('stop')).step)).to.equal('stop');
    const { backend, id, step } = await opened('review');
    expect([checkpointOf(step), (await backend.answers(id, live)).length]).to.deep.equal(['review', 6]);
  });

  for (const band of [1, 2, 3])
    it(`a result of level ${band}, whatever the pathway`, async () => {
      for (const pathway of ['depart', 'porte', 'gestes', 'sondage', 'outils']) {
        const { backend, id, step } = await opened(`result:${band}`, pathway);
        expect(step.kind).to.equal('end');
        expect((await backend.finish(id, [], live)).result.score.band, pathway).to.equal(band);
      }
    });

  it('the beginning when nothing is named', async () => {
    expect((await opened('')).step).to.deep.include({ kind: 'item', number: 1 });
  });

  for (const [target, remedy] of [
    ['item:MEL-1-aa', 'Did you mean "MEL-1-a"?'],
    ['item', 'Items: "GST-1-a", "GST-1-b"'],
    ['lesson:NONE', 'Lessons of "depart": none.'],
    ['route', 'The pathway "depart" has no entry gate.'],
    ['result:7', 'Write result:1, result:2 or result:3.'],
    ['reveiw', 'Did you mean "review"?'],
  ] as const)
    it(`nothing for "${target}", and says what there is`, async () => {
      const error = await opened(target).then(
        () => undefined,
        (thrown: unknown) => thrown as DiagnosticError,
      );
      expect([error?.code, error?.recoverable]).to.deep.equal(['setting-invalid', false]);
      expect(error?.message).to.include(`preview="${target}"`).and.include(remedy);
    });
});
