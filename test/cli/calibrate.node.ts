import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { thresholdsOf } from '../../src/cli/calibrate/judge.js';
import { compilePack } from '../../src/content/index.js';
import { readPack } from '../../src/content/read.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = join(root, 'test/content/fixture');

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

const run = (...words: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/index.ts', 'calibrate', ...words], { cwd: root });
    let out = '';
    let error = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (error += String(chunk)));
    child.on('close', (status) => resolve({ status, out, error }));
  });

const line = (session: string, outcomes: Readonly<Record<string, boolean | null>>, pack = 'essai@1.0.0'): string =>
  JSON.stringify({
    session,
    pack,
    answers: Object.entries(outcomes).map(([item, outcome]) => ({
      item,
      outcome: outcome ?? false,
      ...(outcome === null && { unknown: true }),
    })),
  });

/** 300 sessions in which the only skill is found easy; one learner in eight has not got it. */
const sound = Array.from({ length: 300 }, (_, n) =>
  line(`s${n}`, {
    'ESS-1-objet': n % 8 !== 0 && n % 14 !== 0,
    'ESS-1-ordre': n % 8 !== 0 && n % 12 !== 0,
    'ESS-1-heure': n % 9 === 0 ? null : n % 8 !== 0 && n % 13 !== 0,
  }),
);

describe('pix-diagnostic calibrate', () => {
  let folder: string;
  const file = async (name: string, lines: readonly string[]): Promise<string> => {
    await writeFile(join(folder, name), `${lines.join('\n')}\n`);
    return join(folder, name);
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'calibrate-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('prints each skill, and the items that do not fit', async () => {
    const { status, out, error } = await run(fixture, await file('sound.jsonl', sound));
    assert.equal(error, '');
    assert.equal(status, 0);
    assert.match(out, /^essai@1\.0\.0: 300 sessions, 900 answers\. Ability of these learners: \d\.\d levels, sd \d\.\d\.\n/);
    assert.match(out, /\nSkill +published +estimate +se +answers\nESS-1 +0\.50 +-?\d\.\d\d +\d\.\d\d +900\n/);
    assert.match(out, /\nItems that do not fit: \d of 3 judged\.\n/);
  });

  test('prints the same as JSON, with what wants a second look', async () => {
    const { out } = await run(fixture, await file('few.jsonl', sound.slice(0, 40)), '--json', '--min-answers', '121');
    const { pack, sessions, skills } = JSON.parse(out) as {
      pack: string;
      sessions: number;
      skills: { estimate: number; flags: string[] }[];
    };
    assert.deepEqual([pack, sessions, skills[0]?.flags.includes('too few answers')], ['essai@1.0.0', 40, true]);
    assert.ok((skills[0]?.estimate ?? 1) < 0.5);
  });

  test('writes what pack.yaml takes, as YAML or JSON', async () => {
    const answers = await file('sound.jsonl', sound);
    const yaml = join(folder, 'thresholds.yaml');
    assert.equal((await run(fixture, answers, '--out', yaml, '--date', '2031-12-31')).status, 0);
    const written = parse(await readFile(yaml, 'utf8')) as { pack: string; thresholds: Record<string, number> };
    assert.deepEqual(
      { ...written, thresholds: Object.keys(written.thresholds) },
      { pack: 'essai@1.0.0', sessions: 300, date: '2031-12-31', thresholds: ['ESS-1'] },
    );
    const json = join(folder, 'thresholds.json');
    await run(fixture, answers, '--out', json);
    assert.deepEqual(JSON.parse(await readFile(json, 'utf8')), { pack: 'essai@1.0.0', sessions: 300, thresholds: written.thresholds });

    const pack = join(folder, 'pack');
    await cp(fixture, pack, { recursive: true });
    await writeFile(
      join(pack, 'pack.yaml'),
      `${await readFile(join(pack, 'pack.yaml'), 'utf8')}thresholds: ${JSON.stringify(written.thresholds)}\n`,
    );
    const { index, problems } = await compilePack(await readPack(pack));
    assert.deepEqual([index.thresholds, problems], [written.thresholds, []]);
  });

  test('writes nothing for subjects of which no skill has enough answers', async () => {
    const out = join(folder, 'none.json');
    await run(fixture, await file('few.jsonl', sound.slice(0, 40)), '--out', out);
    assert.deepEqual(JSON.parse(await readFile(out, 'utf8')), { pack: 'essai@1.0.0', sessions: 40, thresholds: {} });
  });

  test('names each line that cannot be used, with what to do, and uses the others', async () => {
    const answers = await file('mixed.jsonl', [
      'not JSON',
      line('a', { 'ESS-1-objet': true }, 'essai@0.9.0'),
      '{"session": "b", "pack": "essai@1.0.0"}',
      line('c', { 'ESS-1-objet': true, 'ESS-1-gone': true }),
      line('c', { 'ESS-1-objet': true }),
      '{"session": "d", "pack": "essai@1.0.0", "answers": [{"item": "ESS-1-ordre"}, {"item": "ESS-1-objet", "outcome": false}]}',
    ]);
    const { status, out, error } = await run(fixture, answers);
    assert.equal(status, 0);
    assert.match(out, /: 2 sessions, 2 answers\./);
    const told = error.split('\n').map((text) => text.replace(answers, 'log'));
    assert.deepEqual(
      told.map((text) => text.replace(/ — .*/, '')),
      [
        'log:1  this line is not JSON.',
        'log:2  the answers are to essai@0.9.0, not to essai@1.0.0.',
        'log:3  "session", "pack" or "answers" is missing, or is something else.',
        'log:4  the pack has no item "ESS-1-gone".',
        'log:5  session "c" is on line 4 already.',
        'log:6  answer 1 has no item or no outcome, or is both passed and unknown.',
        '6 problems in log.',
        '',
      ],
    );
    for (const text of told.slice(0, 6)) assert.match(text, / — [A-Z].*\.$/);
  });

  test('fails when nothing can be used; many faults are counted, not all printed', async () => {
    const { status, out, error } = await run(
      fixture,
      await file(
        'broken.jsonl',
        Array.from({ length: 30 }, () => '{'),
      ),
    );
    assert.equal(status, 1);
    assert.equal(out, '');
    assert.match(
      error,
      /… and 10 more\.\n30 problems in .*\n.*nothing estimated, no answer can be used — Log sessions of essai@1\.0\.0, one a line\.\n$/,
    );
  });

  test('says what it cannot understand, with status 2', async () => {
    const answers = await file('sound.jsonl', sound.slice(0, 3));
    for (const [words, message] of [
      [[fixture], /then the file of answers/],
      [[fixture, join(folder, 'nowhere.jsonl')], /nowhere\.jsonl cannot be read/],
      [[fixture, answers, '--json', '--table'], /not for both/],
      [[fixture, answers, '--min-answers', 'few'], /whole number/],
      [[fixture, answers, '--date', 'today'], /2031-12-31/],
    ] as const) {
      const { status, error } = await run(...words);
      assert.equal(status, 2, error);
      assert.match(error, message);
    }
  });
});

describe('thresholds for pack.yaml', () => {
  test('stay 0.05 apart when they are rounded', () => {
    const skill = (id: string, estimate: number, answers = 300) => ({
      skill: id,
      subject: 'ESS',
      published: 0,
      estimate,
      standardError: 0.2,
      answers,
    });
    const skills = [skill('ESS-1', 0.4216), skill('ESS-2', 0.4716, 12), skill('ESS-3', 2.00049)];
    const calibration = { sessions: 1, answers: 1, converged: true, ability: { mean: 0, sd: 1 }, skills, judged: 0, misfits: [] };
    assert.deepEqual(thresholdsOf(calibration, 200), { 'ESS-1': 0.422, 'ESS-2': 0.472, 'ESS-3': 2 });
    assert.deepEqual(thresholdsOf(calibration, 301), {});
  });
});
