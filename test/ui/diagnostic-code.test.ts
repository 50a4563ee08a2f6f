import { expect } from '@esm-bundle/chai';
import { http, HttpResponse } from 'msw';
import { fakeNetwork } from '../support/msw.js';
import { answer, choose, hasPart, press, reach, started, until } from '../support/show-diagnostic.js';

// Apart from the other tests of the element: a page fetches a module once.
describe('a part of the screen whose code cannot be fetched', () => {
  const worker = fakeNetwork();

  it('does not stand in the way while nothing needs it, and is asked for again when something does', async () => {
    let refused = 0;
    const element = await started();
    worker.use(http.get('*/src/ui/views/later/index.*', () => (refused++, HttpResponse.error())));
    await answer(element);
    await until(() => refused, 'the request refused');
    expect([element.state, element.matches(':state(question)')]).to.deep.equal(['question', true]);
    await answer(element);
    await answer(element);
    await choose(element);
    await press(element, 'submit');
    await reach(element, 'error');
    worker.resetHandlers();
    await press(element, 'retry');
    await reach(element, 'checkpoint');
    expect(hasPart(element, 'confirm')).to.equal(true);
  });
});
