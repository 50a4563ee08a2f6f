import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Result } from '../../src/model/index.js';
import type { SessionEvents } from '../../src/session/index.js';
import { diagnosticOf, type Kind, type Learner } from './diagnostic-page.js';
import { startHost, type Host, type HostPage } from './host.js';
import { keyboard } from './keyboard.js';
import { mouse } from './mouse.js';
import { portals } from './portals.js';

const documented = [
  'ready',
  'start',
  'question',
  'answer',
  'progress',
  'pause',
  'resume',
  'result',
  'share',
  'pathway',
  'survey',
  'error',
].map((name) => `pix-${name}`);

type ResultDetail = SessionEvents['result'];

/** The events of that name. */
async function heard<N extends keyof SessionEvents>(shown: HostPage, name: N): Promise<SessionEvents[N][]> {
  return (await shown.heard()).filter(({ type }) => type === `pix-${name}`).map(({ detail }) => detail as unknown as SessionEvents[N]);
}

/** The whole result, once and once only. */
async function theResult(shown: HostPage): Promise<ResultDetail> {
  const results = await heard(shown, 'result');
  assert.equal(results.length, 1, 'the result is told once');
  const [detail] = results;
  assert.ok(detail);
  return detail;
}

function assertWhole({ score, interval: [low, high], level, levelProbabilities, recommended, result }: ResultDetail): void {
  assert.ok(score >= 0 && score <= 100);
  assert.ok(low <= score && score <= high, `${score} lies in ${low} to ${high}`);
  assert.ok([1, 2, 3].includes(level));
  assert.ok(
    Math.abs(levelProbabilities.reduce((sum, one) => sum + one, 0) - 1) < 0.0016,
    'the levels share out one certainty, to a thousandth',
  );
  assert.equal(recommended[0]?.rank, 1);
  assert.ok(recommended[0].reason.length > 10, 'the next step says why, in words');
  assert.equal(result.schema, 'pix-diagnostic/result@1');
  assert.equal(result.score.percent, score);
  const ids = (steps: readonly { readonly id: string; readonly rule: string }[]): readonly string[] =>
    steps.map(({ id, rule }) => `${rule} ${id}`);
  assert.deepEqual(ids(recommended), ids(result.recommendations));
  for (const part of ['id', 'pack', 'engine', 'startedAt', 'finishedAt'] satisfies (keyof Result)[]) assert.ok(result[part], part);
  assert.ok(result.axes.length && result.subjects.length);
}

/** Portals that ask only first gestures, which say nothing of higher levels. */
const firstGestures: readonly string[] = ['sma'];

describe('a whole diagnostic in each portal', () => {
  let host: Host;
  const names = new Set<string>();
  before(async () => {
    host = await startHost();
  });
  after(() => host.close());

  for (const [i, portal] of portals.entries())
    for (const hands of [mouse, keyboard])
      it(`${portal}, with the ${hands.name} alone: all is right, as high a level as was asked, shared`, async () => {
        const shown = await host.open(`${portal}/`, { seed: i + 1 });
        const learner = hands(shown.page);
        const diagnostic = diagnosticOf(shown, learner);
        await diagnostic.opened();
        const met = await diagnostic.play();
        assert.deepEqual(met, ['intro', 'question', 'review', 'result']);

        const detail = await theResult(shown);
        assertWhole(detail);
        assert.equal(detail.level, firstGestures.includes(portal) ? 1 : 3);
        assert.equal(detail.result.passed, detail.result.answered, 'every answer was right');
        assert.equal(detail.result.state, 'finished');
        assert.equal((await heard(shown, 'question')).length, (await heard(shown, 'answer')).length);
        assert.deepEqual(await heard(shown, 'share'), [], 'nothing is sent on before the learner agrees');

        await learner.press('[part=share]');
        await learner.see('.shared');
        const [shared, ...more] = await heard(shown, 'share');
        assert.deepEqual(more, []);
        assert.deepEqual(shared?.result, { ...detail.result, state: 'shared' });

        (await shown.heard()).forEach(({ type }) => names.add(type));
        assert.deepEqual(await shown.troubles(), []);
        assert.deepEqual('lost' in learner ? learner.lost : [], [], 'the focus is always somewhere');
        await shown.close();
      });

  it('no other event than the documented ones left the element in all this', () => {
    assert.ok(names.has('pix-result'));
    assert.deepEqual(
      [...names].filter((name) => !documented.includes(name)),
      [],
    );
  });
});

describe('who does not know yet', () => {
  let host: Host;
  before(async () => {
    host = await startHost();
  });
  after(() => host.close());

  const shy = async (
    accepts: Learner['accepts'],
  ): Promise<{ readonly kinds: readonly Kind[]; readonly detail: ResultDetail; readonly troubles: readonly string[] }> => {
    const shown = await host.open('bare/');
    const diagnostic = diagnosticOf(shown, mouse(shown.page));
    await diagnostic.opened();
    const kinds = await diagnostic.play({ answer: () => 'unknown', ...(accepts && { accepts }) });
    const detail = await theResult(shown);
    const troubles = await shown.troubles();
    await shown.close();
    return { kinds, detail, troubles };
  };

  it('is offered an easier pathway, then to stop, and ends in level 1', async () => {
    const { kinds, detail, troubles } = await shy(() => true);
    assert.deepEqual(kinds, ['intro', 'question', 'route', 'question', 'stop', 'review', 'result']);
    assertWhole(detail);
    assert.equal(detail.level, 1);
    assert.equal(detail.result.route, 'abc-diag');
    assert.deepEqual(troubles, []);
  });

  it('may take the diagnostic all the same: the offer to stop comes after three unknown questions', async () => {
    const { kinds, detail, troubles } = await shy((proposal) => proposal === 'stop');
    assert.deepEqual(kinds, ['intro', 'question', 'route', 'question', 'stop', 'review', 'result']);
    assertWhole(detail);
    assert.equal(detail.level, 1);
    assert.equal(detail.result.route, undefined);
    assert.equal(detail.result.unknown, 3);
    assert.deepEqual(troubles, []);
  });
});
