import { expect } from '@esm-bundle/chai';
import * as published from '../../src/element.js';
import type { Result } from '../../src/model/index.js';
import {
  answer,
  atResult,
  atReview,
  eventNames,
  inside,
  listen,
  make,
  page,
  press,
  reach,
  show,
  started,
  task,
} from '../support/show-diagnostic.js';
import { remoteBackend } from '../support/remote-backend.js';

/** Every event that scripts dispatch meanwhile, and those that reach the document. */
function watchDispatch(): { readonly dispatched: Set<string>; readonly arrived: Set<string>; stop(): void } {
  const dispatched = new Set<string>();
  const arrived = new Set<string>();
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (this: EventTarget, event) {
    dispatched.add(event.type);
    const arrive = (): void => void arrived.add(event.type);
    document.addEventListener(event.type, arrive);
    try {
      return dispatchEvent.call(this, event);
    } finally {
      document.removeEventListener(event.type, arrive);
    }
  };
  return { dispatched, arrived, stop: () => void (EventTarget.prototype.dispatchEvent = dispatchEvent) };
}

describe('what <pix-diagnostic> tells the page', () => {
  it('is the documented events and no private one, from the beginning to the next step', async () => {
    const watch = watchDispatch();
    try {
      const element = await show({ backendInstance: remoteBackend().backend });
      await press(element, 'start');
      await reach(element, 'question');
      await answer(element);
      await press(element, 'pause');
      await reach(element, 'paused');
      await press(element, 'start');
      while (element.state === 'question') await answer(element);
      await press(element, 'confirm');
      await reach(element, 'result');
      await press(element, 'share');
      inside(element, '.mark input')?.click();
      await press(element, 'survey-send');
      await press(element, 'pathway-start');
      await reach(element, 'question');
    } finally {
      watch.stop();
    }
    expect(watch.dispatched, 'the task did tell the screen').to.include('response-change');
    expect([...watch.arrived].sort()).to.deep.equal(eventNames.filter((name) => name !== 'pix-error').sort());
  });

  it('comes from the element itself, through shadow roots, with a class of its own', async () => {
    const { heard, stop } = listen();
    const shell = document.createElement('div');
    const element = make();
    shell.attachShadow({ mode: 'open' }).append(element);
    page(shell);
    await reach(element, 'intro');
    stop();
    const [ready] = heard;
    expect(ready?.event).to.be.instanceOf(published.PixReadyEvent);
    expect(ready?.event).to.deep.include({ bubbles: true, composed: true, cancelable: false });
    expect(ready?.detail).to.deep.equal({ pathway: 'sondage', mode: 'campaign', resumed: false });
  });

  it('has one exported class for each event', () => {
    for (const name of eventNames) {
      const word = name.slice('pix-'.length);
      expect(published, name).to.have.property(`Pix${word.charAt(0).toUpperCase()}${word.slice(1)}Event`);
    }
  });

  it('can be prevented where the page may act instead, and nowhere else', async () => {
    const { heard, stop } = listen();
    const element = await atResult();
    await press(element, 'share');
    await press(element, 'pathway-start');
    stop();
    const cancelable = new Set(heard.filter(({ event }) => event.cancelable).map(({ type }) => type));
    expect([...cancelable].sort()).to.deep.equal(['pix-pathway', 'pix-share']);
  });

  it('at the end is the score, the interval, the level, the next step and the whole document', async () => {
    const { heard, stop } = listen();
    const element = await atResult();
    stop();
    const detail = heard.find(({ type }) => type === 'pix-result')?.detail;
    expect(detail).to.have.all.keys('score', 'interval', 'level', 'levelProbabilities', 'recommended', 'result');
    expect(detail?.['score']).to.be.within(0, 100);
    expect([1, 2, 3]).to.include(detail?.['level']);
    expect(detail?.['result']).to.equal(element.result);
  });

  it('never holds an answer, a key or an explanation', async () => {
    const { heard, stop } = listen();
    const element = await atReview();
    await press(element, 'confirm');
    await reach(element, 'result');
    stop();
    expect(heard.length).to.be.above(10);
    expect(JSON.stringify(heard.map(({ detail }) => detail))).to.not.match(/selected|"right"|Ce qu’il fallait|solution|criteria/);
  });

  it('does not say "shared" before the learner agrees', async () => {
    const { types, stop } = listen();
    const element = await atResult();
    expect(types()).to.not.include('pix-share');
    expect(element.result?.state).to.equal('finished');
    await press(element, 'share');
    stop();
    expect(types().filter((type) => type === 'pix-share')).to.have.length(1);
    expect(element.result?.state).to.equal('shared');
  });

  it('with sharing="auto" the agreement follows the result at once', async () => {
    const { types, stop } = listen();
    await atResult({ sharing: 'auto' });
    stop();
    expect(types().slice(types().indexOf('pix-result'))).to.include.members(['pix-result', 'pix-share']);
  });

  it('lets the page take the learner to the next step', async () => {
    const { heard, stop } = listen(['pix-pathway']);
    const element = await atResult();
    await press(element, 'pathway-start');
    stop();
    expect(element.state).to.equal('result');
    const detail = heard.at(-1)?.detail as { recommendation: { id: string }; result: Result } | undefined;
    expect(detail?.recommendation.id).to.equal(element.result?.recommendations[0]?.id);
  });

  it('and otherwise starts it right there', async () => {
    const element = await atResult();
    await press(element, 'pathway-start');
    await reach(element, 'question');
    expect(element.result).to.equal(undefined);
  });

  it('is heard by a page that listens on the element only', async () => {
    const element = await started();
    let heard = 0;
    element.addEventListener('pix-answer', () => heard++);
    await answer(element);
    expect([heard, task(element) !== null]).to.deep.equal([1, true]);
  });
});
