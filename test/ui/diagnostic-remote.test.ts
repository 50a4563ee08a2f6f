import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { DiagnosticError } from '../../src/model/index.js';
import { remoteBackend } from '../support/remote-backend.js';
import { heldBackend, settled } from '../support/session-rig.js';
import {
  answer,
  atResult,
  choose,
  hasPart,
  inside,
  listen,
  make,
  page,
  part,
  press,
  reach,
  seen,
  show,
  started,
  titleOf,
  until,
  words,
} from '../support/show-diagnostic.js';

const banners = (element: HTMLElement): string[] =>
  [...(element.shadowRoot?.querySelectorAll('.banner') ?? [])].map((banner) => seen(banner));

describe('a lost connection', () => {
  it('while answers wait, says how many are kept and when they go; then nothing', async () => {
    sessionStorage.clear();
    const remote = remoteBackend();
    const element = await started({ backendInstance: remote.backend, storage: 'session' });
    await answer(element);
    remote.tell({ waiting: 1, trouble: 'offline' });
    await until(() => banners(element)[0] === words('waitingOne'), words('waitingOne'));
    remote.tell({ waiting: 2, trouble: 'offline' });
    await element.updateComplete;
    expect(banners(element)).to.deep.equal(['2 réponses sont gardées sur cet appareil. Elles partiront dès que la connexion reviendra.']);
    expect(element.matches(':state(question):state(offline)')).to.equal(true);
    element.lang = 'en';
    await until(() => banners(element)[0]?.startsWith('2 answers are kept'), 'English');
    remote.tell({ waiting: 0 });
    await element.updateComplete;
    expect([banners(element), element.matches(':state(offline)')]).to.deep.equal([[], false]);
    sessionStorage.clear();
  });

  it('where nothing is kept, asks to keep the page open', async () => {
    const remote = remoteBackend();
    const element = await started({ backendInstance: remote.backend });
    await answer(element);
    remote.tell({ waiting: 3, trouble: 'offline' });
    const expected = '3 réponses attendent la connexion. Gardez cette page ouverte.';
    await until(() => banners(element)[0] === expected, expected);
  });

  it('when the next step has to wait, says so beside the button, lets take a break, and comes by itself', async () => {
    const remote = remoteBackend();
    const held = heldBackend(remote.backend);
    const element = await started({ backendInstance: held.backend });
    await answer(element);
    const release = held.hold('answer');
    await choose(element);
    await press(element, 'submit');
    remote.tell({ waiting: 1, trouble: 'offline' });
    await until(() => banners(element).includes(words('nextWaits')), words('nextWaits'));
    expect(part(element, 'submit').matches(':disabled')).to.equal(true);
    await press(element, 'pause');
    await reach(element, 'paused');
    await press(element, 'start');
    await reach(element, 'question');
    remote.tell({ waiting: 0 });
    release();
    await until(() => titleOf(element).includes('SEC-1-a'), 'the next question, by itself');
    expect([banners(element), hasPart(element, 'retry')]).to.deep.equal([[], false]);
  });

  it('in a learning pathway, where each answer waits for the service, says so, and the feedback comes by itself', async () => {
    const remote = remoteBackend();
    const held = heldBackend(remote.backend);
    const element = await started({ backendInstance: held.backend, pathway: 'gestes' });
    await press(element, 'continue');
    await until(() => titleOf(element).includes('MEL-1-a'), 'the first question');
    const release = held.hold('answer');
    await choose(element);
    await press(element, 'submit');
    remote.tell({ waiting: 1, trouble: 'offline' });
    await until(() => banners(element).includes(words('nextWaits')), words('nextWaits'));
    expect([hasPart(element, 'feedback'), part(element, 'pause').matches(':disabled')]).to.deep.equal([false, false]);
    remote.tell({ waiting: 0 });
    release();
    await until(() => hasPart(element, 'feedback'), 'the feedback, by itself');
    expect([banners(element), hasPart(element, 'retry')]).to.deep.equal([[], false]);
    await press(element, 'continue');
    await until(() => titleOf(element).includes('MEL-1-b'), 'the next question');
  });

  it('says calmly, with words that are there already, what it is', async () => {
    const remote = remoteBackend();
    const element = await started({ backendInstance: remote.backend });
    remote.tell({ waiting: 0, trouble: 'offline' });
    await element.updateComplete;
    expect(banners(element)).to.deep.equal([words('offline')]);
  });

  it('when the diagnostic opens, is mended by the connection alone', async () => {
    const held = heldBackend();
    held.fail('open', 'before', new DiagnosticError('backend-unreachable', 'lost', { recoverable: true }));
    const element = await show({ backendInstance: held.backend }, 'error');
    expect(seen(inside(element, '[role=alert]'))).to.include(words('errorNetwork'));
    dispatchEvent(new Event('online'));
    await reach(element, 'intro');
  });
});

describe('a service that lets nobody in', () => {
  it('is told in words that say what to do', async () => {
    const held = heldBackend();
    held.fail('open', 'before', new DiagnosticError('launch-refused', 'used', { recoverable: false }));
    const element = await show({ backendInstance: held.backend }, 'error');
    await until(() => seen(inside(element, '[role=alert]')).includes(words('errorLaunch')), words('errorLaunch'));
    const later = heldBackend();
    const begun = await started({ backendInstance: later.backend });
    await answer(begun);
    later.fail('answer', 'before', new DiagnosticError('launch-refused', 'expired', { recoverable: true }));
    await choose(begun);
    await press(begun, 'submit');
    await until(() => seen(inside(begun, '.notice')) === words('errorLaunch'), 'the notice');
  });
});

describe('a diagnostic that went on elsewhere', () => {
  it('is shown as it is there, and says so until the next answer', async () => {
    const remote = remoteBackend();
    const element = await started({ backendInstance: remote.backend });
    await answer(element);
    await remote.answerElsewhere('NAV-1-a');
    remote.tell({ trouble: 'moved' });
    await until(() => titleOf(element).includes('SEC-1-a'), 'the question of the other device');
    expect(banners(element)).to.deep.equal([words('moved')]);
    await answer(element);
    expect(banners(element)).to.deep.equal([]);
  });

  it('in another tab, offers to go on here; the other tab then says the same', async () => {
    localStorage.clear();
    const first = await started({ storage: 'local' });
    await answer(first);
    const second = make({ storage: 'local' });
    document.querySelector('main')?.append(second);
    await reach(second, 'elsewhere');
    expect([titleOf(second), second.state]).to.deep.equal(['Ce diagnostic est ouvert dans un autre onglet', 'elsewhere']);
    await press(second, 'start');
    await until(() => titleOf(second).includes('NAV-1-a'), 'the question');
    await reach(first, 'elsewhere');
    second.remove();
    await settled();
    await press(first, 'start');
    await until(() => titleOf(first).includes('NAV-1-a'), 'the question, back');
    first.remove();
    await settled();
    const { held = [], pending = [] } = await navigator.locks.query();
    expect([held, pending]).to.deep.equal([[], []]);
    localStorage.clear();
  });

  it('says so too where each tab keeps its own: the session is the same', async () => {
    sessionStorage.clear();
    const first = await started({ storage: 'session' });
    // As in a tab that was made as a copy of this one.
    const second = make({ storage: 'session' });
    document.querySelector('main')?.append(second);
    await reach(second, 'elsewhere');
    expect(first.state).to.equal('question');
    await press(second, 'start');
    await reach(first, 'elsewhere');
    expect(second.state).to.equal('question');
    sessionStorage.clear();
  });
});

describe('an answer that the service cannot take, when the learner has gone on', () => {
  it('is told in calm words until the next answer', async () => {
    const remote = remoteBackend();
    const element = await started({ backendInstance: remote.backend });
    await answer(element);
    remote.tell({ trouble: 'refused' });
    await until(() => banners(element).join() === words('refused'), 'the words');
    remote.tell({});
    await answer(element);
    expect(banners(element)).to.deep.equal([]);
  });
});

describe('would the learner recommend the diagnostic?', () => {
  const marks = (element: HTMLElement): HTMLInputElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('.marks input') ?? []),
  ];

  it('is answered with the keyboard alone, told to the page, and thanked for', async () => {
    const { heard, stop } = listen();
    const remote = remoteBackend();
    const element = await atResult({ backendInstance: remote.backend });
    expect(marks(element).map(({ value }) => Number(value))).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    marks(element)[0]?.focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await until(() => seen(part(element, 'survey')).includes(words('surveyThanks')), 'thanks');
    stop();
    expect(remote.surveyed).to.deep.equal([2]);
    expect(heard.filter(({ type }) => type === 'pix-survey').map(({ detail }) => detail['recommend'])).to.deep.equal([2]);
  });

  it('without a choice sends nothing, and shows where to choose', async () => {
    const remote = remoteBackend();
    const element = await atResult({ backendInstance: remote.backend });
    await press(element, 'survey-send');
    expect([remote.surveyed, element.shadowRoot?.activeElement]).to.deep.equal([[], marks(element)[0]]);
  });

  it('can be passed over', async () => {
    const element = await atResult({ backendInstance: remoteBackend().backend });
    await press(element, 'survey-skip');
    expect(hasPart(element, 'survey')).to.equal(false);
  });

  it('that did not go says so, and can be sent again', async () => {
    const held = heldBackend(remoteBackend().backend);
    const element = await atResult({ backendInstance: held.backend });
    held.fail('survey');
    marks(element)[10]?.click();
    await press(element, 'survey-send');
    await until(() => seen(part(element, 'survey')).includes(words('surveyFailed')), 'the notice');
    await press(element, 'survey-send');
    await until(() => seen(part(element, 'survey')).includes(words('surveyThanks')), 'thanks');
  });

  it('is not asked where nobody takes the answer', async () => {
    expect(hasPart(await atResult(), 'survey')).to.equal(false);
  });

  it('has targets of 24 pixels and more on a narrow screen, and overflows nothing', async () => {
    const element = await atResult({ backendInstance: remoteBackend().backend });
    element.style.width = '288px';
    await element.updateComplete;
    const card = part(element, 'card').getBoundingClientRect();
    for (const mark of marks(element)) {
      const { width, height } = mark.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
      expect(mark.getBoundingClientRect().right).to.be.below(card.right);
    }
  });
});

describe('the attribute backend', () => {
  const told = async (backend: string): Promise<unknown[]> => {
    const { heard, stop } = listen();
    const element = make({ backend, content: 'data:application/json,{}' });
    element.backendInstance = undefined;
    page(element);
    await element.updateComplete;
    await settled();
    stop();
    element.remove();
    return heard.filter(({ detail }) => detail['code'] === 'setting-invalid').map(({ detail }) => detail['message']);
  };

  it('takes an address: of a site, from the root, or beside the page', async () => {
    for (const backend of ['https://service.example/diagnostic', '/diagnostic', './diagnostic'])
      expect(await told(backend)).to.deep.equal([]);
  });

  it('says to developers what it does not know', async () => {
    expect(await told('server')).to.deep.equal(['backend="server" is neither "embedded" nor an address: "embedded" is used.']);
  });
});
