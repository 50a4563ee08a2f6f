import { expect } from '@esm-bundle/chai';
import { DiagnosticError } from '../../src/model/index.js';
import { memoryStorage } from '../../src/session/index.js';
import { remoteBackend } from '../support/remote-backend.js';
import { finished, heldBackend, rig } from '../support/session-rig.js';

describe('sharing', () => {
  it('is the learner’s decision, told once, and remembered', async () => {
    const storage = memoryStorage();
    const made = await finished(rig({ storage }));
    expect([made.names().includes('share'), made.session.state.result?.state]).to.deep.equal([false, 'finished']);
    await Promise.all([made.session.share(), made.session.share()]);
    expect(made.names().filter((name) => name === 'share')).to.have.length(1);
    expect(made.session.state.result?.state).to.equal('shared');
    const after = rig({ storage });
    await after.session.load();
    expect(after.session.state).to.deep.include({ status: 'result', sharing: 'shared' });
  });

  it('follows at once when the host answers for the agreement', async () => {
    const made = await finished(rig({ sharing: () => 'auto' }));
    expect(made.names().slice(-2)).to.deep.equal(['result', 'share']);
  });

  it('prevented, the page sends the result on by its own way: the backend is not told', async () => {
    const held = heldBackend();
    const backend = { ...held.backend, capabilities: { attests: false, sends: true, surveys: false } };
    const made = await finished(rig({ backend }));
    made.prevented.add('share');
    await made.session.share();
    expect([held.calls.includes('share'), made.session.state.sharing]).to.deep.equal([false, 'shared']);
  });

  it('prevented, is still remembered where nothing leaves the device anyway', async () => {
    const held = heldBackend();
    const made = await finished(rig({ backend: held.backend }));
    made.prevented.add('share');
    await made.session.share();
    expect([held.calls.includes('share'), made.session.state.sharing]).to.deep.equal([true, 'shared']);
  });

  it('that fails can be tried again', async () => {
    const held = heldBackend();
    const made = await finished(rig({ backend: held.backend }));
    held.fail('share', 'before', new DiagnosticError('share-failed', 'lost', { recoverable: true }));
    await made.session.share();
    expect([made.session.state.sharing, made.last('error').code]).to.deep.equal(['failed', 'share-failed']);
    await made.session.share();
    expect(made.session.state.sharing).to.equal('shared');
    expect(made.names().filter((name) => name === 'share')).to.have.length(1);
  });

  it('that was slow does not bring an old result into a new session', async () => {
    const held = heldBackend();
    const { session } = await finished(rig({ backend: held.backend }));
    const release = held.hold('share');
    const sharing = session.share();
    await session.restart();
    release();
    await sharing;
    expect([session.state.status, session.state.result]).to.deep.equal(['intro', undefined]);
  });

  it('where the backend signs, is told with the signed result, before anybody else hears of it', async () => {
    const held = heldBackend(remoteBackend().backend);
    const before: string[][] = [];
    const made = await finished(rig({ backend: held.backend, onEvent: (name) => void (name === 'share' && before.push([...held.calls])) }));
    await made.session.share();
    expect(made.last('share').attestation).to.match(/^signed ./);
    expect(made.last('share').result.state).to.equal('shared');
    expect(before.map((calls) => calls.slice(-1))).to.deep.equal([['attest']]);
    expect(held.calls.slice(-2)).to.deep.equal(['attest', 'share']);
  });

  it('where the backend signs, leaves a page that prevents it with the signed result, and the backend tells nobody', async () => {
    const held = heldBackend(remoteBackend().backend);
    const made = await finished(rig({ backend: held.backend }));
    made.prevented.add('share');
    await made.session.share();
    expect([made.last('share').attestation !== undefined, held.calls.includes('share'), made.session.state.sharing]).to.deep.equal([
      true,
      false,
      'shared',
    ]);
  });

  it('whose signature did not come is not told yet, and is told once when it did', async () => {
    const held = heldBackend(remoteBackend().backend);
    const made = await finished(rig({ backend: held.backend }));
    held.fail('attest');
    await made.session.share();
    expect([made.session.state.sharing, made.names().includes('share'), held.calls.includes('share')]).to.deep.equal([
      'failed',
      false,
      false,
    ]);
    held.fail('share');
    await made.session.share();
    await made.session.share();
    expect(made.session.state.sharing).to.equal('shared');
    expect(made.names().filter((name) => name === 'share')).to.have.length(1);
    expect(held.calls.filter((call) => call === 'attest')).to.have.length(2);
  });
});
