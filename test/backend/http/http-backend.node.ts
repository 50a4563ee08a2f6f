import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { routes } from '../../../src/backend/http/routes.js';
import { contract } from '../../../src/contract/index.js';
import type { KeptSession } from '../../../src/backend/http/kept.js';
import type { Receipt, Step, Submission, TaskResponse } from '../../../src/model/index.js';
import { failureOf, itemOf, live, smallBackend } from '../../support/runs.js';
import { right, wrong } from '../../support/small-pack.js';
import { httpRig, type HttpPage, type HttpRig } from '../../support/http-rig.js';
import { startPostgres } from '../../support/postgres.js';
import type { Service } from '../../support/service-rig.js';
import type { Home } from '../../faults/home.js';
import { realHome } from '../../faults/real-home.js';
import { standInHome } from '../../faults/stand-in-home.js';
import { fair, type Fate } from '../../support/wire.js';

const answer = (step: Step, response: TaskResponse = right): Submission => ({
  kind: 'answer',
  id: crypto.randomUUID(),
  item: itemOf(step),
  response,
  seconds: 5,
});
const goOn = (accept = false): Submission => ({ kind: 'continue', id: crypto.randomUUID(), accept });
const lostThere: Fate = { ...fair, lost: 'there' };
const lostBack: Fate = { ...fair, lost: 'back' };

/** Answers rightly until a step of another kind. */
async function through(page: HttpPage, first: Step): Promise<Step> {
  let step = first;
  while (step.kind === 'item') ({ step } = await page.answer(answer(step)));
  return step;
}

test('a session on a service asks the addresses of the contract', () => {
  for (const [id, [method, path]] of Object.entries(routes)) {
    const operation = contract.find((candidate) => candidate.id === id);
    assert.deepEqual([operation?.method, operation?.path], [method, path]);
  }
});

const homes: Readonly<Record<string, () => Promise<Home>>> = {
  'the stand-in': () => Promise.resolve(standInHome()),
  'the service, on the database inside': () => realHome(),
  async 'the service, on PostgreSQL'() {
    const postgres = await startPostgres();
    const home = await realHome(await postgres.database());
    return {
      ...home,
      async close() {
        await home.close();
        await postgres.close();
      },
    };
  },
};

for (const [name, open] of Object.entries(homes))
  describe(`on ${name}`, () => {
    let home: Home;
    before(async () => {
      home = await open();
    });
    after(() => home.close());

    const newRig = (service: Service = home.service): HttpRig => {
      const rig = httpRig(service);
      home.clock.follow(rig.time.now);
      return rig;
    };
    /** Launch tokens of a learner whom the service does not know yet. */
    const learner = ({ time }: HttpRig): (() => Promise<string>) => {
      const launch = home.launchFor(crypto.randomUUID());
      return () => time.work(launch());
    };

    describe('a session on a service', () => {
      test('goes one round trip a question, to the same result as in the page', async () => {
        const rig = newRig();
        const page = rig.page();
        const opened = await page.open('depart');
        assert.equal(opened.resumed, false);
        const asked: string[] = [];
        let step = opened.step;
        while (step.kind === 'item') {
          asked.push(itemOf(step));
          ({ step } = await page.answer(answer(step)));
        }
        assert.equal(step.kind === 'checkpoint' && step.checkpoint, 'review');
        assert.deepEqual(rig.wire.reached, ['openSession', ...asked.map(() => 'submit')]);
        ({ step } = await page.answer(goOn()));
        assert.equal(step.kind, 'end');
        const { result } = await rig.time.brings(page.backend.finish(opened.id, [], live));

        const inPage = smallBackend();
        const own = await inPage.open({ pathway: 'depart' }, live);
        for (const item of asked) await inPage.answer(own.id, { kind: 'answer', id: item, item, response: right, seconds: 5 }, live);
        await inPage.answer(own.id, goOn(), live);
        const expected = (await inPage.finish(own.id, [], live)).result;
        const { id: _, startedAt: __, finishedAt: ___, ...same } = result;
        assert.deepEqual({ ...expected, ...same }, expected);
      });

      test('tells in learning pathways what an answer was worth, and takes another try', async () => {
        const page = newRig().page();
        const { step } = await page.open('gestes');
        const lesson = await page.answer(goOn());
        assert.equal(step.kind, 'lesson');
        const first = await page.answer(answer(lesson.step, wrong));
        assert.equal(first.feedback?.grade.passed, false);
        const second = await page.answer(answer(lesson.step));
        assert.equal(second.feedback?.grade.passed, true);
        assert.equal(itemOf(second.step), 'MEL-1-b');
      });

      test('shows the answers at the review, and lets the learner correct one', async () => {
        const rig = newRig();
        const page = rig.page();
        const { id, step } = await page.open('sondage');
        await through(page, step);
        const lines = await rig.time.brings(page.backend.answers(id, live));
        assert.deepEqual(
          lines.map(({ item }) => item),
          ['MEL-1-a', 'NAV-1-a', 'SEC-1-a', 'MEL-2-a'],
        );
        const again = await rig.time.brings(page.backend.reopen(id, 'NAV-1-a', live));
        assert.deepEqual(again.response, right);
        const receipt = await page.answer({ ...answer(again, wrong), revision: true } as Submission);
        assert.equal(receipt.step.kind === 'checkpoint' && receipt.step.checkpoint, 'review');
        await page.answer(goOn());
        const { result } = await rig.time.brings(page.backend.finish(id, [], live));
        assert.deepEqual([result.answered, result.passed], [4, 3]);
      });

      test('gives a signed result when the learner shares, and takes the answer to the survey', async () => {
        const rig = newRig();
        const page = rig.page();
        const { id, step } = await page.open('sondage');
        await through(page, step);
        await page.answer(goOn());
        await rig.time.brings(page.backend.finish(id, [], live));
        await rig.time.brings(page.backend.survey(id, 9, live));
        const attestation = await rig.time.brings(page.backend.attest(id, live));
        const shared = await rig.time.brings(page.backend.share(id, live));
        for (const token of [attestation, shared.attestation]) {
          const payload = JSON.parse(atob((token?.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as { result: object };
          assert.equal((payload.result as { id: string }).id, id);
        }
        const explained = await rig.time.brings(page.backend.explain(id, live));
        assert.equal(explained.result.id, id);
      });

      test('gives the result even when the host’s offers are not what the contract allows', async () => {
        const rig = newRig();
        const page = rig.page();
        const { id, step } = await page.open('sondage');
        await through(page, step);
        await page.answer(goOn());
        const offers = [{ id: 'workshop', kind: 'workshop', title: 'x'.repeat(500) }];
        const { result } = await rig.time.brings(page.backend.finish(id, offers, live));
        assert.equal(result.answered, 4);
      });
    });

    describe('when the connection is bad', () => {
      for (const [name, fate] of Object.entries({ 'on the way there': lostThere, 'on the way back': lostBack }))
        test(`an answer lost ${name} is sent again, and counts once`, async () => {
          const rig = newRig();
          const page = rig.page();
          const { step, id } = await page.open('sondage');
          rig.fates.set('submit', [fate, fate, fate]);
          await through(page, step);
          await rig.time.until(() => page.news.at(-1)?.waiting === 0);
          const lines = await rig.time.brings(page.backend.answers(id, live));
          assert.equal(lines.length, 4);
        });

      test('the learner goes on with the reserve at once, and what waits goes by itself when the connection is back', async () => {
        const rig = newRig();
        const page = rig.page();
        const { step, progress } = await page.open('sondage');
        rig.wire.setOnline(false);
        const first = await page.answer(answer(step));
        assert.ok(rig.time.now() < 1000);
        assert.equal(itemOf(first.step), 'NAV-1-a');
        assert.equal(first.step.kind === 'item' && first.step.number, 2);
        const second = await page.answer(answer(first.step));
        assert.ok(second.progress.fraction > first.progress.fraction && first.progress.fraction > progress.fraction);
        assert.deepEqual(page.news.at(-1), { resume: second.resume, waiting: 2, trouble: 'offline' });
        rig.wire.setOnline(true);
        await rig.time.until(() => page.news.at(-1)?.waiting === 0, 1000);
        assert.equal(page.news.at(-1)?.trouble, undefined);
        const last = await through(page, second.step);
        assert.equal(last.kind === 'checkpoint' && last.checkpoint, 'review');
      });

      test('a slow answer is not waited for longer than four seconds', async () => {
        const rig = newRig();
        const page = rig.page();
        const { step } = await page.open('sondage');
        rig.fates.set('submit', [{ there: 9000, back: 10 }]);
        const before = rig.time.now();
        const receipt = await page.answer(answer(step));
        assert.equal(rig.time.now() - before, 4000);
        assert.equal(itemOf(receipt.step), 'NAV-1-a');
      });

      test('where only the service can say what comes next, it comes by itself when the connection is back', async () => {
        const rig = newRig();
        const page = rig.page();
        const { step, id } = await page.open('sondage');
        const review = await through(page, step);
        assert.equal(review.kind, 'checkpoint');
        rig.wire.setOnline(false);
        const waiting = page.answer(goOn());
        await rig.time.until(() => page.news.at(-1)?.trouble === 'offline');
        await rig.time.brings(rig.time.sleep(5));
        rig.wire.setOnline(true);
        assert.equal((await waiting).step.kind, 'end');
        rig.fates.set('finish', [lostThere, lostBack, { ...fair, instead: { status: 502 } }]);
        assert.equal((await rig.time.brings(page.backend.finish(id, [], live))).result.answered, 4);
      });

      // The stand-in gives nothing ahead at a gate.
      if (name !== 'the stand-in')
        describe('at a gate', () => {
          const toItsEnd = async (page: HttpPage, first: Step, response: TaskResponse): Promise<Receipt> => {
            let receipt = await page.answer(answer(first, response));
            for (let i = 1; i < 3; i++) receipt = await page.answer(answer(receipt.step, response));
            return receipt;
          };

          for (const [which, response] of Object.entries({ passed: right, missed: wrong }))
            test(`${which} without a connection, the learner goes on after a while with the main part, and stays in it`, async () => {
              const rig = newRig();
              const page = rig.page();
              const { id, step } = await page.open('porte');
              rig.wire.setOnline(false);
              const { step: main, progress } = await toItsEnd(page, step, response);
              assert.ok(rig.time.now() > 15_000, 'it waits first: the service may be back');
              assert.deepEqual(main.kind === 'item' && [main.phase, main.number, progress.answered], ['main', 1, 0]);
              const second = await page.answer(answer(main, response));
              assert.deepEqual(second.step.kind === 'item' && [second.step.number, second.progress.answered], [2, 1]);
              rig.wire.setOnline(true);
              await rig.time.until(() => page.news.at(-1)?.waiting === 0);
              const third = await page.answer(answer(second.step, response));
              assert.equal(third.step.kind, 'item');
              const lines = await rig.time.brings(page.backend.answers(id, live));
              assert.deepEqual(
                lines.map(({ item }) => item),
                [itemOf(main), itemOf(second.step)],
              );
            });

          test('a short loss changes nothing: what the gate leads to is proposed', async () => {
            const rig = newRig();
            const page = rig.page();
            const { step } = await page.open('porte');
            const second = await page.answer(answer(step, wrong));
            rig.fates.set('submit', [lostThere, lostBack]);
            const third = await page.answer(answer(second.step, wrong));
            const last = await page.answer(answer(third.step, wrong));
            assert.equal(last.step.kind === 'checkpoint' && last.step.checkpoint, 'route');
          });

          test('a page that is loaded again there without a connection goes on too', async () => {
            const rig = newRig();
            const before = rig.page();
            const { id, step } = await before.open('porte');
            rig.wire.setOnline(false);
            const second = await before.answer(answer(step));
            const third = await before.answer(answer(second.step));
            void before.backend.answer(id, answer(third.step), live);
            await rig.time.brings(rig.time.sleep(10));
            before.crash();
            const { step: main } = await rig.page().open('porte');
            assert.equal(main.kind === 'item' && main.phase, 'main');
          });
        });

      test('a learning pathway waits: its feedback is the service’s', async () => {
        const rig = newRig();
        const page = rig.page();
        await page.open('gestes');
        const lesson = await page.answer(goOn());
        rig.fates.set('submit', [lostThere, lostBack]);
        assert.ok((await page.answer(answer(lesson.step))).feedback);
      });

      test('it comes back no sooner than the service asks', async () => {
        const rig = newRig();
        const page = rig.page();
        const { step } = await page.open('gestes');
        assert.equal(step.kind, 'lesson');
        rig.fates.set('submit', [{ ...fair, instead: { status: 429, code: 'too-many-requests', retryAfter: 7 } }]);
        const before = rig.time.now();
        await page.answer(goOn());
        assert.ok(rig.time.now() - before >= 7000);
      });

      test('it tries ever less often, and never less than twice a minute', async () => {
        const rig = newRig();
        const page = rig.page({ random: () => 0.999 });
        const { id } = await page.open('gestes');
        const fates = Array.from({ length: 60 }, () => lostThere);
        rig.fates.set('submit', fates);
        void page.backend.answer(id, goOn(), live);
        const tried = async (seconds: number): Promise<number> => {
          const before = fates.length;
          const end = rig.time.now() + 1000 * seconds;
          await rig.time.until(() => rig.time.now() >= end);
          return before - fates.length;
        };
        const [first, later] = [await tried(60), await tried(540)];
        assert.ok(first >= 6 && first <= 9, `${first} tries in the first minute`);
        assert.ok(later >= 17 && later <= 19, `${later} tries in nine more minutes`);
      });

      test('an answer that the service refuses is told as such, and another can be given', async () => {
        const page = newRig().page();
        const { step } = await page.open('sondage');
        const { code, recoverable } = await failureOf(page.answer(answer(step, { selected: ['x'.repeat(300)] })));
        assert.deepEqual([code, recoverable, page.news.at(-1)?.waiting], ['answer-not-sent', true, 0]);
        assert.equal(itemOf((await page.answer(answer(step))).step), 'NAV-1-a');
      });

      test('a service that cannot be reached at the beginning is told after a few tries', async () => {
        const rig = newRig();
        rig.fates.set('openSession', [lostThere, { ...fair, instead: { status: 503 } }, lostThere, lostThere]);
        const { code, recoverable } = await failureOf(rig.page().open('depart'));
        assert.deepEqual([code, recoverable], ['backend-unreachable', true]);
        assert.equal((await rig.page().open('depart')).step.kind, 'item');
      });

      test('a launch token that expired while the service had the page wait is asked for again', async () => {
        const rig = newRig();
        let tokens = 0;
        const launch = learner(rig);
        const getToken = (): Promise<string> => (tokens++, launch());
        rig.fates.set('openSession', [
          { ...fair, instead: { status: 503, code: 'unavailable', retryAfter: 400 } },
          { ...fair, instead: { status: 401, code: 'token-expired' } },
        ]);
        assert.equal((await rig.page({ getToken }).open('depart')).step.kind, 'item');
        assert.equal(tokens, 2);
      });

      test('a beginning whose answer was lost begins one session, not two', async () => {
        const { service } = home;
        const begun = new Set<string>();
        const rig = newRig(async (request) => {
          const response = await service(request);
          begun.add(((await response.clone().json()) as { id: string }).id);
          return response;
        });
        rig.fates.set('openSession', [lostBack, lostBack]);
        const { id } = await rig.page().open('depart');
        assert.deepEqual([...begun], [id]);
      });
    });

    describe('when the service fails at one answer, and at nothing else', () => {
      const broken: Fate = { ...fair, instead: { status: 500, code: 'unexpected' } };
      const forever = (fate: Fate): Fate[] => Array.from({ length: 1000 }, () => fate);

      test('the learner is told after a while, and goes on with another answer', async () => {
        const rig = newRig();
        const page = rig.page();
        await page.open('gestes');
        const lesson = await page.answer(goOn());
        rig.fates.set('submit', forever(broken));
        const before = rig.time.now();
        const { code, recoverable } = await failureOf(page.answer(answer(lesson.step)));
        assert.deepEqual([code, recoverable, page.news.at(-1)], ['answer-not-sent', true, { resume: rig.device.resume, waiting: 0 }]);
        const took = rig.time.now() - before;
        assert.ok(took > 20_000 && took < 300_000, `told after ${took} ms`);
        rig.fates.clear();
        const unknown = { ...answer(lesson.step), response: null } as Submission;
        assert.equal(itemOf((await page.answer(unknown)).step), 'MEL-1-b');
      });

      test('one who had gone on is told too, and what was answered since is sent', async () => {
        const rig = newRig();
        const page = rig.page();
        const { id, step } = await page.open('sondage');
        rig.fates.set('submit', forever(broken));
        const second = await page.answer(answer(step));
        const third = await page.answer(answer(second.step));
        assert.deepEqual([itemOf(second.step), itemOf(third.step)], ['NAV-1-a', 'SEC-1-a']);
        await rig.time.until(() => page.news.some(({ trouble }) => trouble === 'refused'));
        rig.fates.clear();
        await rig.time.until(() => page.news.at(-1)?.waiting === 0);
        assert.equal(itemOf((await page.answer(answer(third.step))).step), 'MEL-1-a');
        const lines = await rig.time.brings(page.backend.answers(id, live));
        assert.deepEqual(
          lines.map(({ item }) => item),
          ['NAV-1-a', 'SEC-1-a'],
        );
      });

      test('one whose page was loaded again meanwhile is told there, at the same question', async () => {
        const rig = newRig();
        const page = rig.page();
        await page.open('gestes');
        const lesson = await page.answer(goOn());
        rig.fates.set('submit', forever(broken));
        void page.backend.answer((rig.device.resume as KeptSession).session, answer(lesson.step), live);
        await rig.time.brings(rig.time.sleep(5));
        page.crash();
        const after = rig.page();
        assert.equal(itemOf((await after.open('gestes')).step), itemOf(lesson.step));
        assert.deepEqual(
          after.news.map(({ trouble, waiting }) => [trouble, waiting]),
          [['refused', 0]],
        );
      });

      test('one whose page was gone before it could tell is told by the next one', async () => {
        const rig = newRig();
        const page = rig.page();
        let { step } = await page.open('sondage');
        rig.fates.set('submit', forever(broken));
        for (let n = 0; n < 3; n++) ({ step } = await page.answer(answer(step)));
        // The last one: nothing is left to be shown.
        void page.answer(answer(step)).catch(() => undefined);
        await rig.time.brings(rig.time.sleep(5));
        page.crash();
        // The next page gives the first answer up, hears nothing of the second one, which takes effect, and never has anything to show.
        rig.fates.set('submit', [...Array.from({ length: 10 }, () => broken), lostBack, ...forever(lostThere)]);
        const opening = rig.page();
        void opening.open('sondage').catch(() => undefined);
        await rig.time.until(() => (rig.fates.get('submit')?.length ?? 0) < 995);
        opening.crash();
        rig.fates.clear();
        const after = rig.page();
        await after.open('sondage');
        assert.deepEqual(
          after.news.map(({ trouble, waiting }) => [trouble, waiting]),
          [['refused', 0]],
        );
      });

      test('one that counts no more, since the device forgot that another one was given instead, is told of by the page that opens', async () => {
        const rig = newRig();
        const page = rig.page();
        let { step } = await page.open('sondage');
        rig.fates.set('submit', forever(lostThere));
        for (let n = 0; n < 3; n++) ({ step } = await page.answer(answer(step)));
        void page.answer(answer(step)).catch(() => undefined);
        await rig.time.brings(rig.time.sleep(5));
        page.crash();
        const { outbox, ...kept } = structuredClone(rig.device.resume as KeptSession);
        rig.fates.clear();
        const bringing = rig.page();
        await bringing.open('sondage');
        bringing.crash();
        const given = outbox.map((unsent, n) =>
          n < 3 ? unsent : { ...unsent, submission: { ...unsent.submission, id: crypto.randomUUID() } },
        );
        rig.device.resume = { ...kept, outbox: given };
        const after = rig.page();
        await after.open('sondage');
        assert.deepEqual(
          after.news.map(({ trouble, waiting }) => [trouble, waiting]),
          [['moved', 0]],
        );
      });

      test('a service that fails at everything is waited for', async () => {
        const rig = newRig();
        const page = rig.page();
        const { id, step } = await page.open('sondage');
        const [submits, reads] = [forever(broken), forever(broken)];
        rig.fates.set('submit', submits).set('readSession', reads);
        void page.answer(answer(step)).catch(() => undefined);
        await rig.time.brings(rig.time.sleep(3_000_000), 4_000_000);
        submits.length = reads.length = 0;
        await rig.time.until(() => page.news.at(-1)?.waiting === 0);
        assert.equal((await rig.time.brings(page.backend.answers(id, live))).length, 1);
      });

      test('an answer that took effect all the same counts', async () => {
        const rig = newRig();
        const page = rig.page();
        const { id, step } = await page.open('sondage');
        rig.fates.set('submit', [lostBack, ...forever(broken)]);
        const receipt = await page.answer(answer(step));
        await rig.time.until(() => page.news.at(-1)?.waiting === 0);
        assert.equal(itemOf(receipt.step), 'NAV-1-a');
        assert.equal((await rig.time.brings(page.backend.answers(id, live))).length, 1);
      });
    });

    describe('after a crash', () => {
      test('an answer that was given is never lost, whether the service had it or not', async () => {
        for (const fate of [lostThere, lostBack]) {
          const rig = newRig();
          const page = rig.page();
          const { step, id } = await page.open('sondage');
          rig.fates.set('submit', [fate]);
          void page.backend.answer(id, answer(step), live);
          await rig.time.brings(rig.time.sleep(5));
          page.crash();
          const after = rig.page();
          const reopened = await after.open('sondage');
          assert.deepEqual([reopened.id, reopened.resumed, itemOf(reopened.step)], [id, true, 'NAV-1-a']);
        }
      });

      test('without a connection the learner goes on from what is kept', async () => {
        const rig = newRig();
        const page = rig.page();
        const { step } = await page.open('sondage');
        rig.wire.setOnline(false);
        const { step: second } = await page.answer(answer(step));
        page.crash();
        const after = rig.page();
        const reopened = await after.open('sondage');
        assert.deepEqual([itemOf(reopened.step), reopened.resumed], [itemOf(second), true]);
        const { step: third } = await after.answer(answer(reopened.step));
        rig.wire.setOnline(true);
        await through(after, third);
        assert.deepEqual(
          (await rig.time.brings(after.backend.answers(reopened.id, live))).map(({ item }) => item),
          ['MEL-1-a', 'NAV-1-a', 'SEC-1-a', 'MEL-2-a'],
        );
      });

      test('a question of the reserve that was on screen is still there, with the connection back', async () => {
        const rig = newRig();
        const page = rig.page();
        const { step } = await page.open('depart');
        rig.wire.setOnline(false);
        const { step: second } = await page.answer(answer(step));
        page.crash();
        rig.wire.setOnline(true);
        assert.equal(itemOf((await rig.page().open('depart')).step), itemOf(second));
      });

      test('what is kept holds no launch token, and is for that service only', async () => {
        const rig = newRig();
        const launch = learner(rig);
        const tokens: string[] = [];
        const getToken = async (): Promise<string> => {
          tokens.push(await launch());
          return tokens.at(-1)!;
        };
        await rig.page({ getToken }).open('depart');
        assert.equal(tokens.length, 1);
        assert.ok(!JSON.stringify(rig.device.resume).includes(tokens[0]!));
        rig.device.resume = { ...(rig.device.resume as KeptSession), service: 'https://elsewhere.test' };
        assert.equal((await rig.page().open('depart')).resumed, false);
      });
    });

    describe('tokens', () => {
      const expired: Fate = { ...fair, instead: { status: 401, code: 'token-expired' } };

      test('an expired session token is renewed with a new launch token, unseen', async () => {
        const rig = newRig();
        const page = rig.page({ getToken: learner(rig) });
        const { step } = await page.open('sondage');
        rig.fates.set('submit', [expired]);
        rig.fates.set('renewToken', [lostBack]);
        const receipt = await page.answer(answer(step));
        await rig.time.until(() => page.news.at(-1)?.waiting === 0);
        assert.equal(itemOf(receipt.step), 'NAV-1-a');
      });

      test('a session that waited longer than its token lives goes on', async () => {
        const rig = newRig();
        const page = rig.page({ getToken: learner(rig) });
        const { step } = await page.open('sondage');
        await rig.time.brings(rig.time.sleep(31 * 60_000));
        const receipt = await page.answer(answer(step));
        await rig.time.until(() => page.news.at(-1)?.waiting === 0);
        assert.equal(itemOf(receipt.step), 'NAV-1-a');
        assert.equal(rig.wire.reached.includes('renewToken'), name !== 'the stand-in');
      });

      test('a session whose token is dead is opened again with a launch token, and its answers are sent', async () => {
        const rig = newRig();
        const getToken = learner(rig);
        const page = rig.page({ getToken });
        const { step, id } = await page.open('sondage');
        rig.wire.setOnline(false);
        await page.answer(answer(step));
        page.crash();
        rig.wire.setOnline(true);
        rig.device.resume = { ...(rig.device.resume as KeptSession), token: 'of last week' };
        rig.fates.set(
          'renewToken',
          Array.from({ length: 9 }, () => ({ ...fair, instead: { status: 404, code: 'session-unknown' as const } })),
        );
        const after = rig.page({ getToken });
        const reopened = await after.open('sondage');
        assert.deepEqual([reopened.id, itemOf(reopened.step)], [id, 'NAV-1-a']);
        await rig.time.until(() => (rig.device.resume as KeptSession).outbox.length === 0);
      });

      test('a learner whose device kept nothing goes on by the launch token', async () => {
        const rig = newRig();
        const getToken = learner(rig);
        const page = rig.page({ getToken });
        const { step, id } = await page.open('sondage');
        await page.answer(answer(step));
        rig.device.resume = undefined;
        const elsewhere = await rig.page({ getToken }).open('sondage');
        assert.deepEqual([elsewhere.id, elsewhere.resumed, itemOf(elsewhere.step)], [id, true, 'NAV-1-a']);
      });

      test('beginning again is beginning anew', async () => {
        const rig = newRig();
        const page = rig.page({ getToken: learner(rig) });
        const { id } = await page.open('sondage');
        rig.device.resume = undefined;
        assert.notEqual((await page.open('sondage')).id, id);
      });

      test('a service that does not let the learner in is told as such', async () => {
        const rig = newRig();
        rig.fates.set('openSession', [{ ...fair, instead: { status: 403, code: 'origin-refused' } }]);
        const { code, recoverable } = await failureOf(rig.page().open('depart'));
        assert.deepEqual([code, recoverable], ['launch-refused', false]);
      });

      test('a session that was erased begins anew', async () => {
        const rig = newRig();
        const page = rig.page();
        const { id } = await page.open('depart');
        rig.fates.set('readSession', [{ ...fair, instead: { status: 404, code: 'session-unknown' } }]);
        const reopened = await rig.page().open('depart');
        assert.equal(reopened.resumed, false);
        assert.notEqual(reopened.id, id);
      });
    });

    describe('two pages with one session', () => {
      test('what the other tab had not sent when it was closed is sent by the one that takes over', async () => {
        const rig = newRig();
        const first = rig.page();
        const { step, id } = await first.open('sondage');
        const other = rig.page();
        await other.open('sondage');
        rig.wire.setOnline(false);
        const receipt = await other.answer(answer(step));
        other.crash();
        rig.wire.setOnline(true);
        const again = await first.open('sondage');
        assert.equal(itemOf(again.step), itemOf(receipt.step));
        await rig.time.until(() => (rig.device.resume as KeptSession).outbox.length === 0);
        assert.equal((await rig.time.brings(first.backend.answers(id, live))).length, 1);
      });

      test('the one left behind says so, keeps its answers, and shows where the session is', async () => {
        const rig = newRig();
        const getToken = learner(rig);
        const left = rig.page({ getToken });
        const { step } = await left.open('sondage');
        rig.device.resume = undefined;
        const other = rig.page({ getToken });
        const second = (await other.answer(answer((await other.open('sondage')).step))).step;
        const third = (await other.answer(answer(second))).step;
        const receipt: Receipt = await left.answer(answer(step, wrong));
        assert.equal(itemOf(receipt.step), itemOf(third));
        assert.ok(left.news.some(({ trouble }) => trouble === 'moved'));
        assert.equal(left.news.at(-1)?.waiting, 0);
        await through(left, receipt.step);
      });
    });
  });
