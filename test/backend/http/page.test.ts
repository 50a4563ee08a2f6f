import { expect } from '@esm-bundle/chai';
import { http, HttpResponse } from 'msw';
import { createHttpBackend, type BackendNews } from '../../../src/backend/index.js';
import { createHandlers } from '../../../src/msw/index.js';
import { content, fakeNetwork } from '../../support/msw.js';
import { answerTo, itemOf, live } from '../../support/runs.js';
import { right } from '../../support/small-pack.js';

const url = `${location.origin}/fake-service`;
const uuid = (): string => crypto.randomUUID();

describe('a page with a backend on a service', () => {
  const worker = fakeNetwork();
  beforeEach(() => worker.use(...createHandlers({ url, content, seed: 7 })));

  it('goes on without a connection, and sends what waits when it is back', async () => {
    const backend = createHttpBackend({ url, partner: 'demo', random: () => 0.1 });
    const { id, step } = await backend.open({ pathway: 'sondage' }, live);
    const news: BackendNews[] = [];
    backend.watch(id, (word) => news.push(word));
    let connected = false;
    worker.use(http.post(`${url}/v1/sessions/${id}/submissions`, () => (connected ? undefined : HttpResponse.error())));
    const receipt = await backend.answer(id, answerTo(itemOf(step), right, uuid()), live);
    expect([itemOf(receipt.step), news.at(-1)?.trouble, news.at(-1)?.waiting]).to.deep.equal(['NAV-1-a', 'offline', 1]);
    connected = true;
    window.dispatchEvent(new Event('online'));
    while (news.at(-1)?.waiting) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await backend.answers(id, live)).map(({ item }) => item)).to.deep.equal(['MEL-1-a']);
  });
});
