import { expect } from '@esm-bundle/chai';
import { deviceStorage, memoryStorage, type Owners } from '../../src/session/index.js';
import { fromMemory, smallBackend } from '../support/runs.js';
import { remoteBackend } from '../support/remote-backend.js';
import { begun, finished, heldBackend, rig, shown } from '../support/session-rig.js';
import { right } from '../support/small-pack.js';

type Storage = Owners['storage'];

const refuse = (): never => {
  throw new DOMException('no', 'SecurityError');
};
const refused: Storage = { get: refuse, set: refuse, remove: refuse };

describe('a reload loses nothing', () => {
  it('with resume="auto", the learner is back at the same question at once', async () => {
    const storage = memoryStorage();
    const before = await begun(rig({ storage }), 2);
    const after = rig({ storage });
    await after.session.load();
    expect(shown(after.session)).to.equal(shown(before.session)).and.to.equal('SEC-1-a');
    expect(after.session.state).to.deep.include({ resumed: true, progress: before.session.state.progress });
    expect(after.last('start')).to.deep.include({ resumed: true });
  });

  it('nor what was being answered', async () => {
    const storage = memoryStorage();
    const { session } = await begun(rig({ storage }), 1);
    session.draft(right);
    const after = rig({ storage });
    await after.session.load();
    expect(after.session.state.draft).to.deep.equal(right);
  });

  it('a draft goes with its question: the next one begins empty', async () => {
    const storage = memoryStorage();
    const { session } = await begun(rig({ storage }));
    session.draft(right);
    await session.submit(right);
    expect(session.state.draft).to.equal(undefined);
    const after = rig({ storage });
    await after.session.load();
    expect([shown(after.session), after.session.state.draft]).to.deep.equal(['NAV-1-a', undefined]);
  });

  it('the review and the result are there again, too', async () => {
    const storage = memoryStorage();
    await begun(rig({ storage }), 4);
    const atReview = rig({ storage });
    await atReview.session.load();
    expect([shown(atReview.session), atReview.session.state.answers?.length]).to.deep.equal(['review', 4]);
    await atReview.session.proceed();
    const atResult = rig({ storage });
    await atResult.session.load();
    expect(atResult.session.state.result).to.deep.equal(atReview.session.state.result);
  });

  it('with resume="ask", the learner is asked, and may go on or begin anew', async () => {
    const storage = memoryStorage();
    await begun(rig({ storage }), 2);
    const asked = rig({ storage, resume: 'ask' });
    await asked.session.load();
    expect(asked.session.state).to.deep.include({ status: 'intro', resumable: true });
    await asked.session.start();
    expect(shown(asked.session)).to.equal('SEC-1-a');

    const anew = rig({ storage, resume: 'ask' });
    await anew.session.load();
    await anew.session.restart();
    expect(anew.session.state).to.deep.include({ status: 'intro', resumable: false });
    await anew.session.start();
    expect(shown(anew.session)).to.equal('MEL-1-a');
  });

  it('asked again about a result, pressing twice shows it once', async () => {
    const storage = memoryStorage();
    await finished(rig({ storage }));
    const asked = rig({ storage, resume: 'ask' });
    await asked.session.load();
    await Promise.all([asked.session.start(), asked.session.start()]);
    expect(asked.names()).to.deep.equal(['ready', 'start', 'result']);
  });

  it('with resume="never", it begins anew', async () => {
    const storage = memoryStorage();
    await begun(rig({ storage }), 2);
    const { session } = await begun(rig({ storage, resume: 'never' }));
    expect(shown(session)).to.equal('MEL-1-a');
  });

  it('but what is a week old is forgotten', async () => {
    const storage = memoryStorage();
    await begun(rig({ storage }), 2);
    const later = rig({ storage });
    later.clock.time += 8 * 24 * 3600 * 1000;
    await later.session.load();
    expect(later.session.state).to.deep.include({ status: 'intro', resumed: false });
    expect(storage.get('key')).to.equal(null);
  });
});

describe('a clock that is wrong costs nothing', () => {
  const year = 365 * 24 * 3600 * 1000;

  it('what holds answers that the backend has not yet taken is never forgotten', async () => {
    const storage = memoryStorage();
    const remote = remoteBackend();
    await begun(rig({ storage, backend: remote.backend }), 2);
    remote.tell({ waiting: 1 });
    const later = rig({ storage, backend: remote.backend });
    later.clock.time += 17 * year;
    await later.session.load();
    expect(shown(later.session)).to.equal('SEC-1-a');
  });

  it('what was kept while the clock stood before this widget existed is there when it is right again', async () => {
    const storage = memoryStorage();
    const before = rig({ storage });
    before.clock.time = Date.UTC(2009, 0, 1);
    await begun(before, 2);
    const after = rig({ storage });
    await after.session.load();
    expect(shown(after.session)).to.equal('SEC-1-a');
  });

  it('nor is what was kept while it was ahead; a week from then it is', async () => {
    const storage = memoryStorage();
    const before = rig({ storage });
    before.clock.time += 10 * year;
    await begun(before, 2);
    const after = rig({ storage });
    await after.session.load();
    expect(shown(after.session)).to.equal('SEC-1-a');
    const later = rig({ storage });
    later.clock.time += 8 * 24 * 3600 * 1000;
    await later.session.load();
    expect(later.session.state.resumed).to.equal(false);
  });

  it('set back during a question, it does not make the answer one that took less than no time', async () => {
    const held = heldBackend();
    const made = await begun(rig({ backend: held.backend }));
    made.clock.time -= year;
    await made.session.submit(right);
    const [sent] = held.submissions;
    expect(sent?.kind === 'answer' && sent.seconds).to.equal(0);
  });
});

describe('what the device kept and cannot be used', () => {
  const kept = async (change: (value: Record<string, unknown>) => unknown): Promise<Storage> => {
    const storage = memoryStorage();
    await begun(rig({ storage }), 2);
    storage.set('key', JSON.stringify(change(JSON.parse(storage.get('key') ?? '') as Record<string, unknown>)));
    return storage;
  };

  for (const [what, change] of Object.entries({
    'was cut short': () => 'x',
    'is of another version of the widget': (value: Record<string, unknown>) => ({ ...value, version: 0 }),
    'is of a pathway that is no more': (value: Record<string, unknown>) => ({ ...value, pathway: 'disparu' }),
    'was damaged inside': (value: Record<string, unknown>) => ({
      ...value,
      resume: { ...(value['resume'] as object), answers: [null, 7] },
    }),
  }))
    it(`because it ${what} is put aside, and the session begins anew`, async () => {
      const { session } = await begun(rig({ storage: await kept(change) }));
      expect(shown(session)).to.equal('MEL-1-a');
    });

  it('because the pack has changed is told to the page', async () => {
    const storage = await kept((value) => value);
    const backend = smallBackend({
      fetch: fromMemory((path, file) => (path === 'pack.json' ? { ...(file as object), version: '2.0.0' } : file)),
    });
    const made = rig({ storage, backend });
    await made.session.load();
    expect(made.last('error')).to.deep.include({ code: 'resume-failed', recoverable: true });
    expect(made.session.state.status).to.equal('intro');
  });

  it('only for now, is still there when the pack is right again', async () => {
    const storage = await kept((value) => value);
    const broken = rig({ storage, backend: smallBackend({ fetch: fromMemory(() => ({ format: 9 })) }) });
    await broken.session.load();
    expect(broken.session.state).to.deep.include({ status: 'error' });
    const after = rig({ storage });
    await after.session.load();
    expect(shown(after.session)).to.equal('SEC-1-a');
  });
});

describe('a device that keeps nothing', () => {
  it('because storage is refused: the session goes on to its result, and the page is told once', async () => {
    const made = await finished(rig({ storage: refused }));
    expect(made.session.state).to.deep.include({ status: 'result', kept: false });
    expect(made.names().filter((name) => name === 'error')).to.have.length(1);
    expect(made.last('error')).to.deep.include({ code: 'storage-unavailable', recoverable: true });
    made.session.forget();
    await made.session.restart();
    expect(made.session.state.status).to.equal('intro');
  });

  it('because it is full: says so, and takes note when there is room again', async () => {
    const inner = memoryStorage();
    let full = true;
    const storage: Storage = { ...inner, set: (key, value) => (full ? refuse() : inner.set(key, value)) };
    const { session, names } = await begun(rig({ storage }), 1);
    expect([session.state.kept, names().includes('error')]).to.deep.equal([false, true]);
    full = false;
    await session.submit(right);
    expect([session.state.kept, inner.get('key') !== null]).to.deep.equal([true, true]);
  });

  it('because somebody cleared it: the next answer is kept again', async () => {
    const storage = memoryStorage();
    const { session } = await begun(rig({ storage }), 1);
    storage.remove('key');
    await session.submit(right);
    const after = rig({ storage });
    await after.session.load();
    expect(shown(after.session)).to.equal('SEC-1-a');
  });

  it('because the page wants it so', async () => {
    localStorage.clear();
    sessionStorage.clear();
    await begun(rig({ storage: deviceStorage('none') }), 1);
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });
});

describe('erasing', () => {
  it('leaves nothing of the session on the device', async () => {
    for (const [kind, area] of [
      ['local', localStorage],
      ['session', sessionStorage],
    ] as const) {
      area.clear();
      const { session } = await begun(rig({ storage: deviceStorage(kind) }), 1);
      expect(area.length).to.equal(1);
      session.forget();
      expect(area.length).to.equal(0);
    }
  });
});
