import { expect } from '@esm-bundle/chai';
import type { Result } from '../../src/model/index.js';
import { memoryStorage } from '../../src/session/index.js';
import { smallBackend } from '../support/runs.js';
import { begun, finished, rig, settled, shown } from '../support/session-rig.js';
import { right, wrong } from '../support/small-pack.js';

describe('a session', () => {
  it('tells its story in order: ready, start, a question and its answer, how far, the result', async () => {
    const made = await finished(rig());
    const question = ['question', 'answer'];
    expect(made.names().filter((name) => name !== 'progress')).to.deep.equal([
      'ready',
      'start',
      ...question,
      ...question,
      ...question,
      ...question,
      'result',
    ]);
    expect(made.names().filter((name) => name === 'progress')).to.have.length(4);
    expect(made.last('progress')).to.deep.include({ answered: 4, fraction: 1, minutesLeft: 0 });
  });

  it('tells neither what was answered nor whether it was right', async () => {
    const made = await begun(rig(), 1);
    expect(made.last('answer')).to.have.all.keys('session', 'pathway', 'item', 'number', 'phase', 'unknown');
    expect(made.last('question')).to.deep.include({ item: 'NAV-1-a', type: 'choice', number: 2, phase: 'main' });
  });

  it('does nothing before it is asked to', () => {
    const { session, told } = rig();
    expect([session.state.status, told]).to.deep.equal(['loading', []]);
  });

  it('tells its subscribers each change with a new state, until they leave', async () => {
    const { session } = rig();
    const states = new Set<unknown>();
    const leave = session.subscribe(() => states.add(session.state));
    await session.load();
    const count = states.size;
    expect(count).to.be.at.least(2);
    leave();
    await session.start();
    expect(states.size).to.equal(count);
  });

  it('goes through the review: an answer is opened, changed, and put back in its place', async () => {
    const { session } = await begun(rig(), 4);
    expect(shown(session)).to.equal('review');
    await session.reopen('NAV-1-a');
    expect(session.state).to.deep.include({ revising: true, draft: right });
    await session.submit(wrong);
    expect([shown(session), session.state.revising]).to.deep.equal(['review', false]);
    await session.proceed();
    expect(session.state.result).to.deep.include({ answered: 4, passed: 3 });
  });

  it('leaves an answer that was opened again as it was', async () => {
    const { session } = await begun(rig(), 4);
    await session.reopen('NAV-1-a');
    session.draft(wrong);
    session.leaveReopened();
    expect([shown(session), session.state.draft]).to.deep.equal(['review', undefined]);
    await session.proceed();
    expect(session.state.result?.passed).to.equal(4);
  });

  it('in learning mode shows what an answer was worth, then goes on or tries again', async () => {
    const made = await begun(rig({ pathway: 'gestes' }));
    const { session } = made;
    expect(shown(session)).to.equal('lesson');
    await session.proceed();
    await session.submit(wrong);
    expect(session.state.feedback?.grade.passed).to.equal(false);
    await session.submit(right);
    expect(session.state.feedback?.grade.passed, 'no answer while the feedback is shown').to.equal(false);
    session.retry();
    expect([shown(session), session.state.feedback]).to.deep.equal(['MEL-1-a', undefined]);
    await session.submit(right);
    await session.proceed();
    expect(shown(session)).to.equal('MEL-1-b');
    expect(made.names().filter((name) => name === 'answer')).to.have.length(2);
  });
});

describe('a pause', () => {
  it('keeps the place, and its time does not count', async () => {
    const made = await begun(rig());
    const { session, clock } = made;
    clock.time += 10_000;
    session.pause();
    expect(session.state.status).to.equal('paused');
    clock.time += 3_600_000;
    session.resume();
    clock.time += 5_000;
    expect(shown(session)).to.equal('MEL-1-a');
    await session.submit(right);
    await session.submit(right);
    await session.submit(right);
    await session.submit(right);
    await session.proceed();
    expect(session.state.result?.activeSeconds).to.equal(15);
    expect(made.names().filter((name) => name === 'pause' || name === 'resume')).to.deep.equal(['pause', 'resume']);
  });

  it('is possible at a checkpoint, and nowhere else', async () => {
    const made = rig();
    await made.session.load();
    made.session.pause();
    expect(made.session.state.status).to.equal('intro');
    await made.session.start();
    for (let i = 0; i < 4; i++) await made.session.submit(right);
    made.session.pause();
    made.session.resume();
    expect(shown(made.session)).to.equal('review');
    made.session.resume();
    await made.session.proceed();
    made.session.pause();
    expect(made.session.state.status).to.equal('result');
  });

  it('does not count a question left open for hours as hours of work', async () => {
    const made = await begun(rig());
    made.clock.time += 3 * 3_600_000;
    for (let i = 0; i < 4; i++) await made.session.submit(right);
    await made.session.proceed();
    expect(made.session.state.result?.activeSeconds).to.equal(600);
  });
});

describe('beginning anew', () => {
  it('forgets the answers and the device, at any moment', async () => {
    for (const moment of [0, 2, 4]) {
      const made = await begun(rig(), moment);
      await made.session.restart();
      expect(made.session.state).to.deep.include({ status: 'intro', resumed: false });
      expect(made.session.state.progress.answered).to.equal(0);
      await made.session.start();
      expect(shown(made.session)).to.equal('MEL-1-a');
    }
  });

  it('in the middle of loading is no failure', async () => {
    const { session, names } = rig();
    const first = session.load();
    await Promise.all([first, session.restart()]);
    await settled();
    expect([session.state.status, names()]).to.deep.equal(['intro', ['ready']]);
  });
});

describe('the connection', () => {
  it('lost and found again is said, and takes nothing away', async () => {
    const { session, network } = await begun(rig());
    network.change(false);
    expect(session.state).to.deep.include({ online: false, status: 'question' });
    await session.submit(right);
    expect(shown(session), 'the next item was fetched ahead').to.equal('NAV-1-a');
    network.change(true);
    expect(session.state.online).to.equal(true);
  });
});

describe('after the result', () => {
  const recommended = async (
    options: Parameters<typeof rig>[0] = {},
  ): Promise<{ made: Awaited<ReturnType<typeof finished>>; result: Result }> => {
    const made = await finished(rig(options));
    const { result } = made.session.state;
    if (!result) throw new Error('no result');
    return { made, result };
  };

  it('the score, the level and the ordered next steps are told', async () => {
    const { made, result } = await recommended();
    expect(made.last('result')).to.deep.equal({
      score: result.score.percent,
      interval: result.score.interval,
      level: result.score.band,
      levelProbabilities: result.score.bandProbabilities,
      recommended: result.recommendations,
      result,
    });
    expect(result.recommendations.map(({ rank }) => rank)).to.deep.equal(result.recommendations.map((_, i) => i + 1));
  });

  it('a recommended pathway starts right there, and is what a reload comes back to', async () => {
    const storage = new Map<string, string>();
    const owner = {
      get: (key: string) => storage.get(key) ?? null,
      set: (key: string, value: string) => void storage.set(key, value),
      remove: (key: string) => void storage.delete(key),
    };
    const { made, result } = await recommended({ pathway: 'depart', storage: owner });
    const step = result.recommendations.find(({ id }) => id === 'gestes');
    if (!step) throw new Error('not recommended');
    await Promise.all([made.session.follow(step), made.session.follow(step)]);
    expect([shown(made.session), made.session.state.result]).to.deep.equal(['lesson', undefined]);
    expect(
      made.names().filter((name) => name === 'pathway'),
      'two presses count once',
    ).to.have.length(1);
    const after = rig({ pathway: 'depart', storage: owner });
    await after.session.load();
    expect([shown(after.session), after.session.state.pathway?.id]).to.deep.equal(['lesson', 'gestes']);
  });

  it('the result waits meanwhile: it can be looked at again and shared, also after a reload, and the pathway goes on after', async () => {
    const storage = memoryStorage();
    const { made, result } = await recommended({ pathway: 'depart', storage });
    const step = result.recommendations.find(({ id }) => id === 'gestes');
    if (!step) throw new Error('not recommended');
    await made.session.follow(step);
    await made.session.proceed();
    await made.session.submit(right);
    await made.session.proceed();
    const after = rig({ pathway: 'depart', storage });
    await after.session.load();
    expect(shown(after.session)).to.equal('MEL-1-b');
    const [waiting] = after.session.state.aside;
    expect(waiting).to.deep.include({ pathway: 'depart', finished: true, title: 'Parcours depart' });
    await after.session.turnTo(waiting!);
    expect(after.session.state.result).to.deep.equal(result);
    await after.session.share();
    expect(after.last('share').result.id).to.equal(result.id);

    expect(after.session.state.aside.map(({ pathway, finished }) => [pathway, finished])).to.deep.equal([['gestes', false]]);
    await after.session.follow(step);
    expect([shown(after.session), after.session.state.progress.answered]).to.deep.equal(['MEL-1-b', 1]);
    expect(after.session.state.aside).to.have.length(1);
  });

  it('erasing erases the runs that wait too', async () => {
    const storage = memoryStorage();
    const { made, result } = await recommended({ pathway: 'depart', storage });
    const step = result.recommendations.find(({ id }) => id === 'gestes');
    await made.session.follow(step!);
    await made.session.restart();
    expect(made.session.state.aside).to.deep.equal([]);
    expect(storage.get('key')).to.equal(null);
  });

  it('the page may take the learner elsewhere instead', async () => {
    const { made, result } = await recommended({ pathway: 'depart' });
    made.prevented.add('pathway');
    const [step] = result.recommendations;
    if (!step) throw new Error('nothing recommended');
    await made.session.follow(step);
    expect(made.session.state).to.deep.include({ status: 'result', result });
    expect(made.last('pathway')).to.deep.equal({ recommendation: step, result });
  });

  it('the page may replace the next steps, and its ranks are put right', async () => {
    const { result } = await recommended({
      recommend: () => [{ rank: 9, kind: 'offer', id: 'rdv', title: 'Un rendez-vous', rule: 'host', reason: 'Avec votre conseillère.' }],
    });
    expect(result.recommendations).to.deep.equal([
      { rank: 1, kind: 'offer', id: 'rdv', title: 'Un rendez-vous', rule: 'host', reason: 'Avec votre conseillère.' },
    ]);
  });

  it('the page’s offers are read when the result is made', async () => {
    const { result } = await recommended({
      pathway: 'depart',
      backend: smallBackend(),
      offers: () => [{ id: 'mardi', kind: 'workshop', title: 'Atelier' }],
    });
    expect(result.recommendations.some(({ id }) => id === 'mardi')).to.equal(result.score.band < 3);
  });
});
