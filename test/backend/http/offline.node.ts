import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createEmbeddedBackend } from '../../../src/backend/index.js';
import type { Pack, Receipt, Result, Step, Submission } from '../../../src/model/index.js';
import type { Database } from '../../../src/server/database/schema.js';
import { launchToken, openHouse, pack, page as origin, type House } from '../../server/house.js';
import { solution, twoLevels, type Knows } from '../../server/learner.js';
import { httpRig, type HttpRig } from '../../support/http-rig.js';
import { memoryDatabase } from '../../support/memory-database.js';
import { isItem, live } from '../../support/runs.js';

const { items } = JSON.parse(await readFile(join(pack.folder, 'rest.json'), 'utf8')) as Pack;
const published = new Map(items.map(({ id, seconds }) => [id, seconds]));
/** Seconds that an answer takes, by the pack. */
const secondsOf = (step: Step): number => (isItem(step) ? published.get(step.item.id)! : 0);

const submissionOf = (step: Step, knows: Knows): Submission =>
  isItem(step)
    ? { kind: 'answer', id: randomUUID(), item: step.item.id, response: knows(step.item.id), seconds: secondsOf(step) }
    : { kind: 'continue', id: randomUUID() };

/** What two sessions with the same draw and the same answers have in common, as it is sent. */
const comparable = ({ id: _, startedAt: __, finishedAt: ___, ...result }: Result): unknown => JSON.parse(JSON.stringify(result));

/** The result of the same submissions, given in the page, where there is no connection to lose. */
async function inPage(pathway: string, seed: number, given: readonly Submission[]): Promise<Result> {
  const fetch = async (url: string): Promise<Response> =>
    new Response(await readFile(join(pack.folder, url.replace('memory:/', '')), 'utf8'));
  const backend = createEmbeddedBackend({ content: 'memory:/', fetch, seed });
  const { id } = await backend.open({ pathway }, live);
  for (const submission of given) await backend.answer(id, submission, live);
  return (await backend.finish(id, [], live)).result;
}

const nine = Date.UTC(2026, 2, 2, 9);
/** Milliseconds after which a learner takes a page that shows nothing new for one that has stopped. */
const patience = 30_000;

describe('a connection that is lost in the middle of a session', () => {
  let db: Database;
  let house: House;
  let now = (): number => 0;
  before(async () => {
    db = await memoryDatabase();
    // Twenty minutes take a moment here: nobody could ask so fast.
    house = await openHouse(db, { now: () => new Date(nine + now()), limiter: { wait: () => 0 } });
  });
  after(() => db.destroy());

  const newRig = (): HttpRig => {
    const rig = httpRig(async (request) => {
      const headers = new Headers(request.headers);
      headers.set('origin', origin);
      const body = await request.text();
      return house.app.request(new URL(request.url).pathname, { method: request.method, headers, ...(body && { body }) });
    });
    now = rig.time.now;
    return rig;
  };

  /** Pathways, and the questions that they ask at most: there may be less than ten minutes of them left, and what came ahead earlier goes beyond. */
  const mostOf = { 'diagnostic-initial': Infinity, 'uc-securite': 12, 'abc-diag': 12 };
  for (const [pathway, most] of Object.entries(mostOf))
    for (const answered of [0, 4, 7])
      test(`after ${answered} answers of ${pathway}: ten minutes of answers or all that is left, and the same result`, async () => {
        const rig = newRig();
        const { time, wire } = rig;
        const claims = { sub: randomUUID() };
        const page = rig.page({ getToken: () => time.work(launchToken({ claims, issuedAt: (nine + now()) / 1000 })) });
        const knows = pathway === 'abc-diag' ? twoLevels : solution;
        const opened = await page.open(pathway);
        const given: Submission[] = [];
        let receipt: Receipt | undefined;
        /** Thinks for as long as the pack says, and answers. @returns what is shown then, unless the page stands still. */
        const answer = async (step: Step): Promise<Step | undefined> => {
          await time.brings(time.sleep(1000 * secondsOf(step)));
          given.push(submissionOf(step, knows));
          receipt = undefined;
          void page.backend.answer(opened.id, given.at(-1)!, live).then((got) => (receipt = got));
          const end = time.now() + patience;
          void time.sleep(patience);
          await time.until(() => receipt !== undefined || time.now() >= end);
          return (receipt as Receipt | undefined)?.step;
        };
        let step: Step | undefined = opened.step;
        for (let n = 0; n < answered; n++) step = await answer(step!);

        wire.setOnline(false);
        let seconds = 0;
        const sent = wire.reached.length;
        while (step && isItem(step)) {
          seconds += secondsOf(step);
          step = await answer(step);
        }
        assert.equal(wire.reached.length, sent, 'nothing reached the service meanwhile');
        const asked = new Set(given.map((submission) => 'item' in submission && submission.item)).size;
        assert.ok(seconds >= 600 || asked >= most, `${seconds} seconds of answers, ${asked} questions`);

        wire.setOnline(true);
        await time.until(() => receipt !== undefined && page.news.at(-1)?.waiting === 0);
        const arrived = async (): Promise<readonly string[]> => {
          const rows = await db.selectFrom('submissions').select('id').where('session_id', '=', opened.id).orderBy('sequence').execute();
          return rows.map(({ id }) => id);
        };
        const ids = (): readonly string[] => given.map(({ id }) => id);
        assert.deepEqual(await arrived(), ids());

        for (step = receipt?.step; step && step.kind !== 'end';) step = await answer(step);
        assert.deepEqual(await arrived(), ids());
        const { result } = await time.brings(page.backend.finish(opened.id, [], live));
        const { record } = await db.selectFrom('sessions').select('record').where('id', '=', opened.id).executeTakeFirstOrThrow();
        assert.deepEqual(comparable(result), comparable(await inPage(pathway, record.seed, given)));
      });
});
