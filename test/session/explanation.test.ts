import { expect } from '@esm-bundle/chai';
import { DiagnosticError, type Recommendation } from '../../src/model/index.js';
import { failureOf } from '../support/runs.js';
import { begun, finished, heldBackend, rig } from '../support/session-rig.js';

describe('asking a session why', () => {
  it('explains the result that is shown, and sends nothing', async () => {
    const held = heldBackend();
    const made = await finished(rig({ backend: held.backend }));
    const before = made.names().length;
    const explanation = await made.session.explain();
    expect(explanation.result).to.deep.equal(made.session.state.result);
    expect(explanation.questions).to.have.length(explanation.result.answered);
    expect([held.calls.at(-1), made.names().length]).to.deep.equal(['explain', before]);
  });

  it('has the next steps of the page’s choice, as the result has', async () => {
    const steps: Recommendation[] = [{ rank: 1, kind: 'offer', id: 'x', title: 'Chez nous', rule: 'host', reason: 'Parce que.' }];
    const made = await finished(rig({ recommend: () => steps }));
    expect((await made.session.explain()).result.recommendations).to.deep.equal(steps);
  });

  it('rejects before there is a result', async () => {
    const made = await begun(rig(), 1);
    expect(await failureOf(made.session.explain())).to.be.instanceOf(DiagnosticError);
  });

  it('tells the page why it failed, changes nothing, and can be asked again', async () => {
    const held = heldBackend();
    const made = await finished(rig({ backend: held.backend }));
    const { state } = made.session;
    held.fail('explain', 'before', new DiagnosticError('content-unreachable', 'lost', { recoverable: true }));
    expect(await failureOf(made.session.explain())).to.deep.include({ code: 'content-unreachable' });
    expect([made.last('error').code, made.session.state]).to.deep.equal(['content-unreachable', state]);
    expect((await made.session.explain()).schema).to.equal('pix-diagnostic/explanation@1');
  });

  it('is given up with the session: what was slow is neither given nor told as an error', async () => {
    const held = heldBackend();
    const made = await finished(rig({ backend: held.backend }));
    const release = held.hold('explain');
    const asked = failureOf(made.session.explain());
    await made.session.restart();
    release();
    await asked;
    expect(made.names()).to.not.include('error');
  });
});
