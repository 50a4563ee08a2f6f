import { expect } from '@esm-bundle/chai';
import type { Backend } from '../../src/backend/index.js';
import { deviceTabs, memoryStorage, type Owners, type TabsOwner } from '../../src/session/index.js';
import { remoteBackend } from '../support/remote-backend.js';
import { begun, heldBackend, rig, settled, shown } from '../support/session-rig.js';
import { smallBackend } from '../support/runs.js';
import { right } from '../support/small-pack.js';

/** Tabs of one browser, in memory. */
function tabsInMemory(): TabsOwner {
  const holders = new Map<string, () => void>();
  return {
    take(name, over, lost) {
      const holder = holders.get(name);
      if (holder && !over) return Promise.resolve(null);
      holders.set(name, lost);
      holder?.();
      return Promise.resolve(() => void (holders.get(name) === lost && holders.delete(name)));
    },
  };
}

const device = (): TabsOwner => {
  const tabs = deviceTabs();
  if (!tabs) throw new Error('This browser has no locks.');
  return tabs;
};

for (const [what, make] of [
  ['in memory', tabsInMemory],
  ['by the locks of the browser', device],
] as const)
  describe(`a session that two tabs keep in one place, ${what}`, () => {
    it('is in one of them: the other says so, sends nothing, and changes nothing of what is kept', async () => {
      const [storage, tabs, held] = [memoryStorage(), make(), heldBackend()];
      const first = await begun(rig({ storage, tabs }), 1);
      const before = storage.get('key');
      const second = rig({ storage, tabs, backend: held.backend });
      await second.session.load();
      second.session.draft(right);
      await Promise.all([second.session.start(), second.session.submit(right), second.session.proceed(), second.session.share()]);
      expect([second.session.state.status, held.calls, second.names()]).to.deep.equal(['elsewhere', [], []]);
      expect(storage.get('key')).to.equal(before);
      first.session.disconnect();
    });

    it('is taken over with the answer being given; the tab that had it says so and sends nothing more', async () => {
      const [storage, tabs] = [memoryStorage(), make()];
      const remote = remoteBackend();
      const held = heldBackend(remote.backend);
      const first = await begun(rig({ storage, tabs, backend: held.backend }), 1);
      first.session.draft(right);
      const second = rig({ storage, tabs });
      await second.session.load();
      await second.session.takeOver();
      await settled();
      expect([shown(second.session), second.session.state.draft]).to.deep.equal(['NAV-1-a', right]);
      expect([first.session.state.status, remote.watchers]).to.deep.equal(['elsewhere', 0]);
      const before = [storage.get('key'), held.submissions.length];
      first.session.draft(right);
      await Promise.all([first.session.submit(right), first.session.proceed()]);
      expect([storage.get('key'), held.submissions.length]).to.deep.equal(before);
      await second.session.submit(right);
      await first.session.takeOver();
      await settled();
      expect([shown(first.session), second.session.state.status]).to.deep.equal(['SEC-1-a', 'elsewhere']);
      first.session.disconnect();
    });

    it('is free once the tab that had it has let go', async () => {
      const [storage, tabs] = [memoryStorage(), make()];
      const first = await begun(rig({ storage, tabs }), 1);
      first.session.disconnect();
      const second = rig({ storage, tabs });
      await second.session.load();
      expect(shown(second.session)).to.equal('NAV-1-a');
      second.session.disconnect();
    });

    it('taken away and put back, goes on where the other tab left it', async () => {
      const [storage, tabs] = [memoryStorage(), make()];
      const first = await begun(rig({ storage, tabs }), 1);
      first.session.disconnect();
      const second = rig({ storage, tabs });
      await second.session.load();
      first.session.connect();
      while (first.session.state.status === 'question') await settled();
      expect(first.session.state.status).to.equal('elsewhere');
      await second.session.submit(right);
      second.session.disconnect();
      await first.session.takeOver();
      expect(shown(first.session)).to.equal('SEC-1-a');
      first.session.disconnect();
      first.session.connect();
      await settled();
      expect(shown(first.session)).to.equal('SEC-1-a');
      first.session.disconnect();
    });

    it('given up while it waits for its turn, holds nothing', async () => {
      const [storage, tabs] = [memoryStorage(), make()];
      const first = rig({ storage, tabs });
      void first.session.load();
      first.session.disconnect();
      await settled();
      const second = rig({ storage, tabs });
      await second.session.load();
      expect(second.session.state.status).to.equal('intro');
      second.session.disconnect();
    });

    it('begun anew by the page, is in this tab', async () => {
      const [storage, tabs] = [memoryStorage(), make()];
      const first = await begun(rig({ storage, tabs }), 1);
      const second = rig({ storage, tabs });
      await second.session.load();
      await second.session.restart();
      await settled();
      expect([second.session.state.status, first.session.state.status]).to.deep.equal(['intro', 'elsewhere']);
      second.session.disconnect();
    });
  });

describe('a session that a service gives to two tabs, each of which keeps its own', () => {
  const ofTab = (): Owners['storage'] => ({ ...memoryStorage(), ofTab: true });
  /** A learner whom the service knows: in whatever tab, it is the same session. */
  const known = (): Backend => {
    const inner = smallBackend();
    let resume: unknown;
    return {
      ...inner,
      async open({ pathway }, signal) {
        const snapshot = await inner.open({ pathway, resume }, signal);
        ({ resume } = snapshot);
        return snapshot;
      },
      async answer(...args) {
        const receipt = await inner.answer(...args);
        ({ resume } = receipt);
        return receipt;
      },
    };
  };

  it('is in one of them: the other says so, and can take over', async () => {
    const [tabs, backend] = [device(), known()];
    const first = await begun(rig({ storage: ofTab(), tabs, backend }), 1);
    const second = rig({ storage: ofTab(), tabs, backend });
    await second.session.load();
    expect([second.session.state.status, second.names()]).to.deep.equal(['elsewhere', []]);
    await second.session.takeOver();
    await settled();
    expect([shown(second.session), first.session.state.status]).to.deep.equal(['NAV-1-a', 'elsewhere']);
    await second.session.submit(right);
    await first.session.takeOver();
    await settled();
    expect([shown(first.session), second.session.state.status]).to.deep.equal(['SEC-1-a', 'elsewhere']);
    first.session.disconnect();
  });

  it('is free again when the first begins anew, or goes', async () => {
    const [tabs, backend] = [device(), known()];
    const first = await begun(rig({ storage: ofTab(), tabs, backend }), 1);
    first.session.disconnect();
    const second = rig({ storage: ofTab(), tabs, backend });
    await second.session.load();
    expect(shown(second.session)).to.equal('NAV-1-a');
    first.session.connect();
    while (first.session.state.status === 'question') await settled();
    expect(first.session.state.status).to.equal('elsewhere');
    second.session.disconnect();
  });

  it('what each tab began for itself is nobody else’s', async () => {
    const tabs = device();
    const first = await begun(rig({ storage: ofTab(), tabs }), 1);
    const second = await begun(rig({ storage: ofTab(), tabs }), 2);
    expect([shown(first.session), shown(second.session)]).to.deep.equal(['NAV-1-a', 'SEC-1-a']);
    for (const { session } of [first, second]) session.disconnect();
  });
});

describe('where there are no tabs to tell apart', () => {
  it('each page has its own session', async () => {
    const storage = memoryStorage();
    await begun(rig({ storage }), 1);
    const second = rig({ storage });
    await second.session.load();
    expect(shown(second.session)).to.equal('NAV-1-a');
  });
});
