import { expect } from '@esm-bundle/chai';
import axe from 'axe-core';
import { DiagnosticError } from '../../src/model/index.js';
import { everyRule } from '../support/every-rule.js';
import { fromMemory, packWith, smallBackend } from '../support/runs.js';
import { remoteBackend } from '../support/remote-backend.js';
import { heldBackend } from '../support/session-rig.js';
import { items } from '../support/small-pack.js';
import {
  answer,
  atResult,
  atReview,
  choose,
  hasPart,
  inside,
  make,
  page,
  press,
  reach,
  show,
  started,
  task,
  until,
  type PixDiagnosticElement,
} from '../support/show-diagnostic.js';

/** No violation of any rule that axe has, in the whole page, light and dark. */
async function expectAccessible(element: PixDiagnosticElement): Promise<void> {
  for (const theme of ['light', 'dark']) {
    element.theme = theme;
    await element.updateComplete;
    await task(element)?.updateComplete;
    const { violations } = await axe.run(document, everyRule);
    expect(
      violations.map(
        ({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`,
      ),
    ).to.deep.equal([]);
  }
}

describe('accessibility: no fault of any rule', () => {
  before(() => {
    // The page of the tests is one of the portal's: its ground goes with the theme.
    document.documentElement.style.background = 'light-dark(#fff, #000)';
  });

  it('while loading', async () => {
    const held = heldBackend();
    const release = held.hold('open');
    const element = make({ backendInstance: held.backend });
    page(element);
    await reach(element, 'loading');
    await expectAccessible(element);
    release();
  });

  it('in the introduction', async () => expectAccessible(await show()));
  it('in the introduction of a pathway with a gate', async () => expectAccessible(await show({ pathway: 'porte' })));
  it('in English', async () => expectAccessible(await show({ lang: 'en' })));

  it('when a session is found on the device', async () => {
    sessionStorage.clear();
    const element = await started({ storage: 'session' });
    await answer(element);
    await expectAccessible(await show({ storage: 'session', resumePolicy: 'ask' }));
    sessionStorage.clear();
  });

  for (const id of ['MEL-1-a', ...[...items.keys()].filter((item) => item.startsWith('OUT'))])
    it(`in a question: ${items.get(id)?.task.type ?? id}`, async () => {
      const pack = packWith('sondage', { form: [id], subjects: ['OUT', 'MEL'] });
      await expectAccessible(
        await started({ backendInstance: smallBackend({ fetch: fromMemory((path, file) => (path === 'pack.json' ? pack : file)) }) }),
      );
    });

  it('when something is missing', async () => {
    const element = await started();
    await press(element, 'submit');
    await expectAccessible(element);
  });

  it('when an answer did not go', async () => {
    const held = heldBackend();
    const element = await started({ backendInstance: held.backend });
    held.fail('answer', 'before', new DiagnosticError('answer-not-sent', 'lost', { recoverable: true }));
    await choose(element);
    await press(element, 'submit');
    await expectAccessible(element);
  });

  it('in a pause', async () => {
    const element = await started();
    await press(element, 'pause');
    await expectAccessible(element);
  });

  it('at the proposal of another pathway', async () => {
    const element = await started({ pathway: 'porte' });
    await answer(element, null);
    await answer(element, null);
    expect(hasPart(element, 'decline')).to.equal(true);
    await expectAccessible(element);
  });

  it('at the offer to stop', async () => {
    const element = await started();
    await answer(element, null);
    await answer(element, null);
    expect(hasPart(element, 'decline')).to.equal(true);
    await expectAccessible(element);
  });

  it('in the review, and in a question opened from there', async () => {
    const element = await atReview();
    await expectAccessible(element);
    await press(element, 'change');
    await reach(element, 'question');
    await expectAccessible(element);
  });

  it('in a lesson', async () => expectAccessible(await started({ pathway: 'gestes' })));

  for (const value of ['right', 'wrong'])
    it(`in the feedback to a ${value} answer`, async () => {
      const element = await started({ pathway: 'gestes' });
      await press(element, 'continue');
      await until(() => task(element), 'the question');
      await answer(element, value);
      expect(hasPart(element, 'feedback')).to.equal(true);
      await expectAccessible(element);
    });

  for (const [what, value] of [
    ['high', 'right'],
    ['low', 'wrong'],
  ] as const)
    it(`in a ${what} result, before and after sharing`, async () => {
      const element = await atResult({}, value);
      await expectAccessible(element);
      await press(element, 'share');
      await until(() => element.result?.state === 'shared', 'the result shared');
      await expectAccessible(element);
    });

  it('in a result that counts gestures', async () => {
    const element = await started({ pathway: 'gestes' });
    await press(element, 'continue');
    for (let i = 0; i < 3; i++) {
      await until(() => task(element) && !hasPart(element, 'feedback'), 'the question');
      await answer(element);
      await press(element, 'continue');
    }
    await reach(element, 'result');
    await expectAccessible(element);
  });

  it('in a result that asks for a recommendation, before and after it', async () => {
    const element = await atResult({ backendInstance: remoteBackend().backend });
    await expectAccessible(element);
    inside(element, '.mark input')?.click();
    await press(element, 'survey-send');
    await expectAccessible(element);
  });

  it('while answers wait for the connection, and when the next question does', async () => {
    const remote = remoteBackend();
    const held = heldBackend(remote.backend);
    const element = await started({ backendInstance: held.backend });
    await answer(element);
    remote.tell({ waiting: 2, trouble: 'offline' });
    await expectAccessible(element);
    const release = held.hold('answer');
    await choose(element);
    await press(element, 'submit');
    await until(() => inside(element, '.waits'), 'the words beside the button');
    await expectAccessible(element);
    release();
  });

  it('when it went on elsewhere', async () => {
    const remote = remoteBackend();
    const element = await started({ backendInstance: remote.backend });
    await answer(element);
    remote.tell({ trouble: 'moved' });
    await until(() => inside(element, '.banner'), 'the words');
    await expectAccessible(element);
  });

  it('in another tab', async () => {
    localStorage.clear();
    const first = await started({ storage: 'local' });
    const element = make({ storage: 'local' });
    first.after(element);
    await reach(element, 'elsewhere');
    first.hidden = true;
    await expectAccessible(element);
    localStorage.clear();
  });

  it('when the service lets nobody in', async () => {
    const held = heldBackend();
    held.fail('open', 'before', new DiagnosticError('launch-refused', 'used', { recoverable: false }));
    await expectAccessible(await show({ backendInstance: held.backend }, 'error'));
  });

  it('when a diagnostic cannot be shown', async () => {
    await expectAccessible(await show({ backendInstance: smallBackend({ fetch: fromMemory(() => undefined) }) }, 'error'));
    await expectAccessible(await show({ pathway: 'inconnu' }, 'error'));
  });

  it('in a preview', async () => {
    const element = await show({ preview: 'result:2', backendInstance: smallBackend({ preview: 'result:2' }) }, 'result');
    expect(inside(element, '.banner')).to.not.equal(null);
    await expectAccessible(element);
  });
});
