import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { knowsNothing, knowsUpTo } from '../../support/runs.js';
import { openResultsRig, type ResultsRig } from './results-rig.js';

describe('a campaign', () => {
  let rig: ResultsRig;
  before(async () => (rig = await openResultsRig()));
  after(() => rig.close());
  const share = (session: string) => rig.ask('share', rig.learner(session), { path: { session } });
  const shared = async (wish: Parameters<ResultsRig['session']>[0]): Promise<unknown> => share(await rig.session(wish));

  const summary = async (campaign: string) => (await rig.ask('readCampaign', rig.server(), { path: { campaign } })).body;

  test('is told in numbers once eleven people came, and nobody is counted twice', async () => {
    for (let i = 0; i < 12; i++) await shared({ campaign: 'c-num', learner: `N-${i}`, recommend: i < 6 ? 10 : 3 });
    await shared({ campaign: 'c-num', learner: 'N-0', recommend: 9 });
    const told = await summary('c-num');
    assert.deepEqual([told.sessions, told.shared, told.bands], [12, 12, [0, 0, 12]]);
    assert.deepEqual(told.axes[0]?.states, { acquired: 12, 'on-track': 0, 'to-work-on': 0, 'not-seen': 0 });
    assert.deepEqual(told.axes.at(-1)?.states, { acquired: 0, 'on-track': 0, 'to-work-on': 0, 'not-seen': 12 });
    assert.deepEqual(told.recommend, { answers: 12, score: 0 });
  });

  test('hides what tells of a few', async () => {
    for (let i = 0; i < 12; i++)
      await shared({ campaign: 'c-few', knows: i < 2 ? knowsNothing : knowsUpTo(4), recommend: i < 11 ? 10 : 0 });
    const told = await summary('c-few');
    assert.equal(told.shared, 12);
    assert.deepEqual(told.bands, [null, 0, null]);
    assert.deepEqual(told.recommend, { answers: 12, score: null });
  });

  test('says nothing at all of ten people', async () => {
    for (let i = 0; i < 10; i++) await shared({ campaign: 'c-ten' });
    const told = await summary('c-ten');
    assert.deepEqual([told.sessions, told.shared, told.bands], [null, null, [null, null, null]]);
    for (const { states } of told.axes) assert.deepEqual([...new Set(Object.values(states))], [null]);
  });

  test('does not tell how many kept their result, by subtraction, when they are few', async () => {
    for (let i = 0; i < 13; i++) {
      const session = await rig.session({ campaign: 'c-kept' });
      if (i > 0) await share(session);
    }
    const told = await summary('c-kept');
    assert.deepEqual([told.sessions, told.shared], [null, 12]);
  });
});
