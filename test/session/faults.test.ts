import { expect } from '@esm-bundle/chai';
import { DiagnosticError } from '../../src/model/index.js';
import { memoryStorage } from '../../src/session/index.js';
import { fromMemory, smallBackend } from '../support/runs.js';
import { begun, finished, heldBackend, rig, settled, shown, type Call } from '../support/session-rig.js';
import { right, wrong } from '../support/small-pack.js';

const unreachable = new DiagnosticError('content-unreachable', 'lost', { recoverable: true });

describe('when a call fails, trying again goes on without loss or double count', () => {
  for (const when of ['before', 'after'] as const)
    for (const call of ['open', 'answer', 'answers', 'finish'] satisfies Call[])
      it(`${call}, lost on the way ${when === 'before' ? 'there' : 'back'}`, async () => {
        const held = heldBackend();
        const made = rig({ backend: held.backend });
        const { session } = made;
        held.fail(call, when, unreachable);
        for (let i = 0; session.state.status !== 'result'; i++) {
          if (i > 20) throw new Error(`stuck at ${shown(session)}`);
          const { status, step } = session.state;
          if (status === 'loading' || status === 'error') await session.load();
          else if (status === 'intro') await session.start();
          else if (step?.kind === 'item') await session.submit(right);
          else await session.proceed();
        }
        expect(session.state.result).to.deep.include({ answered: 4, passed: 4 });
        expect(made.names().filter((name) => name === 'error')).to.have.length(1);
        expect(made.names().filter((name) => name === 'answer')).to.have.length(4);
        expect(made.names().filter((name) => name === 'result')).to.have.length(1);
        expect(made.last('error')).to.deep.equal({ code: 'content-unreachable', message: 'lost', recoverable: true });
      });

  it('an answer that was not taken stays on screen with its draft, and says so', async () => {
    const held = heldBackend();
    const { session } = await begun(rig({ backend: held.backend }));
    session.draft(right);
    held.fail('answer');
    await session.submit(right);
    expect(session.state).to.deep.include({ status: 'question', busy: false, draft: right });
    expect(session.state.error?.message).to.equal('the network');
    await session.submit(right);
    expect([shown(session), session.state.error]).to.deep.equal(['NAV-1-a', undefined]);
  });

  it('the same answer is sent again as the same submission', async () => {
    const held = heldBackend();
    const { session, clock } = await begun(rig({ backend: held.backend }));
    held.fail('answer', 'after');
    await session.submit(right);
    clock.time += 5000;
    await session.submit({ ...right });
    expect(held.submissions).to.have.length(2);
    expect(held.submissions[1]).to.deep.equal(held.submissions[0]);
  });

  it('an answer that waits for the connection goes by itself when it is back, unless the learner changed it', async () => {
    const held = heldBackend();
    const { session, network } = await begun(rig({ backend: held.backend }));
    session.draft(right);
    network.change(false);
    held.fail('answer', 'before', unreachable);
    await session.submit(right);
    network.change(true);
    await settled();
    expect([shown(session), session.state.error, held.submissions.length]).to.deep.equal(['NAV-1-a', undefined, 1]);
    session.draft(wrong);
    network.change(false);
    held.fail('answer', 'before', unreachable);
    await session.submit(wrong);
    session.draft(right);
    network.change(true);
    await settled();
    expect([shown(session), session.state.draft]).to.deep.equal(['NAV-1-a', right]);
  });

  it('a decision that waits for the connection goes by itself too', async () => {
    const held = heldBackend();
    const { session, network } = await begun(rig({ backend: held.backend }), 4);
    network.change(false);
    held.fail('answer', 'before', unreachable);
    await session.proceed();
    expect(shown(session)).to.equal('review');
    network.change(true);
    await settled();
    expect(shown(session)).to.equal('result');
  });

  it('an answer changed meanwhile is another submission, and is the one that counts', async () => {
    const held = heldBackend();
    const { session } = await begun(rig({ backend: held.backend }));
    held.fail('answer', 'after');
    await session.submit(wrong);
    await session.submit(right);
    expect(held.submissions[1]?.id).to.not.equal(held.submissions[0]?.id);
    await session.submit(right);
    await session.submit(right);
    await session.submit(right);
    await session.proceed();
    expect(session.state.result).to.deep.include({ answered: 4, passed: 4 });
  });

  it('a decision changed meanwhile is the one that counts', async () => {
    const held = heldBackend();
    const { session } = await begun(rig({ backend: held.backend }));
    await session.submit(null);
    await session.submit(null);
    expect(shown(session)).to.equal('stop');
    held.fail('answer');
    await session.proceed(true);
    await session.proceed(false);
    expect(shown(session)).to.equal('SEC-1-a');
  });

  it('the next item lost: the answer is kept as a draft across a reload', async () => {
    const storage = memoryStorage();
    const lost = smallBackend({ fetch: fromMemory((path, file) => (path.includes('NAV-1-a') ? undefined : file)) });
    const { session } = await begun(rig({ storage, backend: lost }));
    session.draft(right);
    await session.submit(right);
    expect(session.state.error?.code).to.equal('content-missing');
    const after = rig({ storage });
    await after.session.load();
    expect([shown(after.session), after.session.state.draft]).to.deep.equal(['MEL-1-a', right]);
  });

  it('the page may show its own message', async () => {
    const held = heldBackend();
    const made = rig({ backend: held.backend });
    made.prevented.add('error');
    held.fail('open');
    await made.session.load();
    expect(made.session.state).to.deep.include({ status: 'error', errorTaken: true });
  });
});

describe('pressing twice', () => {
  it('sends one answer', async () => {
    const held = heldBackend();
    const { session } = await begun(rig({ backend: held.backend }));
    await Promise.all([session.submit(right), session.submit(right), session.submit(null)]);
    expect([held.submissions.length, shown(session)]).to.deep.equal([1, 'NAV-1-a']);
  });

  it('goes past one screen', async () => {
    const held = heldBackend();
    const { session } = await begun(rig({ backend: held.backend, pathway: 'gestes' }));
    await Promise.all([session.proceed(), session.proceed()]);
    expect(shown(session)).to.equal('MEL-1-a');
    await session.submit(right);
    await Promise.all([session.proceed(), session.proceed()]);
    expect([shown(session), held.submissions.length]).to.deep.equal(['MEL-1-b', 2]);
  });
});

describe('a slow answer', () => {
  it('does not end a pause taken meanwhile', async () => {
    const held = heldBackend();
    const { session } = await begun(rig({ backend: held.backend }));
    const release = held.hold('answer');
    const sent = session.submit(right);
    session.pause();
    release();
    await sent;
    expect(session.state.status).to.equal('paused');
    session.resume();
    expect(shown(session)).to.equal('NAV-1-a');
  });
});

describe('leaving the page', () => {
  it('lets go of every listener', async () => {
    const { session, network } = await begun(rig());
    expect(network.listeners).to.equal(1);
    session.connect();
    expect(network.listeners).to.equal(1);
    session.disconnect();
    expect(network.listeners).to.equal(0);
  });

  for (const call of ['open', 'answer', 'finish', 'share'] satisfies Call[])
    it(`during ${call}: nothing happens after`, async () => {
      const held = heldBackend();
      const made = rig({ backend: held.backend, storage: memoryStorage() });
      const release = held.hold(call);
      void finished(made).then(
        () => made.session.share(),
        () => undefined,
      );
      while (!held.calls.includes(call)) await settled();
      made.session.disconnect();
      const [events, state] = [made.names(), made.session.state];
      release();
      await settled();
      expect(made.names()).to.deep.equal(events);
      expect(made.session.state).to.equal(state);
    });

  it('and coming back: loading begins again', async () => {
    const held = heldBackend();
    const { session } = rig({ backend: held.backend });
    const release = held.hold('open');
    void session.load();
    session.disconnect();
    release();
    session.connect();
    await settled();
    expect(session.state.status).to.equal('intro');
  });

  it('and coming back: an answer on its way can be sent again, and counts once', async () => {
    const held = heldBackend();
    const { session } = await begun(rig({ backend: held.backend }));
    const release = held.hold('answer');
    void session.submit(right);
    session.disconnect();
    release();
    await settled();
    session.connect();
    expect(session.state).to.deep.include({ status: 'question', busy: false });
    await session.submit(right);
    expect([shown(session), session.state.progress.answered]).to.deep.equal(['NAV-1-a', 1]);
  });

  it('and coming back: a result on its way to somebody can be sent again', async () => {
    const held = heldBackend();
    const { session } = await finished(rig({ backend: held.backend }));
    const release = held.hold('share');
    void session.share();
    session.disconnect();
    release();
    await settled();
    session.connect();
    await session.share();
    expect(session.state.sharing).to.equal('shared');
  });
});

describe('a host that acts in its listeners', () => {
  it('may begin anew in the middle of an answer: the old session does not come back', async () => {
    let once = true;
    const made = await begun(
      rig({
        onEvent: (name, session) => {
          if (name === 'answer' && once) {
            once = false;
            void session.restart();
          }
        },
      }),
    );
    await made.session.submit(right);
    await settled();
    expect([made.session.state.status, made.names().at(-1)]).to.deep.equal(['intro', 'ready']);
  });
});
