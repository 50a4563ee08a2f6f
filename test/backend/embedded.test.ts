import { expect } from '@esm-bundle/chai';
import type { Step } from '../../src/model/index.js';
import { answerTo, failureOf, fromMemory, goOn, isItem, itemOf, knowsUpTo, live, smallBackend, walk } from '../support/runs.js';
import { right, wrong } from '../support/small-pack.js';

const checkpointOf = (step: Step): string => (step.kind === 'checkpoint' ? step.checkpoint : step.kind);

describe('the session in the page', () => {
  it('gives byte for byte the same questions and the same result for the same draw and the same answers', async () => {
    const runs = await Promise.all(
      [smallBackend(), smallBackend()].map(async (backend) => {
        const { opened, asked } = await walk(backend, 'depart', knowsUpTo(2));
        const { result } = await backend.finish(opened.id, [], live);
        return JSON.stringify({ asked, result: { ...result, id: '' } });
      }),
    );
    expect(runs[0]).to.equal(runs[1]);
  });

  it('draws differently for another learner', async () => {
    const asked = await Promise.all(
      [1, 2, 3, 4, 5].map(async (seed) => (await walk(smallBackend({ seed }), 'depart', knowsUpTo(2))).asked.join()),
    );
    expect(new Set(asked).size).to.be.above(1);
  });

  it('asks no question twice', async () => {
    const { asked } = await walk(smallBackend(), 'depart', knowsUpTo(1));
    expect(new Set(asked).size).to.equal(asked.length);
    expect(asked.length).to.be.within(3, 8);
  });

  it('says in an evaluation neither whether an answer is right nor a hint', async () => {
    const { receipts, opened } = await walk(smallBackend(), 'depart', knowsUpTo(2));
    expect(receipts.some((receipt) => receipt.feedback)).to.equal(false);
    expect([opened, ...receipts].some(({ step }) => isItem(step) && step.item.hint !== undefined)).to.equal(false);
  });

  it('knows no session that it did not open', async () => {
    expect((await failureOf(smallBackend().answer('other', goOn(), live))).message).to.include('open()');
  });
});

describe('a second pathway in the same sitting', () => {
  const proposed = async (backend: ReturnType<typeof smallBackend>, pathway: string): Promise<readonly string[]> => {
    const { opened } = await walk(backend, pathway, knowsUpTo(2));
    const { result } = await backend.finish(opened.id, [], live);
    return result.recommendations.map(({ id }) => id);
  };

  it('does not end with the proposal of what was done minutes before', async () => {
    expect(await proposed(smallBackend(), 'sondage'), 'alone').to.include('depart');
    const backend = smallBackend();
    await proposed(backend, 'depart');
    expect(await proposed(backend, 'sondage'), 'after it').to.not.include('depart');
  });

  it('says nothing of who was there before, once somebody begins anew', async () => {
    const backend = smallBackend();
    await proposed(backend, 'depart');
    const alone = await proposed(smallBackend(), 'depart');
    await proposed(backend, 'sondage');
    await proposed(backend, 'depart');
    await proposed(backend, 'depart');
    expect(await proposed(backend, 'depart')).to.deep.equal(alone);
  });
});

describe('going on elsewhere', () => {
  it('continues from what the last receipt gave, as if nothing had happened', async () => {
    const whole = await walk(smallBackend(), 'depart', knowsUpTo(2));
    const half = await walk(smallBackend(), 'depart', knowsUpTo(2), (step) => itemOf(step) === whole.asked[3]);
    const resume: unknown = JSON.parse(JSON.stringify(half.receipts.at(-1)?.resume));
    const opened = await smallBackend({ seed: 99 }).open({ pathway: 'depart', resume }, live);
    expect(opened.resumed).to.equal(true);
    expect([opened.id, itemOf(opened.step), opened.progress]).to.deep.equal([
      half.opened.id,
      whole.asked[3],
      half.receipts.at(-1)?.progress,
    ]);
  });

  it('begins anew when what was kept is of another pack', async () => {
    const { receipts } = await walk(smallBackend(), 'depart', knowsUpTo(2));
    const newer = smallBackend({
      fetch: fromMemory((path, file) => (path === 'pack.json' ? { ...(file as object), version: '2.0.0' } : file)),
    });
    const opened = await newer.open({ pathway: 'depart', resume: receipts.at(-1)?.resume }, live);
    expect([opened.resumed, opened.progress.answered]).to.deep.equal([false, 0]);
  });

  it('keeps the date of a result, however often it is asked for', async () => {
    let now = 0;
    const backend = smallBackend({ now: () => now });
    const { opened } = await walk(backend, 'sondage', knowsUpTo(2));
    now = 1000;
    const first = await backend.finish(opened.id, [], live);
    now = 9000;
    expect(await backend.finish(opened.id, [], live)).to.deep.equal(first);
    const again = smallBackend({ now: () => now });
    const reopened = await again.open({ pathway: 'sondage', resume: first.resume }, live);
    expect(reopened.step.kind).to.equal('end');
    expect((await again.finish(reopened.id, [], live)).result).to.deep.equal(first.result);
  });

  it('remembers that the result was shared', async () => {
    const backend = smallBackend();
    const { opened } = await walk(backend, 'sondage', knowsUpTo(2));
    const shared = await backend.share(opened.id, live);
    expect((await backend.share(opened.id, live)).sharedAt).to.equal(shared.sharedAt);
    expect((await backend.finish(opened.id, [], live)).result.state).to.equal('shared');
    const again = smallBackend();
    const { id } = await again.open({ pathway: 'sondage', resume: shared.resume }, live);
    expect((await again.finish(id, [], live)).result.state).to.equal('shared');
  });
});

describe('a submission', () => {
  it('sent twice counts once', async () => {
    const backend = smallBackend();
    const { id } = await backend.open({ pathway: 'sondage' }, live);
    const submission = answerTo('MEL-1-a', right);
    const first = await backend.answer(id, submission, live);
    expect(await backend.answer(id, submission, live)).to.deep.equal(first);
    expect(first.progress.answered).to.equal(1);
  });

  it('sent twice at the same moment counts once', async () => {
    const backend = smallBackend();
    const { id } = await backend.open({ pathway: 'sondage' }, live);
    const submission = answerTo('MEL-1-a', right);
    const [first, second] = await Promise.all([backend.answer(id, submission, live), backend.answer(id, submission, live)]);
    expect(second).to.deep.equal(first);
    expect(first.progress.answered).to.equal(1);
  });

  it('that goes on, sent twice, does not go past the next thing', async () => {
    const backend = smallBackend();
    const { id, step } = await backend.open({ pathway: 'gestes' }, live);
    expect(step.kind).to.equal('lesson');
    const submission = goOn();
    const first = await backend.answer(id, submission, live);
    expect(itemOf(first.step)).to.equal('MEL-1-a');
    expect(await backend.answer(id, submission, live)).to.deep.equal(first);
  });

  it('is not taken when what comes next cannot be had: the learner may still change it', async () => {
    let lost = true;
    const backend = smallBackend({ fetch: fromMemory((path, file) => (lost && path === 'items/NAV-1-a.json' ? undefined : file)) });
    const { id } = await backend.open({ pathway: 'sondage' }, live);
    await failureOf(backend.answer(id, answerTo('MEL-1-a', wrong), live));
    lost = false;
    await backend.answer(id, answerTo('MEL-1-a', right), live);
    const { result } = await backend.finish(id, [], live);
    expect([result.answered, result.passed]).to.deep.equal([1, 1]);
  });
});

describe('the review', () => {
  const reviewed = async (): Promise<{ backend: ReturnType<typeof smallBackend>; id: string }> => {
    const backend = smallBackend();
    const { opened, last } = await walk(
      backend,
      'sondage',
      (item) => (item === 'NAV-1-a' ? null : wrong),
      (step) => step.kind === 'checkpoint',
    );
    expect(checkpointOf(last)).to.equal('review');
    return { backend, id: opened.id };
  };

  it('lists the answers in the order given, with the ones not known', async () => {
    const { backend, id } = await reviewed();
    expect(await backend.answers(id, live)).to.deep.equal(
      ['MEL-1-a', 'NAV-1-a', 'SEC-1-a', 'MEL-2-a'].map((item, i) => ({
        item,
        number: i + 1,
        situation: `Situation ${item}`,
        prompt: { vous: `Que faites-vous en ${item}\u202f?`, tu: `Que fais-tu en ${item}\u202f?`, simple: `Choisissez en ${item}.` },
        unknown: item === 'NAV-1-a',
      })),
    );
  });

  it('opens an answer again as it was given', async () => {
    const { backend, id } = await reviewed();
    expect(await backend.reopen(id, 'SEC-1-a', live)).to.deep.include({ kind: 'item', number: 3, response: wrong });
    expect(await backend.reopen(id, 'NAV-1-a', live), 'nothing was given').to.not.have.property('response');
  });

  it('replaces an answer in its place, and comes back to the review', async () => {
    const { backend, id } = await reviewed();
    const receipt = await backend.answer(id, answerTo('NAV-1-a', right, 'changed', true), live);
    expect([checkpointOf(receipt.step), receipt.progress.answered]).to.deep.equal(['review', 4]);
    expect((await backend.answers(id, live)).map(({ item, unknown }) => `${item} ${unknown}`)).to.deep.equal([
      'MEL-1-a false',
      'NAV-1-a false',
      'SEC-1-a false',
      'MEL-2-a false',
    ]);
    expect((await backend.finish(id, [], live)).result).to.deep.include({ answered: 4, passed: 1, unknown: 0 });
  });

  it('is followed by the end, once confirmed', async () => {
    const { backend, id } = await reviewed();
    expect((await backend.answer(id, goOn(), live)).step).to.deep.equal({ kind: 'end' });
  });
});
