import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { createEmbeddedBackend } from '../../src/backend/index.js';
import { loadPack } from '../../src/cli/load.js';
import { commonLogOdds, shiftsOf, type Shift, type Trial } from '../../src/cli/simulate/fairness.js';
import { bandOf, errorOf, percentile, percentileError, type Figures } from '../../src/cli/simulate/figures.js';
import { attempt, knowing, learnerOf } from '../../src/cli/simulate/learner.js';
import type { Job } from '../../src/cli/simulate/part.js';
import { cohorts, groups, personas, quotas, type Persona } from '../../src/cli/simulate/personas.js';
import type { Answered, Run } from '../../src/cli/simulate/play.js';
import { figuresOf } from '../../src/cli/simulate/report.js';
import { simulate } from '../../src/cli/simulate/spread.js';
import { targetsOf, type Target } from '../../src/cli/simulate/targets.js';
import { rightOfAll, trialOf } from '../../src/cli/simulate/trial.js';
import type { CompiledPack } from '../../src/content/index.js';
import { initialResponse } from '../../src/content/responses.js';
import type { Receipt, SessionSnapshot, Submission } from '../../src/model/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = 'src/content/packs/socle-fr';
const pathway = 'diagnostic-initial';

const persona = (id: string, change: Partial<Persona> = {}): Persona => ({ ...personas.find((each) => each.id === id)!, ...change });
const patient = { hazard: 0 };

describe('simulated learners', () => {
  let pack: CompiledPack;
  before(async () => {
    pack = await loadPack(join(root, folder));
  });
  const jobOf = (seed: number, ...groups: readonly (readonly [Persona, number])[]): Job => ({
    pack: pack.index,
    pathway,
    seed,
    quotas: groups.map(([each, learners]) => ({ persona: each, learners })),
  });
  const figures = async (job: Job): Promise<Figures> => figuresOf(job, await simulate(job, 1));

  test('are the same for the same seed and others for another', async () => {
    const groups = [
      [persona('P07'), 12],
      [persona('P08'), 12],
    ] as const;
    const [first, again, other] = [
      await figures(jobOf(5, ...groups)),
      await figures(jobOf(5, ...groups)),
      await figures(jobOf(6, ...groups)),
    ];
    assert.deepEqual(again, first);
    assert.notDeepEqual(other.items, first.items);
  });

  test('are the same, in the same order, whatever the number of threads', async () => {
    const job = jobOf(2, [persona('P03'), 11], [persona('P12'), 7]);
    const [one, two, three] = [await simulate(job, 1), await simulate(job, 2), await simulate(job, 3)];
    assert.deepEqual(
      one.map(({ persona: id, n }) => `${id} ${n}`),
      [...Array.from({ length: 11 }, (_, n) => `P03 ${n}`), ...Array.from({ length: 7 }, (_, n) => `P12 ${n}`)],
    );
    assert.deepEqual(two, one);
    assert.deepEqual(three, one);
  });

  test('of one kind are the same alone or among others', async () => {
    const alone = await simulate(jobOf(2, [persona('P12'), 6]), 1);
    const among = await simulate(jobOf(2, [persona('P03'), 9], [persona('P12'), 6]), 1);
    assert.deepEqual(
      among.filter((run) => run.persona === 'P12'),
      alone,
    );
  });

  test('who avoid computers are sent to the gentle pathway far more often than who have a degree', async () => {
    const { personas: groups } = await figures(jobOf(1, [persona('P14'), 60], [persona('P15'), 60]));
    const [avoids, degree] = groups.map(({ routes }) => routes['abc-diag']?.share ?? 0);
    assert.ok(avoids! > 0.8, String(avoids));
    assert.ok(degree! < 0.03, String(degree));
  });

  test('who know everything finish in band 3 and are never sent to first steps', async () => {
    const { all } = await figures(jobOf(1, [persona('P15', { ability: 20, slip: 0, hazard: 0 }), 20]));
    assert.equal(all.finished.share, 1);
    assert.deepEqual(all.bands.told, [0, 0, 20]);
    assert.equal(all.rightBand.share, 1);
    assert.equal(all.contradictory, 0);
    assert.deepEqual(all.routes, {});
  });

  test('who say they know nothing are offered to stop, accept it, and still get a result and a next step', async () => {
    const runs = await simulate(jobOf(1, [persona('always-unknown', { ability: -20 }), 8]), 1);
    for (const { stopped, finished, answers, route, result } of runs) {
      assert.equal(route, 'abc-diag');
      assert.deepEqual([stopped, finished, answers.length], [true, true, 3]);
      assert.ok(result!.recommendations.length > 0);
    }
  });

  test('who are weary give up, sooner alone than with somebody beside them', async () => {
    const weary = persona('P16', { hazard: 0.1 });
    const { personas: groups } = await figures(jobOf(1, [weary, 400], [{ ...weary, id: 'helped', accompanied: true }, 400]));
    const [alone, helped] = groups.map(({ finished }) => finished.share!);
    assert.ok(alone! < 0.5, String(alone));
    assert.ok(helped! - alone! > 0.1, `${alone} ${helped}`);
  });

  test('know an item as the formula says, take longer at higher levels, and are lucky no more often than the item allows', () => {
    const spread = persona('P10', { ability: 1, sd: 0, slip: 0, unknown: 0, guess: 1 });
    const learner = learnerOf(spread, 0, 1);
    // MEL at level 3: b = −0.6 + 1.4; Sofiane has + 0.2 in communication.
    assert.ok(Math.abs(knowing(learner, 'MEL', 3) - 1 / (1 + Math.exp(-0.4))) < 1e-12);
    const item = { id: '', subject: 'MEL', level: 3, type: 'choice', guess: 0.25, slip: 0, seconds: 60 } as const;
    const many = Array.from({ length: 4000 }, (_, n) => attempt(learner, { ...item, id: `i${n}` }, false, 0));
    const passed = many.filter((each) => each.passed).length / many.length;
    assert.ok(Math.abs(passed - (0.5987 + 0.4013 * 0.25)) < 0.025, String(passed));
    const times = many.map(({ seconds }) => seconds);
    assert.ok(Math.abs(percentile(times, 0.5)! / (34 * 1.15) - 1) < 0.04);
    const easy = attempt(learner, { ...item, level: 1 }, false, 0).seconds;
    // What no score counts is as short as it says: 15 of 45 seconds.
    assert.ok(Math.abs(attempt(learner, { ...item, seconds: 15 }, true, 0).seconds / easy - 15 / 45 / 0.75) < 1e-9);
    assert.ok(Math.abs(attempt(learner, item, false, 0).seconds / easy - 1.15 / 0.75) < 1e-9);
  });

  test('whom somebody at ease takes over from pass more from then on, and who comes back passes more than the first time', () => {
    const easy = { subject: 'MEL', level: 3, type: 'mail', guess: 0, slip: 0, seconds: 60 } as const;
    const passes = (id: string, after: number): number => {
      const learner = learnerOf(persona(id), 0, 1);
      return Array.from({ length: 2000 }, (_, n) => attempt(learner, { ...easy, id: `i${n}` }, false, after)).filter(({ passed }) => passed)
        .length;
    };
    assert.equal(passes('helped', 0), passes('helped', 2));
    assert.ok(passes('helped', 3) > passes('helped', 2) + 600);
    const once = learnerOf({ ...persona('returning'), remembers: 0 }, 0, 1);
    const first = Array.from({ length: 2000 }, (_, n) => attempt(once, { ...easy, id: `i${n}` }, false, 0)).filter(({ passed }) => passed);
    assert.ok(passes('returning', 0) > first.length + 300);
  });

  test('have a seed of the engine of their own', async () => {
    const runs = await simulate(jobOf(1, [persona('P10'), 20], [persona('P06'), 20]), 1);
    assert.equal(new Set(runs.map(({ seed }) => seed)).size, 40);
  });

  test('show another level where an item looks at it, as often as they know it', () => {
    const learner = learnerOf(persona('P10', { sd: 0, ability: 0.2, slip: 0, guess: 0, unknown: 0 }), 0, 1);
    const other = { level: 2, guess: 0, slip: 0 };
    const item = { subject: 'MEL', level: 3, type: 'mail', guess: 0, slip: 0, seconds: 60, easier: other } as const;
    const many = Array.from({ length: 4000 }, (_, n) => attempt(learner, { ...item, id: `i${n}` }, false, 0));
    assert.ok(many.every(({ passed, second }) => passed === (second === undefined)));
    const failed = many.filter(({ passed }) => !passed);
    const shown = failed.filter(({ second }) => second).length / failed.length;
    assert.ok(Math.abs(shown - knowing(learner, 'MEL', 2)) < 0.04, String(shown));
  });

  test('meet on a page the very questions, result and next steps of the simulation', async () => {
    // A solution and an untouched screen stand for the answers here: what shows another level lies between them.
    const plain = <T extends object>({ harder: _, easier: __, ...rest }: T & { harder?: unknown; easier?: unknown }) => rest;
    const single = {
      index: { ...pack.index, items: pack.index.items.map(plain) },
      items: pack.items.map(plain),
    } as unknown as CompiledPack;
    const groups = [[persona('P02', patient), 3] as const, [persona('P09', patient), 3] as const, [persona('P16', patient), 3] as const];
    const runs = await simulate({ ...jobOf(3, ...groups), pack: single.index }, 1);
    assert.ok(runs.some(({ route }) => route !== undefined) && runs.some(({ route }) => route === undefined));
    for (const run of runs)
      assert.deepEqual(await onPage(single, run), { asked: [...run.gate, ...run.answers].map(({ item }) => item), ...run.result });
  });

  test('of the built command are those of the sources', async () => {
    const job = jobOf(2, [persona('P12'), 6]);
    const worker = new Worker(join(root, 'dist/simulate-worker.js'), { workerData: { job, part: 0, parts: 1 } });
    const runs: Run[] = [];
    worker.on('message', (some: readonly Run[]) => runs.push(...some));
    assert.deepEqual(await once(worker, 'exit'), [0]);
    assert.deepEqual(runs, await simulate(job, 1));
  });

  test('are shared out by weight, to the last one', () => {
    for (const { weights } of cohorts) {
      assert.ok(Math.abs(Object.values(weights).reduce((a, b) => a + b) - 1) < 1e-9);
      const shared = quotas(
        Object.entries(weights).map(([id, weight]) => [persona(id), weight]),
        997,
      );
      assert.equal(
        shared.reduce((sum, { learners }) => sum + learners, 0),
        997,
      );
      for (const { persona: each, learners } of shared) assert.ok(Math.abs(learners - 997 * weights[each.id]!) < 1);
    }
  });

  test('are counted rightly', () => {
    const job = jobOf(1, [persona('P01'), 0]);
    const answer = (item: string, passed: boolean, unknown = false): Answered => ({ item, passed, unknown });
    const told = { shows: 'score', confidence: 'good', recommendations: ['th-mail'] } as const;
    const run = { persona: 'P01', n: 0, seed: 1, finished: true, stopped: false, gate: [] } as const;
    const runs: readonly Run[] = [
      {
        ...run,
        trueScore: 0.3,
        answers: [answer('MEL-1-nouveau', true)],
        seconds: 60,
        result: { ...told, band: 3, recommendations: ['abc-1'] },
      },
      {
        ...run,
        trueScore: 0.6,
        answers: [
          answer('MEL-1-nouveau', false),
          answer('FIC-1-photo', false, true),
          answer('PJ-1-plan', false),
          answer('HAM-1-virus', false),
        ],
        seconds: 180,
        result: { ...told, band: 2, confidence: 'low', recommendations: [] },
      },
      { ...run, trueScore: 0.9, finished: false, answers: [], seconds: 5 },
    ];
    const { all, items, mostAsked, neverAsked } = figuresOf(job, runs);
    assert.deepEqual(all.finished, { share: 2 / 3, of: 3 });
    assert.deepEqual(all.questions, { mean: 2.5, p90: 4 });
    assert.deepEqual([all.minutes.median, all.minutes.p90], [1, 3]);
    // Told 3 of 0.3, and 2 of 0.6: the first is wrong, and far from the cuts.
    assert.deepEqual(
      [all.wrongAtCut, all.hurried],
      [
        { share: 0, of: 1 },
        { share: 0, of: 2 },
      ],
    );
    assert.deepEqual(all.bands, { starters: [1, 1, 1], finishers: [1, 1, 0], told: [0, 1, 1] });
    assert.deepEqual([all.rightBand.share, all.withinOneBand.share, all.lowConfidence.share], [0.5, 0.5, 0.5]);
    assert.deepEqual([all.failureStreaks.share, all.triedStreaks.share], [0.5, 0]);
    assert.deepEqual([all.withoutRecommendation, all.contradictory], [1, 1]);
    assert.deepEqual(mostAsked, { item: 'MEL-1-nouveau', asked: { share: 1, of: 2 }, passed: { share: 0.5, of: 2 } });
    assert.equal(neverAsked.length, items.length - 4);
  });

  test('have bands, percentiles and errors as defined', () => {
    assert.deepEqual(
      [0.49, 0.5, 0.8, 0.81].map((score) => bandOf(score, [0.5, 0.8])),
      [1, 2, 2, 3],
    );
    assert.equal(percentile([5, 1, 4, 2, 3], 0.9), 5);
    assert.equal(percentile([5, 1, 4, 2, 3], 0.5), 3);
    assert.equal(percentile([], 0.5), null);
    // Of 1 to 100, the rank of the median has an error of 5.
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    assert.ok(Math.abs(percentileError(hundred, 0.5)! - 5) <= 0.5);
    assert.equal(percentileError([], 0.5), null);
    assert.equal(errorOf({ share: 0.5, of: 100 }), 0.05);
  });

  describe('of whom some meet an item that is unfair to them', () => {
    const kinds = personas.filter(({ apart }) => !apart);
    const answersOf = (seed: number, change: (each: Persona) => Partial<Persona>): Trial =>
      trialOf(jobOf(seed, ...kinds.map((each) => [{ ...each, ...change(each) }, 1] as const)));
    const unfair = (trial: Trial): readonly Shift[] =>
      shiftsOf(
        trial,
        groups.map(({ id }) => id),
      ).filter((shift) => shift.unfair);

    for (const [item, group] of [
      ['MEL-2-question', 'touch'],
      ['HAM-3-signaler', 'reading'],
      ['PJ-4-taille', 'older'],
    ] as const)
      test(`one logit for those of the group "${group}": it is found, and no other is blamed`, () => {
        const found = unfair(answersOf(1, ({ groups: theirs = [] }) => (theirs.includes(group) ? { harder: { [item]: 1 } } : {})));
        assert.deepEqual([...new Set(found.map((shift) => shift.item))], [item]);
        const theirs = found.find((shift) => shift.group === group);
        assert.ok(theirs && Math.abs(theirs.shift - 1) < 3 * theirs.error, JSON.stringify(theirs));
      });

    test('the report says which one, and for whom', async () => {
      const harder = { 'MEL-2-question': 1 };
      const job = jobOf(1, ...kinds.map((each) => [{ ...each, ...(each.groups?.includes('touch') && { harder }) }, 2] as const));
      const played = await figures(job);
      const { status, note } = targetsOf(played, cohorts[0]!, {
        speedsters: played,
        trial: trialOf(job),
        rightOfAll: { share: null, of: 0 },
      }).find(({ id }) => id === 'dif')!;
      assert.equal(status, 'not met');
      assert.match(note, /^MEL-2-question, harder for those on a phone or a tablet; /);
    });

    test('where nobody does, none is blamed, and about one shift in twenty is over two standard errors, as chance has it', () => {
      for (const seed of [1, 2]) {
        const trial = answersOf(seed, () => ({}));
        assert.deepEqual(unfair(trial), []);
        const shifts = shiftsOf(
          trial,
          groups.map(({ id }) => id),
        );
        const striking = shifts.filter(({ shift, error }) => Math.abs(shift) > 1.96 * error).length / shifts.length;
        assert.ok(striking > 0.01 && striking < 0.1, String(striking));
      }
    });
  });

  test('have the odds ratio of Mantel and Haenszel, with its error', () => {
    // One table: ln(30·25 / (10·15)) and √(1/30 + 1/10 + 1/15 + 1/25).
    const one = commonLogOdds([{ others: [30, 10], group: [15, 25] }])!;
    assert.ok(Math.abs(one.shift - Math.log(5)) < 1e-12);
    assert.ok(Math.abs(one.error - Math.sqrt(1 / 30 + 1 / 10 + 1 / 15 + 1 / 25)) < 1e-12);
    // Twice the same: the same odds, and less error by √2.
    const two = commonLogOdds([
      { others: [30, 10], group: [15, 25] },
      { others: [30, 10], group: [15, 25] },
    ])!;
    assert.ok(Math.abs(two.shift - one.shift) < 1e-12);
    assert.ok(Math.abs(two.error * Math.SQRT2 - one.error) < 1e-12);
    assert.equal(commonLogOdds([{ others: [9, 0], group: [7, 0] }]), undefined);
  });

  test('are held against each target, which says why when it was not measured', async () => {
    const everybody = await figures(jobOf(1, ...personas.filter(({ apart }) => !apart).map((each) => [each, 2] as const)));
    const main = cohorts[0]!;
    const hasty = await figures(jobOf(1, [persona('speedster', { declines: true }), 20]));
    const job = jobOf(1, [persona('P10'), 1], [persona('P14'), 1]);
    const ends = rightOfAll(job);
    assert.ok(ends.of === 200 && ends.share! > 0.95, 'who knows all or nothing is told so by a result that asked everything');
    const beside = { speedsters: hasty, trial: trialOf(job), rightOfAll: ends };
    const targets = targetsOf(everybody, main, beside);
    assert.deepEqual(
      targets.map(({ id }) => id),
      [
        ['finish', 'share', 'gate-weak', 'gate-strong', 'minutes', 'band', 'band-near', 'modes', 'hasty', 'slow'],
        ['exposure-most', 'exposure-least', 'streaks', 'visio', 'recommended', 'contradictory', 'dif'],
      ].flat(),
    );
    for (const { status, value, note } of targets) {
      assert.equal(status === 'not measured', value === null);
      if (value === null) assert.ok(note.length > 10);
    }
    const status = (list: readonly Target[], id: string): string | undefined => list.find((target) => target.id === id)?.status;
    assert.equal(status(targets, 'recommended'), 'met');
    assert.equal(status(targets, 'finish') === 'not measured', false);
    const learning = { ...jobOf(1, [persona('P10'), 5]), pathway: 'uc-securite' };
    const alone = targetsOf(await figures(learning), main, { ...beside, trial: trialOf(learning), rightOfAll: rightOfAll(learning) });
    for (const id of ['finish', 'share', 'gate-strong', 'dif']) assert.equal(status(alone, id), 'not measured', id);
    // Who answers at random in a few seconds, and declines the gentle pathway, is told that the result is to be confirmed.
    assert.deepEqual(hasty.all.routes, {});
    assert.equal(hasty.all.hurried.share, 1);
    assert.equal(status(targets, 'hasty'), 'met');
    // What is assumed is said to be.
    assert.match(targets.find(({ id }) => id === 'share')!.note, /^assumed: 94 % /);
  });
});

/** A run as the page would have it: its answers given to the backend that lives in a page. */
async function onPage({ index, items }: CompiledPack, run: Run): Promise<object> {
  const live = new AbortController().signal;
  const backend = createEmbeddedBackend({
    content: 'memory:/',
    seed: run.seed,
    now: () => 0,
    fetch: (url) => Promise.resolve(Response.json(url.endsWith('pack.json') ? index : items.find(({ id }) => url.endsWith(`/${id}.json`)))),
  });
  const given = new Map([...run.gate, ...run.answers].map((answer) => [answer.item, answer]));
  const asked: string[] = [];
  let number = 0;
  let now: SessionSnapshot | Receipt = await backend.open({ pathway }, live);
  const session = now.id;
  for (; now.step.kind !== 'end'; number++) {
    let submission: Submission = { kind: 'continue', id: String(number), accept: now.step.kind === 'checkpoint' };
    if (now.step.kind === 'checkpoint' && now.step.checkpoint === 'stop')
      submission = { ...submission, accept: run.stopped && asked.length === given.size };
    if (now.step.kind === 'item') {
      const { id } = now.step.item;
      const { task, solution } = items.find((item) => item.id === id)!;
      const answer = given.get(id);
      assert.ok(answer, `${id} was not asked in the simulation`);
      asked.push(id);
      const response = answer.unknown ? null : answer.passed ? solution : initialResponse(task);
      submission = { kind: 'answer', id: String(number), item: id, response, seconds: 60 };
    }
    now = await backend.answer(session, submission, live);
  }
  const { result } = await backend.finish(session, [], live);
  const { shows, score, recommendations } = result;
  return { asked, shows, band: score.band, confidence: score.confidence, recommendations: recommendations.map(({ id }) => id) };
}

describe('pix-diagnostic simulate', () => {
  const run = (...words: string[]): Promise<{ status: number | null; out: string; error: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/index.ts', 'simulate', ...words], { cwd: root });
      let [out, error] = ['', ''];
      child.stdout.on('data', (chunk) => (out += String(chunk)));
      child.stderr.on('data', (chunk) => (error += String(chunk)));
      child.on('close', (status) => resolve({ status, out, error }));
    });
  const diagnostic = [folder, '--pathway', pathway] as const;

  test('prints JSON that sums up', async () => {
    const { status, out, error } = await run(...diagnostic, '--cohort', 'mission-locale-like', '--learners', '40', '--json', '--targets');
    assert.deepEqual([status, error], [0, '']);
    const { all, personas: groups, items, cohort, targets } = JSON.parse(out) as Figures & { targets: readonly Target[] };
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    assert.equal(cohort, 'mission-locale-like');
    assert.deepEqual([all.learners, sum(groups.map(({ learners }) => learners))], [40, 40]);
    for (const key of ['starters', 'finishers', 'told'] as const)
      for (const band of [0, 1, 2]) assert.equal(sum(groups.map(({ bands }) => bands[key][band]!)), all.bands[key][band]);
    assert.equal(sum(all.bands.starters), 40);
    assert.equal(sum(all.bands.finishers), Math.round(all.finished.share! * 40));
    const firsts = sum(all.recommendations.map(({ first }) => first.share! * first.of));
    assert.equal(Math.round(firsts) + all.withoutRecommendation, sum(all.bands.finishers));
    const answers = sum(items.map(({ passed }) => passed.of));
    assert.ok(answers > 40 * 5 && answers < 40 * 24, String(answers));
    assert.ok(targets.length > 10);
  });

  test('gives the same figures for a pack that is compiled as for its sources, and refuses one that cannot be used', async () => {
    const few = ['--pathway', pathway, '--learners', '16', '--json'];
    const compiled = await run('dist/packs/socle-fr', ...few);
    assert.equal(compiled.status, 0, compiled.error);
    assert.equal(compiled.out, (await run(folder, ...few)).out);

    const spoilt = await mkdtemp(join(tmpdir(), 'pack-'));
    await writeFile(join(spoilt, 'pack.json'), '{"id": ');
    const refused = await run(spoilt, ...few);
    assert.deepEqual([refused.status, refused.out], [2, '']);
    assert.match(refused.error, /pack\.json cannot be used: /);
    await rm(spoilt, { recursive: true });
  });

  test('prints a table of every persona and every item, and the targets; with --strict what is not met is a failure', async () => {
    const { status, out } = await run(...diagnostic, '--learners', '32', '--targets', '--strict');
    assert.equal(status, 1);
    for (const { id, name, apart } of personas) assert.equal(new RegExp(`^${id} ${name} +2 `, 'm').test(out), !apart);
    assert.match(out, /^all +32 /m);
    assert.match(out, /^HAM-3-signaler +\d+ +/m);
    assert.match(out, /^right band +≥ 90 % .*(met|not met)/m);
  });

  test('says in one line what cannot be understood, and names what there is', async () => {
    for (const [words, message] of [
      [[folder], /Say which pathway: --pathway <id>/],
      [[folder, '--pathway', 'nowhere'], /no pathway in socle-fr "nowhere"\. There is: abc-1, abc-diag, diagnostic-initial/],
      [[...diagnostic, '--persona', 'P99'], /no persona "P99"\. There is: P01, P02/],
      [[...diagnostic, '--cohort', 'all'], /no cohort "all"\. There is: france-travail-like, mission-locale-like, unis-cite-like/],
      [[...diagnostic, '--learners', '0'], /--learners is a whole number from 1 /],
      [[...diagnostic, '--learners', 'many'], /--learners is a whole number from 1 to \d+, not "many"/],
      [[...diagnostic, '--seed', '1.5'], /--seed is a whole number from 0 /],
      [[...diagnostic, '--json', '--table'], /--json or --table, not both/],
      [[...diagnostic, '--persona', 'P01', '--cohort', 'unis-cite-like'], /--persona or --cohort, not both/],
      [[...diagnostic, '--strict'], /--strict goes with --targets/],
    ] as const) {
      const { status, out, error } = await run(...words);
      assert.deepEqual([status, out], [2, ''], error);
      assert.match(error, message);
      assert.equal(error.split('\n').length, 3, error);
    }
  });

  test('simulates nothing of a pack with errors, and says which', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'simulate-'));
    after(() => rm(broken, { recursive: true }));
    await cp(join(root, 'test/content/fixture'), broken, { recursive: true });
    const file = join(broken, 'subjects', 'ESS.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('only: [clair]', 'only: [claire]'));
    const { status, out, error } = await run(broken, '--pathway', 'any');
    assert.deepEqual([status, out], [1, '']);
    assert.match(error, /ESS\.yaml:21:76 .*"claire"[^]*Nothing simulated: 1 error, 0 warnings\.\n$/);
  });
});
