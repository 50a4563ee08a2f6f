import { expect } from '@esm-bundle/chai';
import { DiagnosticError } from '../../src/model/index.js';
import { fromMemory, smallBackend } from '../support/runs.js';
import { heldBackend } from '../support/session-rig.js';
import {
  answer,
  atResult,
  atReview,
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
  task,
  titleOf,
  until,
  warnings,
  words,
} from '../support/show-diagnostic.js';

const states = ['loading', 'intro', 'question', 'checkpoint', 'result', 'paused', 'offline', 'error'];
const shownStates = (element: HTMLElement): string[] => states.filter((state) => element.matches(`:state(${state})`));
const broken = (): ReturnType<typeof smallBackend> => smallBackend({ fetch: fromMemory(() => undefined) });

describe('the states that a page can style', () => {
  it('are one at a time, from loading to the result, and the property says the same', async () => {
    const held = heldBackend();
    const release = held.hold('open');
    const element = make({ backendInstance: held.backend });
    page(element);
    const seenStates: string[][] = [];
    const note = async (state: string): Promise<void> => {
      await reach(element, state);
      seenStates.push(shownStates(element));
      expect(element.state).to.equal(state);
    };
    await note('loading');
    release();
    await note('intro');
    await press(element, 'start');
    await note('question');
    await press(element, 'pause');
    await note('paused');
    await press(element, 'start');
    while (element.state === 'question') await answer(element);
    await note('checkpoint');
    await press(element, 'confirm');
    await note('result');
    expect(seenStates).to.deep.equal([['loading'], ['intro'], ['question'], ['paused'], ['checkpoint'], ['result']]);
  });

  it('say offline beside the rest, and a banner says it to the learner', async () => {
    const element = await started();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    dispatchEvent(new Event('offline'));
    await element.updateComplete;
    expect(shownStates(element)).to.deep.equal(['question', 'offline']);
    expect(seen(inside(element, '.banner'))).to.equal(words('offline'));
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await element.updateComplete;
    expect(shownStates(element)).to.deep.equal(['question']);
  });

  it('say error, with kind words, and trying again goes on', async () => {
    let down = true;
    const element = await show({ backendInstance: smallBackend({ fetch: fromMemory((_, file) => (down ? undefined : file)) }) }, 'error');
    expect(titleOf(element)).to.equal(words('errorTitle'));
    expect(seen(inside(element, '[role=alert]')))
      .to.include(words('errorContent'))
      .and.not.match(/404|memory|Error/);
    down = false;
    await press(element, 'retry');
    await reach(element, 'intro');
  });

  it('offer no second try where it cannot help', async () => {
    const element = await show({ pathway: 'inconnu' }, 'error');
    expect(hasPart(element, 'retry')).to.equal(false);
    expect(seen(inside(element, '[role=alert]'))).to.include(words('errorContent'));
  });

  it('tell developers what happened and what to do', async () => {
    const { heard, stop } = listen();
    await show({ pathway: 'inconnu' }, 'error');
    stop();
    const [error] = heard;
    expect(error?.detail).to.deep.include({ code: 'pathway-unknown', recoverable: false });
    expect(String(error?.detail['message'])).to.include('depart, porte');
  });

  it('an answer that did not go is still there, with words to say so', async () => {
    const held = heldBackend();
    const element = await started({ backendInstance: held.backend });
    held.fail('answer', 'before', new DiagnosticError('answer-not-sent', 'lost', { recoverable: true }));
    await choose(element, 'wrong');
    await press(element, 'submit');
    await until(() => seen(inside(element, '.notice')), 'the notice');
    expect(seen(inside(element, '.notice'))).to.equal(words('answerNotSent'));
    expect(task(element)?.response).to.deep.equal({ selected: ['wrong'] });
    await answer(element);
    expect(titleOf(element)).to.include('NAV-1-a');
  });
});

describe('methods', () => {
  it('lead from the introduction to the shared result', async () => {
    const element = make();
    page(element);
    expect(await element.ready).to.equal(element);
    expect(await element.start()).to.equal('question');
    expect(await element.pause()).to.equal('paused');
    expect(await element.resume()).to.equal('question');
    expect(await element.restart()).to.equal('intro');
    const result = await atResult();
    expect(await result.share()).to.equal('result');
    expect(result.result?.state).to.equal('shared');
  });

  it('called before the diagnostic is there wait for it', async () => {
    const element = make();
    page(element);
    expect(await element.start()).to.equal('question');
  });

  it('called out of turn resolve, and say so to developers', async () => {
    const element = await show();
    const { said, stop } = warnings();
    const states = [await element.pause(), await element.resume(), await element.share()];
    stop();
    expect(states).to.deep.equal(['intro', 'intro', 'intro']);
    expect(said).to.deep.equal(
      ['pause', 'resume', 'share'].map((name) => `<pix-diagnostic>: ${name}() does nothing in the state "intro".`),
    );
  });

  it('resolve also when the diagnostic cannot be had', async () => {
    const element = make({ backendInstance: broken() });
    page(element);
    const { stop } = warnings();
    expect(await element.start()).to.equal('error');
    stop();
  });

  it('never throw, also on an element that is in no page', async () => {
    const { stop } = warnings();
    const element = make();
    for (const method of ['pause', 'resume', 'share', 'forget'] as const) expect(await element[method]()).to.equal('loading');
    stop();
  });
});

describe('slots and parts', () => {
  it('the page’s own words are shown where they belong', async () => {
    const where: Record<string, string[]> = {};
    const fill = (element: HTMLElement): void => {
      for (const slot of ['logo', 'intro', 'consent', 'result-end', 'fallback'])
        element.append(Object.assign(document.createElement('span'), { slot, textContent: slot }));
    };
    const visible = (element: HTMLElement): string[] =>
      [...element.children].filter((child) => child.slot !== 'status' && (child as HTMLElement).assignedSlot).map(({ slot }) => slot);
    const intro = await show();
    fill(intro);
    where['intro'] = visible(intro);
    const result = await atResult();
    fill(result);
    where['result'] = visible(result);
    expect(seen(part(result, 'share').closest('section'))).to.include(words('hand'));
    const error = await show({ pathway: 'inconnu' }, 'error');
    fill(error);
    where['error'] = visible(error);
    expect(where).to.deep.equal({ intro: ['logo', 'intro'], result: ['logo', 'consent', 'result-end'], error: ['logo', 'fallback'] });
  });

  it('each documented part can be styled from the page, on its screen', async () => {
    const parts = (element: Parameters<typeof part>[0], names: string): void => names.split(' ').forEach((name) => part(element, name));
    const element = await started();
    parts(element, 'card header progress title task skip submit pause');
    parts(await show(), 'card header title start');
    parts(await atReview(), 'confirm change progress pause');
    parts(await atResult(), 'card result score band strengths recommendation pathway-start share');
    parts(await atResult({}, 'wrong'), 'gaps');
    const lesson = await started({ pathway: 'gestes' });
    parts(lesson, 'continue');
    await press(lesson, 'continue');
    await until(() => lesson.state === 'question' && task(lesson), 'the question');
    await answer(lesson, 'wrong');
    parts(lesson, 'feedback continue');
    parts(await show({ backendInstance: broken() }, 'error'), 'retry');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('pix-diagnostic::part(submit) { letter-spacing: 7px }');
    document.adoptedStyleSheets = [sheet];
    const styled = await started();
    expect(getComputedStyle(part(styled, 'submit')).letterSpacing).to.equal('7px');
    document.adoptedStyleSheets = [];
  });

  it('custom properties of the page reach the screen and the tasks', async () => {
    const element = await started();
    element.style.setProperty('--pix-accent', 'rgb(1, 2, 3)');
    expect(getComputedStyle(part(element, 'submit')).backgroundColor).to.equal('rgb(1, 2, 3)');
  });
});
