import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compilePack } from '../../src/content/index.js';
import { changedPack } from './packs.js';

/** The trial pack with two levels and these thresholds. */
async function packWith(thresholds: string): ReturnType<typeof compilePack> {
  const sources = await changedPack({ file: 'pack.yaml', find: 'cuts: [0.5, 0.8]', put: `cuts: [0.5, 0.8]\n${thresholds}` });
  const subject = sources.get('subjects/ESS.yaml') ?? '';
  const twoLevels = subject.replace(/^levels:\n((?: .*\n)+)/m, (found: string, first: string) => `${found}${first}`);
  assert.notEqual(twoLevels, subject);
  const compiled = await compilePack(sources.set('subjects/ESS.yaml', twoLevels));
  // The second level has no item, which is another matter.
  return { ...compiled, problems: compiled.problems.filter(({ file }) => file === 'pack.yaml') };
}

describe('calibrated difficulties of a pack', () => {
  test('are in the index as they were written; an index without any says nothing of them', async () => {
    const { index, problems } = await packWith('thresholds: { ESS-1: 0.42, ESS-2: 1.9 }');
    assert.deepEqual(problems, []);
    assert.deepEqual(index.thresholds, { 'ESS-1': 0.42, 'ESS-2': 1.9 });
    assert.ok(!('thresholds' in (await packWith('')).index));
  });

  test('increase within a subject, beside the published ones of other levels too', async () => {
    for (const [thresholds, reason] of [
      ['{ ESS-1: 1.2, ESS-2: 1.2 }', 'ESS-2 (1.2) is not harder than ESS-1 (1.2) by 0.05 or more.'],
      ['{ ESS-1: 1.7 }', 'ESS-2 (1.5) is not harder than ESS-1 (1.7) by 0.05 or more.'],
      ['{ ESS-2: 0.1 }', 'ESS-2 (0.1) is not harder than ESS-1 (0.5) by 0.05 or more.'],
    ] as const) {
      const { problems } = await packWith(`thresholds: ${thresholds}`);
      assert.deepEqual(
        problems.map((problem) => [problem.file, problem.line, problem.severity, problem.reason]),
        [['pack.yaml', 7, 'error', reason]],
      );
    }
  });
});
