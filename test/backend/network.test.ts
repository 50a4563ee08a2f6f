import { expect } from '@esm-bundle/chai';
import { delay, http, HttpResponse } from 'msw';
import { createEmbeddedBackend, type Backend } from '../../src/backend/index.js';
import { splitPack } from '../../src/content/split.js';
import { content, countRequests, fakeNetwork } from '../support/msw.js';
import { answerTo, failureOf, fromMemory, itemOf, knowsUpTo, live, smallBackend, walk } from '../support/runs.js';
import { pack, right } from '../support/small-pack.js';

const backend = (): ReturnType<typeof createEmbeddedBackend> => createEmbeddedBackend({ content, seed: 7 });
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await delay(10);
};

const worker = fakeNetwork();

describe('a pack on any file server', () => {
  it('opens with two requests: the index and the first item', async () => {
    const counts = countRequests(worker);
    const { step } = await backend().open({ pathway: 'sondage' }, live);
    expect(itemOf(step)).to.equal('MEL-1-a');
    expect([...counts]).to.deep.equal([
      ['pack.json', 1],
      ['items/MEL-1-a.json', 1],
    ]);
  });

  it('may be named by its folder, with or without a slash, or by its index', async () => {
    for (const address of [content, content.slice(0, -1), `${content}pack.json`])
      expect((await createEmbeddedBackend({ content: address }).open({ pathway: 'sondage' }, live)).pathway.title).to.equal(
        'Parcours sondage',
      );
  });

  it('fetches each file once, and the next items ahead of the answer', async () => {
    const counts = countRequests(worker);
    const home = backend();
    const { id, step } = await home.open({ pathway: 'sondage' }, live);
    const { step: second } = await home.answer(id, answerTo(itemOf(step), right), live);
    await until(() => counts.has('items/SEC-1-a.json'));
    await home.answer(id, answerTo(itemOf(second), right), live);
    await home.answers(id, live);
    expect(
      [...counts.values()].every((count) => count === 1),
      JSON.stringify([...counts]),
    ).to.equal(true);
  });

  it('has ready what the answer to the first question needs as soon as the question is in use', async () => {
    const counts = countRequests(worker);
    const home = backend();
    const { id, step } = await home.open({ pathway: 'sondage' }, live);
    home.ahead?.(id);
    await until(() => counts.has('items/NAV-1-a.json'));
    worker.use(http.get('*', () => HttpResponse.error()));
    const { step: second } = await home.answer(id, answerTo(itemOf(step), right), live);
    expect(itemOf(second)).to.equal('NAV-1-a');
  });

  it('never shows an answer key or an explanation to the screen', async () => {
    const { step } = await backend().open({ pathway: 'sondage' }, live);
    expect(Object.keys(step.kind === 'item' ? step.item : {}).sort()).to.deep.equal(['id', 'prompt', 'situation', 'task']);
  });

  it('that is not there says so at once, to developers, with the address', async () => {
    const counts = countRequests(worker);
    worker.use(http.get(`${content}pack.json`, () => new HttpResponse(null, { status: 404 })));
    const failure = await failureOf(backend().open({ pathway: 'sondage' }, live));
    expect(failure).to.deep.include({ code: 'content-missing', recoverable: true });
    expect(failure.message).to.include(`${content}pack.json`).and.include('404').and.include('"content"');
    expect(counts.get('pack.json'), 'a 404 is not asked again').to.equal(1);
  });

  it('whose server stumbles is asked again, and the learner sees nothing of it', async () => {
    const counts = countRequests(worker);
    worker.use(http.get(`${content}pack.json`, () => new HttpResponse('busy', { status: 500 }), { once: true }));
    worker.use(http.get(`${content}items/MEL-1-a.json`, () => HttpResponse.error(), { once: true }));
    const { step } = await backend().open({ pathway: 'sondage' }, live);
    expect(itemOf(step)).to.equal('MEL-1-a');
    expect([...counts.values()]).to.deep.equal([2, 2]);
  });

  it('whose server stays down is given up after three tries, and can be tried again later', async () => {
    const counts = countRequests(worker);
    worker.use(http.get(`${content}pack.json`, () => new HttpResponse('down', { status: 503 })));
    const home = backend();
    expect(await failureOf(home.open({ pathway: 'sondage' }, live))).to.deep.include({ code: 'content-unreachable', recoverable: true });
    expect(counts.get('pack.json')).to.equal(3);
    worker.resetHandlers();
    expect((await home.open({ pathway: 'sondage' }, live)).resumed).to.equal(false);
  });

  it('that is slow is waited for', async () => {
    worker.use(
      http.get(`${content}pack.json`, async () => (await delay(600), HttpResponse.json(pack as unknown as Record<string, unknown>)), {
        once: true,
      }),
    );
    expect((await backend().open({ pathway: 'sondage' }, live)).pathway.id).to.equal('sondage');
  });

  for (const [what, body, words] of [
    ['a portal’s login page', '<!doctype html><title>Wi-Fi</title>', 'is not JSON: it begins with "<!doctype html>'],
    ['half a file', '{"format":1,"id":', 'is not JSON'],
    ['nothing', '', 'is not JSON'],
    ['JSON of something else', '{"name":"x"}', 'has no "id"'],
    ['a list', '[]', 'pack.json'],
    ['another format', JSON.stringify({ ...pack, format: 2 }), 'format 2, not 1'],
    ['a pack without pathways', JSON.stringify({ ...pack, pathways: undefined }), 'has no list "pathways"'],
  ] as const)
    it(`that turns out to be ${what} is refused, saying what and where`, async () => {
      worker.use(http.get(`${content}pack.json`, () => HttpResponse.text(body)));
      const failure = await failureOf(backend().open({ pathway: 'sondage' }, live));
      expect(failure.code).to.equal('content-invalid');
      expect(failure.message).to.include(words);
    });

  it('without the pathway that was asked for says which it has', async () => {
    const failure = await failureOf(backend().open({ pathway: 'inconnu' }, live));
    expect(failure).to.deep.include({ code: 'pathway-unknown', recoverable: false });
    expect(failure.message).to.include('depart, porte, gestes, sondage');
  });
});

describe('a pack in two files', () => {
  const { front, rest } = splitPack(pack);
  const inTwo = (
    change: (path: string, file: unknown) => unknown = (_, file) => file,
  ): { readonly asked: string[]; readonly home: Backend } => {
    const asked: string[] = [];
    const fetch = fromMemory((path, file) => {
      asked.push(path);
      return change(path, { 'pack.json': front, 'rest.json': rest }[path] ?? file);
    });
    return { asked, home: smallBackend({ fetch }) };
  };

  it('begins its entry gate with the first one, and has the other before the gate is over', async () => {
    const { asked, home } = inTwo();
    const { id, progress } = await home.open({ pathway: 'porte' }, live);
    expect([asked, progress.answered]).to.deep.equal([['pack.json', 'items/GST-1-a.json'], 0]);
    await home.answer(id, answerTo('GST-1-a', right), live);
    await home.answer(id, answerTo('GST-1-b', right), live);
    await until(() => asked.includes('rest.json'));
  });

  for (const pathway of ['depart', 'porte', 'gestes', 'sondage'])
    it(`gives the same questions, the same progress to the end and the same result as in one: ${pathway}`, async () => {
      const [one, two] = await Promise.all(
        [smallBackend(), inTwo().home].map(async (home) => {
          const { opened, asked, receipts } = await walk(home, pathway, knowsUpTo(2));
          const { result } = await home.finish(opened.id, [], live);
          const fractions = receipts.map(({ progress }) => progress.fraction);
          fractions.slice(1).forEach((fraction, i) => expect(fraction).to.be.at.least(fractions[i] ?? 0));
          return JSON.stringify({ asked, result: { ...result, id: '' } });
        }),
      );
      expect(two).to.equal(one);
    });

  it('whose second one cannot be had at once takes no answer that it cannot follow, and goes on once it can', async () => {
    let there = false;
    const { home } = inTwo((path, file) => (path === 'rest.json' && !there ? undefined : file));
    const { id } = await home.open({ pathway: 'porte' }, live);
    await home.answer(id, answerTo('GST-1-a', right), live);
    const last = answerTo('GST-1-b', right);
    expect(await failureOf(home.answer(id, last, live))).to.deep.include({ code: 'content-missing', recoverable: true });
    there = true;
    expect((await home.answer(id, last, live)).step.kind).to.equal('item');
  });
});

describe('an item that cannot be had', () => {
  const lose = (item: string, times = Infinity): void => {
    let left = times;
    worker.use(http.get(`${content}items/${item}.json`, () => (left-- > 0 ? new HttpResponse(null, { status: 404 }) : undefined)));
  };

  it('as the first question: the session does not open, and opens once it is there', async () => {
    lose('MEL-1-a', 1);
    const home = backend();
    expect(await failureOf(home.open({ pathway: 'sondage' }, live))).to.deep.include({ code: 'content-missing' });
    expect(itemOf((await home.open({ pathway: 'sondage' }, live)).step)).to.equal('MEL-1-a');
  });

  it('ahead of time: nobody notices', async () => {
    lose('SEC-1-a', 1);
    const counts = countRequests(worker);
    const home = backend();
    const { id } = await home.open({ pathway: 'sondage' }, live);
    await home.answer(id, answerTo('MEL-1-a', right), live);
    await until(() => counts.has('items/SEC-1-a.json'));
    // Whether that has failed already or is about to.
    const { step } = await home.answer(id, answerTo('NAV-1-a', right), live);
    expect(itemOf(step)).to.equal('SEC-1-a');
    expect(counts.get('items/SEC-1-a.json')).to.equal(2);
  });

  it('after an answer: the answer is refused, and counts once when it is sent again', async () => {
    const home = backend();
    const { id } = await home.open({ pathway: 'sondage' }, live);
    await delay(100);
    lose('SEC-1-a');
    await home.answer(id, answerTo('MEL-1-a', right), live);
    const submission = answerTo('NAV-1-a', right);
    expect(await failureOf(home.answer(id, submission, live))).to.deep.include({ code: 'content-missing' });
    worker.resetHandlers();
    const { progress, step } = await home.answer(id, submission, live);
    expect([progress.answered, itemOf(step)]).to.deep.equal([2, 'SEC-1-a']);
  });

  it('in a wrong shape: it is refused, saying which', async () => {
    worker.use(http.get(`${content}items/MEL-1-a.json`, () => HttpResponse.json({ id: 'MEL-1-a', prompt: 'x' })));
    const failure = await failureOf(backend().open({ pathway: 'sondage' }, live));
    expect(failure.code).to.equal('content-invalid');
    expect(failure.message).to.include('MEL-1-a');
  });
});

describe('giving up', () => {
  it('stops the request, and leaves the pack to whoever asks next', async () => {
    const counts = countRequests(worker);
    worker.use(http.get(`${content}pack.json`, async () => (await delay(400), undefined)));
    const home = backend();
    const first = new AbortController();
    const abandoned = failureOf(home.open({ pathway: 'sondage' }, first.signal));
    await until(() => counts.has('pack.json'));
    first.abort();
    const second = home.open({ pathway: 'sondage' }, live);
    expect((await abandoned).name).to.equal('AbortError');
    expect((await second).pathway.id, 'asked in the same breath as the other gave up').to.equal('sondage');
  });

  it('does not take along somebody who waits for the same file', async () => {
    const counts = countRequests(worker);
    worker.use(http.get(`${content}pack.json`, async () => (await delay(200), undefined)));
    const home = backend();
    const first = new AbortController();
    const abandoned = failureOf(home.open({ pathway: 'sondage' }, first.signal));
    const other = home.open({ pathway: 'depart' }, live);
    await until(() => counts.has('pack.json'));
    first.abort();
    expect((await abandoned).name).to.equal('AbortError');
    expect((await other).pathway.id).to.equal('depart');
  });

  it('during the wait between two tries asks no more', async () => {
    const counts = countRequests(worker);
    worker.use(http.get(`${content}pack.json`, () => new HttpResponse(null, { status: 500 })));
    const giveUp = new AbortController();
    const abandoned = failureOf(backend().open({ pathway: 'sondage' }, giveUp.signal));
    await until(() => counts.has('pack.json'));
    await delay(100);
    giveUp.abort();
    expect((await abandoned).name).to.equal('AbortError');
    await delay(600);
    expect(counts.get('pack.json')).to.equal(1);
  });
});
