import { expect } from '@esm-bundle/chai';
import { memoryStorage } from '../../src/session/index.js';
import { remoteBackend } from '../support/remote-backend.js';
import { finished, heldBackend, rig } from '../support/session-rig.js';

describe('would the learner recommend this?', () => {
  it('is asked with the result, sent, told to the page, and not asked again after a reload', async () => {
    const [storage, remote] = [memoryStorage(), remoteBackend()];
    const made = await finished(rig({ storage, backend: remote.backend }));
    expect(made.session.state.survey).to.equal('asked');
    await Promise.all([made.session.survey(9), made.session.survey(9)]);
    expect([made.session.state.survey, remote.surveyed]).to.deep.equal(['taken', [9]]);
    expect(made.last('survey')).to.deep.include({ pathway: 'sondage', recommend: 9 });
    expect(made.last('survey').session).to.equal(made.last('start').session);
    const after = rig({ storage, backend: remote.backend });
    await after.session.load();
    expect(after.session.state).to.deep.include({ status: 'result', survey: 'no' });
  });

  it('passed over, sends and tells nothing, and is not asked again', async () => {
    const [storage, remote] = [memoryStorage(), remoteBackend()];
    const made = await finished(rig({ storage, backend: remote.backend }));
    await made.session.survey(null);
    expect([made.session.state.survey, remote.surveyed, made.names().includes('survey')]).to.deep.equal(['no', [], false]);
    const after = rig({ storage, backend: remote.backend });
    await after.session.load();
    expect(after.session.state.survey).to.equal('no');
  });

  it('that did not go can be sent again, and is told once', async () => {
    const remote = remoteBackend();
    const held = heldBackend(remote.backend);
    const made = await finished(rig({ backend: held.backend }));
    held.fail('survey');
    await made.session.survey(0);
    expect([made.session.state.survey, made.names().includes('survey')]).to.deep.equal(['failed', false]);
    await made.session.survey(0);
    expect([made.session.state.survey, remote.surveyed]).to.deep.equal(['taken', [0]]);
    expect(made.names().filter((name) => name === 'survey')).to.have.length(1);
  });

  it('is not asked where nobody takes the answer, and asked anew for another pathway', async () => {
    const { session } = await finished(rig());
    expect(session.state.survey).to.equal('no');
    const remote = remoteBackend();
    const made = await finished(rig({ backend: remote.backend }));
    await made.session.survey(5);
    await made.session.restart();
    await finished(made);
    expect(made.session.state.survey).to.equal('asked');
  });
});
