import { expect } from '@esm-bundle/chai';
import { http, HttpResponse } from 'msw';
import { createEmbeddedBackend } from '../../src/backend/index.js';
import { content, fakeNetwork } from '../support/msw.js';
import { failureOf, isItem, live } from '../support/runs.js';

// Apart from the other tests of the network: a page fetches a module once.
describe('the code that chooses the questions', () => {
  const worker = fakeNetwork();

  it('when it cannot be fetched, is asked for again at the next try', async () => {
    let refused = 0;
    worker.use(http.get('*/src/engine/create-engine.*', () => (refused++, HttpResponse.error()), { once: true }));
    const home = createEmbeddedBackend({ content, seed: 7 });
    expect(await failureOf(home.open({ pathway: 'depart' }, live))).to.deep.include({ code: 'task-unavailable', recoverable: true });
    expect(refused).to.equal(1);
    expect(isItem((await home.open({ pathway: 'depart' }, live)).step)).to.equal(true);
  });
});
