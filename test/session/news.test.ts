import { expect } from '@esm-bundle/chai';
import type { Backend } from '../../src/backend/index.js';
import { DiagnosticError } from '../../src/model/index.js';
import { memoryStorage, type Owners } from '../../src/session/index.js';
import { remoteBackend } from '../support/remote-backend.js';
import { begun, heldBackend, rig, settled, shown } from '../support/session-rig.js';
import { right } from '../support/small-pack.js';

const keptIn = (storage: Owners['storage']): Record<string, unknown> => JSON.parse(storage.get('key') ?? '{}') as Record<string, unknown>;

describe('what a backend tells between answers', () => {
  it('is kept at once, beside the answer being given', async () => {
    const storage = memoryStorage();
    const remote = remoteBackend();
    const { session } = await begun(rig({ storage, backend: remote.backend }));
    session.draft(right);
    remote.tell({ resume: { outbox: ['one'] }, waiting: 1 });
    expect(keptIn(storage)['resume']).to.deep.equal({ outbox: ['one'] });
    expect(keptIn(storage)['draft']).to.deep.equal({ item: 'MEL-1-a', response: right });
    expect(session.state.sending).to.deep.equal({ waiting: 1 });
  });

  it('before an answer is acknowledged, lets a crash lose nothing: the reload opens with it', async () => {
    const storage = memoryStorage();
    const remote = remoteBackend();
    const held = heldBackend(remote.backend);
    const { session } = await begun(rig({ storage, backend: held.backend }));
    held.hold('answer');
    void session.submit(right);
    remote.tell({ resume: 'with the answer', waiting: 1, trouble: 'offline' });
    const resumed: unknown[] = [];
    const backend = {
      ...remote.backend,
      open: (...args: Parameters<typeof remote.backend.open>) => (resumed.push(args[0].resume), remote.backend.open(...args)),
    };
    await rig({ storage, backend }).session.load();
    expect(resumed[0]).to.equal('with the answer');
  });

  it('is not kept for who has not started', async () => {
    const storage = memoryStorage();
    const remote = remoteBackend();
    await rig({ storage, backend: remote.backend }).session.load();
    remote.tell({ waiting: 0 });
    expect(storage.get('key')).to.equal(null);
  });

  it('is heard once, and no more once the page has let go, until it comes back', async () => {
    const remote = remoteBackend();
    const { session } = await begun(rig({ backend: remote.backend }), 1);
    expect(remote.watchers).to.equal(1);
    await session.restart();
    expect(remote.watchers).to.equal(1);
    session.disconnect();
    expect(remote.watchers).to.equal(0);
    session.connect();
    await settled();
    expect(remote.watchers).to.equal(1);
  });

  it('says that the connection is lost: no error, the answer is on its way, and a break can be taken', async () => {
    const remote = remoteBackend();
    const held = heldBackend(remote.backend);
    const made = await begun(rig({ backend: held.backend }));
    const { session } = made;
    const release = held.hold('answer');
    const sent = session.submit(right);
    remote.tell({ waiting: 1, trouble: 'offline' });
    expect(session.state).to.deep.include({ status: 'question', busy: true, sending: { waiting: 1, trouble: 'offline' } });
    session.pause();
    expect(session.state.status).to.equal('paused');
    remote.tell({ waiting: 0 });
    release();
    await sent;
    session.resume();
    expect([shown(session), made.names().includes('error')]).to.deep.equal(['NAV-1-a', false]);
  });

  it('does no harm where the device keeps nothing, and is kept when it does again', async () => {
    const inner = memoryStorage();
    let full = false;
    const storage = {
      ...inner,
      set: (key: string, value: string) => {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        inner.set(key, value);
      },
    };
    const remote = remoteBackend();
    const made = await begun(rig({ storage, backend: remote.backend }), 1);
    full = true;
    remote.tell({ resume: 'a', waiting: 1 });
    expect([made.session.state.kept, made.last('error').code]).to.deep.equal([false, 'storage-unavailable']);
    full = false;
    remote.tell({ resume: 'b', waiting: 2 });
    expect([made.session.state.kept, keptIn(storage)['resume']]).to.deep.equal([true, 'b']);
  });
});

describe('a session that went on elsewhere', () => {
  it('is shown as it is there, by itself and without an error, and says so until the next answer', async () => {
    const remote = remoteBackend();
    const made = await begun(rig({ backend: remote.backend }));
    const { session } = made;
    await remote.answerElsewhere('MEL-1-a');
    remote.tell({ trouble: 'moved' });
    await settled();
    expect([shown(session), session.state.moved, session.state.resumed]).to.deep.equal(['NAV-1-a', true, true]);
    expect(made.names()).to.not.include('error');
    await session.submit(right);
    expect([shown(session), session.state.moved]).to.deep.equal(['SEC-1-a', false]);
  });

  it('says so too when that was learnt while the page opened', async () => {
    const storage = memoryStorage();
    const remote = remoteBackend();
    await begun(rig({ storage, backend: remote.backend }));
    let told = false;
    const backend: Backend = {
      ...remote.backend,
      watch(session, hear) {
        const stop = remote.backend.watch?.(session, hear);
        if (!told) hear({ resume: undefined, waiting: 0, trouble: 'moved' });
        told = true;
        return stop ?? (() => undefined);
      },
    };
    const made = rig({ storage, backend, resume: 'auto' });
    await made.session.load();
    await settled();
    expect([shown(made.session), made.session.state.moved]).to.deep.equal(['MEL-1-a', true]);
    expect(made.names()).to.deep.equal(['ready', 'start', 'question']);
  });

  it('drops the answer that was on its way here', async () => {
    const remote = remoteBackend();
    const held = heldBackend(remote.backend);
    const made = await begun(rig({ backend: held.backend }));
    const release = held.hold('answer');
    void made.session.submit(right);
    await remote.answerElsewhere('MEL-1-a');
    remote.tell({ trouble: 'moved' });
    await settled();
    release();
    await settled();
    expect([shown(made.session), made.session.state.busy, made.names().includes('answer')]).to.deep.equal(['NAV-1-a', false, false]);
  });
});

describe('a backend that cannot be reached', () => {
  it('is asked again as soon as the connection is back', async () => {
    const held = heldBackend();
    const { session, network } = rig({ backend: held.backend });
    held.fail('open', 'before', new DiagnosticError('backend-unreachable', 'lost', { recoverable: true }));
    network.change(false);
    await session.load();
    expect(session.state.status).to.equal('error');
    network.change(true);
    await settled();
    expect(session.state.status).to.equal('intro');
  });

  it('for a reason that no connection mends is not', async () => {
    const held = heldBackend();
    const { session, network } = rig({ backend: held.backend });
    held.fail('open', 'before', new DiagnosticError('pathway-unknown', 'no', { recoverable: false }));
    await session.load();
    network.change(true);
    await settled();
    expect([session.state.status, held.calls]).to.deep.equal(['error', ['open']]);
  });
});
