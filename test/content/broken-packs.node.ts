import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { compilePack } from '../../src/content/index.js';
import { changedPack, type Change } from './packs.js';

interface Case extends Change {
  readonly name: string;
  readonly at: string;
  readonly severity?: 'warning';
  readonly reason: string;
  readonly remedy: string;
}

const cases = parse(await readFile(new URL('./broken-packs.yaml', import.meta.url), 'utf8')) as readonly Case[];

describe('one fault in a pack gives one problem, at its place, with what to do', () => {
  for (const { name, at, severity = 'error', reason, remedy, ...change } of cases) {
    test(name, async () => {
      const { problems } = await compilePack(await changedPack(change));
      assert.deepEqual(
        problems
          .map((problem) => ({ ...problem, at: `${problem.file}:${problem.line}:${problem.column}` }))
          .map(({ at, severity, reason, remedy }) => ({ at, severity, reason, remedy })),
        [{ at, severity, reason, remedy }],
      );
    });
  }
});

describe('a pack with several faults', () => {
  test('every fault is told, in the order of files and lines', async () => {
    const sources = await changedPack({ file: 'pack.yaml', find: 'language: fr', put: 'language: de' });
    const subject = sources.get('subjects/ESS.yaml') ?? '';
    sources.set('subjects/ESS.yaml', subject.replace('only: [clair]', 'only: [claire]').replace('domain: echanger', 'domain: [echanger]'));
    const { problems } = await compilePack(sources);
    assert.deepEqual(
      problems.map(({ file, line }) => `${file}:${line}`),
      ['pack.yaml:3', 'subjects/ESS.yaml:3', 'subjects/ESS.yaml:21'],
    );
  });

  test('without pack.yaml, items are still checked and compiled', async () => {
    const sources = await changedPack({ file: 'subjects/ESS.yaml', find: 'only: [clair]', put: 'only: [claire]' });
    sources.delete('pack.yaml');
    const { items, problems } = await compilePack(sources);
    assert.deepEqual(
      problems.map(({ file, line }) => `${file}:${line}`),
      ['pack.yaml:1', 'subjects/ESS.yaml:21'],
    );
    assert.equal(items.length, 7);
  });

  test('of a file that cannot be read, the first fault only is told, and nothing of what other files say of it', async () => {
    for (const put of ['title { fr: "Écrire un e-mail", en: "Writing an e-mail" }', 'title: "']) {
      const { problems } = await compilePack(
        await changedPack({ file: 'subjects/ESS.yaml', find: 'title: { fr: "Écrire un e-mail", en: "Writing an e-mail" }', put }),
      );
      assert.deepEqual(
        problems.map(({ file, line }) => `${file}:${line}`),
        ['subjects/ESS.yaml:2'],
      );
    }
  });

  test('what hides items or the description of a subject is one problem: what names them is not at fault', async () => {
    const sources = await changedPack({ file: 'subjects/ESS.yaml', find: 'items:\n', put: 'itmes:\n' });
    sources.set('pack.yaml', `${sources.get('pack.yaml')}thresholds: { ESS-1: 0.4 }\n`);
    sources.set('pathways/depart.yaml', `${sources.get('pathways/depart.yaml')}quotas: { echanger: { least: 1 } }\n`);
    const places = async (): Promise<string[]> => (await compilePack(sources)).problems.map(({ file, line }) => `${file}:${line}`);
    assert.deepEqual(await places(), ['subjects/ESS.yaml:9']);
    const other = await changedPack({ file: 'subjects/ESS.yaml', find: 'strength: {', put: 'strenght: {' });
    sources.set('subjects/ESS.yaml', other.get('subjects/ESS.yaml') ?? '');
    assert.deepEqual(await places(), ['subjects/ESS.yaml:7']);
  });

  test('an item at fault does not take the others with it', async () => {
    const { items } = await compilePack(await changedPack({ file: 'subjects/ESS.yaml', find: 'type: choice', put: 'type: chioce' }));
    assert.deepEqual(
      items.map(({ id }) => id),
      ['ESS-1-heure', 'ESS-1-ordre', 'ESS-1-trier', 'ESS-1-repondre', 'ESS-1-ranger', 'ESS-1-midi'],
    );
  });

  test('a task that passes untouched is refused, with its place', async () => {
    const { problems } = await compilePack(
      await changedPack({
        file: 'subjects/ESS.yaml',
        find: 'rule: { kind: at, node: cv, folder: Emploi }',
        put: 'rule: { kind: intact, except: [photos, cv] }',
      }),
    );
    assert.deepEqual(
      problems.map(({ line, code }) => `${line} ${code}`),
      ['130 untouched-passes', '137 trap-passes'],
    );
  });

  test('nothing that an author writes makes the compiler throw', async () => {
    for (const text of [
      '',
      '[]',
      '12',
      'items: 3',
      'items: [null, 1, {}]',
      'id: {}',
      '- a\n- b',
      '&a [*a]',
      'items: [{ id: X, type: mail, task: 1 }]',
    ]) {
      for (const file of ['pack.yaml', 'subjects/ESS.yaml', 'pathways/depart.yaml']) {
        const { problems } = await compilePack(await changedPack({ file, put: text }));
        assert.ok(
          problems.some((problem) => problem.file === file && problem.severity === 'error'),
          `${file}: ${text}`,
        );
      }
    }
  });
});
