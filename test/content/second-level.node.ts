import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compilePack } from '../../src/content/index.js';
import { grade } from '../../src/grading/index.js';
import { prove } from '../../src/content/prove.js';
import { readPack } from '../../src/content/read.js';
import type { Item } from '../../src/model/index.js';
import { fixture } from './packs.js';

type Compiled = Awaited<ReturnType<typeof compilePack>>;

/** The fixture with two levels in its subject, and these lines in the item that sorts; `level` is that item's. */
async function compiled(lines: string, { level = 1, traps = '', bonjour = 'chef', inverted = 'chef' } = {}): Promise<Compiled> {
  const sources = await readPack(fixture);
  const file = 'subjects/ESS.yaml';
  const changes = [
    ['\nstrength:', '\n  - "{Vous triez|Tu tries} vos e-mails."\nstrength:'],
    ['  - id: ESS-1-trier\n    level: 1\n', `  - id: ESS-${level}-trier\n    level: ${level}\n    seconds: 40\n`],
    ['    hint: "À qui dit-on', `${lines}    hint: "À qui dit-on`],
    ['solution: { groups: { coucou: ami, bonjour: chef } }', `solution: { groups: { coucou: ami, bonjour: ${bonjour} } }`],
    ['{ why: "Inverse", response: { groups: { coucou: chef', `{ why: "Inverse", response: { groups: { coucou: ${inverted}`],
    ['      - { why: "Inverse"', `${traps}      - { why: "Inverse"`],
  ] as const;
  for (const [find, put] of changes) {
    assert.ok(sources.get(file)?.includes(find), find);
    sources.set(
      file,
      (sources.get(file) ?? '').replace(find, () => put),
    );
  }
  return compilePack(sources);
}
const easier = '    easier: { level: 1, criteria: [ami] }\n';
const missed = '{ why: "Tutoie son chef", response: { groups: { coucou: ami, bonjour: ami } } }';
const harder = `    harder: { level: 2, criteria: [chef], missed: [${missed}] }\n`;
const halfWay = '      - { why: "Un employeur de moins", response: { groups: { coucou: ami, bonjour: ami } } }\n';
/** Problems of the item; that its subject has no other item at a level is not the matter here. */
const said = ({ problems }: Pick<Compiled, 'problems'>): string[] =>
  problems.filter(({ line }) => line > 60).map(({ line, reason }) => `${line} ${reason}`);

describe('an item whose criteria show two levels', () => {
  test('tells the engine of both, and is graded for both', async () => {
    const { index, items, problems } = await compiled(easier, { level: 2, traps: halfWay });
    assert.deepEqual(said({ problems }), []);
    const entry = index.items.find(({ id }) => id === 'ESS-2-trier');
    assert.ok(entry);
    assert.deepEqual(entry.easier, { level: 1, guess: entry.guess, slip: entry.slip });
    const item = items.find(({ id }) => id === 'ESS-2-trier');
    assert.ok(item);
    assert.deepEqual(item.easier, ['ami']);
    const graded = async (coucou: string, bonjour: string): Promise<unknown> => {
      const { passed, second } = await grade(item, { groups: { coucou, bonjour } });
      return { passed, second };
    };
    assert.deepEqual(await graded('ami', 'chef'), { passed: true, second: undefined });
    assert.deepEqual(await graded('ami', 'ami'), { passed: false, second: true });
    assert.deepEqual(await graded('chef', 'chef'), { passed: false, second: false });
    assert.equal((await grade(item, null)).second, undefined);
  });

  test('may ask more than the item, at a harder level: that does not count to pass it', async () => {
    const { items, problems } = await compiled(harder);
    assert.deepEqual(said({ problems }), []);
    const item = items.find(({ id }) => id === 'ESS-1-trier');
    assert.ok(item);
    const { passed, second, score, criteria } = await grade(item, { groups: { coucou: 'ami', bonjour: 'ami' } });
    assert.deepEqual({ passed, second, score, criteria: criteria.length }, { passed: true, second: false, score: 1, criteria: 2 });
    assert.equal((await grade(item, { groups: { coucou: 'chef', bonjour: 'chef' } })).second, undefined);
  });

  test('has chances of its own for the other level, where they are not those of the item', async () => {
    const chances = harder.replace('criteria', 'guess: 0.3, slip: 0.15, criteria');
    const { index, problems } = await compiled(chances);
    assert.deepEqual(said({ problems }), []);
    assert.deepEqual(index.items.find(({ id }) => id === 'ESS-1-trier')?.harder, { level: 2, guess: 0.3, slip: 0.15 });
  });

  test('proves that one can pass it without showing the harder level', async () => {
    const unproven = said(await compiled('    harder: { level: 2, criteria: [chef] }\n'));
    assert.deepEqual(unproven, ['79 ESS-1-trier: nothing proves that one can pass the item without showing the harder level.']);
    const right = said(await compiled(harder.replace('bonjour: ami', 'bonjour: chef')));
    assert.deepEqual(right, ['79 ESS-1-trier: "Tutoie son chef" shows the harder level.']);
    const wrong = said(await compiled(harder.replace('coucou: ami', 'coucou: chef')));
    assert.deepEqual(wrong, ['79 ESS-1-trier: "Tutoie son chef" does not pass: "ami", "chef" not met.']);
  });

  test('proves that one can miss the easier level too', async () => {
    const { problems } = await compiled('    easier: { level: 1, criteria: [ami] }\n', { level: 2, traps: halfWay, inverted: 'ami' });
    assert.deepEqual(said({ problems }), ['79 ESS-2-trier: every trap shows the easier level: nothing proves that one can miss it.']);
  });

  test('does not take doing nothing for an easier level', async () => {
    const item: Item = {
      id: 'ESS-2-choisir',
      situation: 'Choisir',
      prompt: 'Cochez le bon objet.',
      task: {
        type: 'choice',
        multiple: true,
        options: [
          { id: 'clair', label: 'Candidature' },
          { id: 'vague', label: 'Bonjour' },
        ],
      },
      hint: 'Un objet dit de quoi on parle.',
      criteria: [
        { id: 'clair', critical: true, label: 'Clair', rule: { kind: 'chosen', all: ['clair'] } },
        { id: 'vague', label: 'Rien de vague', rule: { kind: 'chosen', none: ['vague'] } },
      ],
      easier: ['vague'],
      explanation: 'Voilà.',
      solution: { selected: ['clair'] },
    };
    const reasons: string[] = [];
    await prove(item, [{ role: 'solution', why: '', response: item.solution, path: [] }], (_, { reason }) => reasons.push(reason));
    assert.ok(reasons.includes('a learner who does nothing shows the easier level.'), reasons.join('\n'));
  });

  for (const [what, lines, reason] of [
    ['the same level', '    harder: { level: 1, criteria: [ami] }\n', "79 ESS-1-trier: level 1 is not harder than the item's own, 1."],
    [
      'a level that is not there',
      '    harder: { level: 3, criteria: [ami] }\n',
      '79 ESS-1-trier: there is no level 3: the subject has levels 1 to 2.',
    ],
    ['a criterion that is not there', '    harder: { level: 2, criteria: [amie] }\n', '79 ESS-1-trier: this item has no criterion "amie".'],
  ] as const)
    test(`${what} is refused, with its place`, async () => {
      assert.ok(said(await compiled(lines)).includes(reason), said(await compiled(lines)).join('\n'));
    });

  test('all criteria are too many, and an easier level that no trap shows is not proven', async () => {
    const all = said(await compiled('    easier: { level: 1, criteria: [ami, chef] }\n', { level: 2, traps: halfWay }));
    assert.ok(all.includes('79 ESS-2-trier: all criteria are named: nothing is left to tell the two levels apart.'), all.join('\n'));
    const unproven = said(await compiled(easier, { level: 2 }));
    assert.ok(
      unproven.some((line) => line.includes('no trap shows the easier level')),
      unproven.join('\n'),
    );
  });

  test('a solution that does not show the harder level is refused', async () => {
    assert.deepEqual(said(await compiled(harder, { bonjour: 'ami' })), [
      '82 ESS-1-trier: the solution does not show the harder level: "chef" not met.',
    ]);
  });
});
