import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createEmbeddedBackend } from '../../src/backend/index.js';
import type { Schemas } from '../../src/contract/index.js';
import type { Result, SessionExplanation } from '../../src/model/index.js';
import { openDatabase } from '../../src/server/database/open.js';
import type { Database } from '../../src/server/database/schema.js';
import { memoryDatabase } from '../support/memory-database.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { live } from '../support/runs.js';
import { launchToken, openHouse, pack, type House } from './house.js';
import { finish, open, play, send, solution, submissionFor, twoLevels } from './learner.js';

/** What two sessions with the same draw and the same answers have in common. */
const comparable = ({ id: _, startedAt: __, finishedAt: ___, ...result }: Result): Partial<Result> => result;

/** Names that only the side that grades may know. */
const secretNames = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [
        ...(/^(solution|criteria|explanation|rule|threshold|passed|hint)$/.test(name) ? [name] : []),
        ...secretNames(inner),
      ])
    : [];

async function inPage(pathway: string, seed: number): Promise<Result> {
  const fetch = async (url: string): Promise<Response> =>
    new Response(await readFile(join(pack.folder, url.replace('memory:/', '')), 'utf8'));
  const backend = createEmbeddedBackend({ content: 'memory:/', fetch, seed });
  const { id, step: first } = await backend.open({ pathway }, live);
  for (let step = first; step.kind !== 'end';) {
    const submission =
      step.kind === 'item'
        ? ({ kind: 'answer', id: randomUUID(), item: step.item.id, response: twoLevels(step.item.id), seconds: 12 } as const)
        : ({ kind: 'continue', id: randomUUID() } as const);
    ({ step } = await backend.answer(id, submission, live));
  }
  return (await backend.finish(id, [], live)).result;
}

const seedOf = async (db: Database, id: string): Promise<number> =>
  (await db.selectFrom('sessions').select('record').where('id', '=', id).executeTakeFirstOrThrow()).record.seed;

let postgres: Postgres;
before(async () => (postgres = await startPostgres()));
after(() => postgres.close());

for (const [name, openOne] of [
  ['PGlite', memoryDatabase],
  ['PostgreSQL', async () => openDatabase({ url: await postgres.database() })],
] as const)
  describe(`A session on ${name}`, () => {
    let db: Database;
    let house: House;
    before(async () => {
      db = await openOne();
      house = await openHouse(db);
    });
    after(() => db.destroy());

    test('ends with the result that the page would have computed, for the same draw and the same answers', async () => {
      const played = await play(() => house, await open(house), twoLevels);
      const { status, body } = await finish(house, played.opened);
      assert.equal(status, 200);
      assert.deepEqual(comparable(body), comparable(await inPage('diagnostic-initial', await seedOf(db, played.opened.id))));
      assert.ok(played.asked.length > 12, String(played.asked));
    });

    test('tells no answer key before the end of an evaluation, in no answer', async () => {
      const from = house.told.length;
      const { opened } = await play(() => house, await open(house), twoLevels);
      const { id, token } = opened;
      await house.ask('GET', `/v1/sessions/${id}`, { token });
      await house.ask('GET', `/v1/sessions/${id}/answers`, { token });
      assert.equal((await house.ask('GET', `/v1/sessions/${id}/explanation`, { token })).body.code, 'session-unfinished');
      assert.ok(house.told.length > from + 15);
      assert.deepEqual(secretNames(house.told.slice(from)), []);
    });

    test('may be served by two processes in turn', async () => {
      const other = await openHouse(db);
      const played = await play((n) => (n % 2 ? other : house), await open(house), twoLevels);
      // The one that did not take the last answer.
      const { body } = await finish(played.receipts.length % 2 ? other : house, played.opened);
      assert.deepEqual(comparable(body), comparable(await inPage('diagnostic-initial', await seedOf(db, played.opened.id))));
    });

    test('counts an answer once, however often and wherever it is sent', async () => {
      const other = await openHouse(db);
      const opened = await open(house);
      const key = randomUUID();
      const body = submissionFor(opened.step, 1, solution);
      const all = await Promise.all([house, other, house, other, house].map((process) => send(process, opened, body, key)));
      assert.deepEqual(
        all.map(({ status }) => status),
        [200, 200, 200, 200, 200],
      );
      assert.deepEqual(new Set(all.map(({ body }) => JSON.stringify([body.taken, body.step]))).size, 1);
      assert.equal((await house.ask<Schemas['OpenedSession']>('GET', `/v1/sessions/${opened.id}`, opened)).body.taken, 1);
    });

    test('takes one of two answers with the same number, and tells the other which number is next', async () => {
      const other = await openHouse(db);
      const opened = await open(house);
      const body = submissionFor(opened.step, 1, solution);
      const both = await Promise.all([send(house, opened, body), send(other, opened, body)]);
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
      const refused = both.find(({ status }) => status === 409)!.body as unknown as Schemas['Problem'];
      assert.deepEqual([refused.code, refused.expected], ['sequence-conflict', 2]);
    });

    test('refuses a number too far, another body under the same key, and an item that it did not ask', async () => {
      const opened = await open(house);
      const key = randomUUID();
      const first = submissionFor(opened.step, 1, solution);
      const code = async (body: Schemas['SubmissionRequest'], under?: string): Promise<unknown> =>
        ((await send(house, opened, body, under)).body as unknown as Schemas['Problem']).code;
      assert.equal(await code({ ...first, sequence: 2 }), 'sequence-conflict');
      assert.equal((await send(house, opened, first, key)).status, 200);
      assert.equal(await code({ ...first, seconds: 99 } as Schemas['SubmissionRequest'], key), 'key-reused');
      assert.equal(await code({ ...first, sequence: 2, seconds: 99 } as Schemas['SubmissionRequest'], key), 'key-reused');
      assert.equal(await code({ kind: 'answer', sequence: 2, item: 'MEL-4-discret', response: null, seconds: 1 }), 'item-not-asked');
    });

    test('refuses a response to another type of task, and says which type it is', async () => {
      const opened = await open(house, 'uc-securite');
      assert.equal(opened.step.kind, 'item');
      const body = submissionFor(opened.step, 1, () => null);
      const { task } = opened.step.item;
      const wrong = task.type === 'text' ? { order: [] } : { text: 'bonjour' };
      const answer = await send(house, opened, { ...body, response: wrong } as Schemas['SubmissionRequest']);
      assert.equal(answer.status, 400);
      assert.match(JSON.stringify(answer.body), new RegExp(`of the type ."${task.type}`.replace('."', '.{1,2}')));
    });

    test('is begun by one of several learners who come with one key at once, and the others are told to draw their own', async () => {
      const houses = [house, await openHouse(db)];
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 8 }, async (_, n) => {
          const token = await launchToken({ claims: { sub: `one of many ${n}` } });
          // A key is the same in capitals.
          const own = n % 3 ? key : key.toUpperCase();
          return houses[n % 2]!.ask('POST', '/v1/sessions', { token, body: { pathway: 'uc-securite' }, key: own });
        }),
      );
      assert.deepEqual(answers.map(({ status, body }) => body.code ?? status).sort(), [
        201,
        ...Array.from({ length: 7 }, () => 'key-reused'),
      ]);
    });

    test('goes on without a connection: items given ahead are taken in the order in which they come', async () => {
      const opened = await open(house);
      assert.deepEqual(
        opened.reserve.map(({ phase, number }) => `${phase} ${number}`),
        [...[2, 3, 4, 5, 6, 7, 8].map((number) => `gate ${number}`), ...Array.from({ length: 12 }, (_, n) => `main ${n + 1}`)],
        'the rest of the gate, and how the main part begins',
      );
      let taken = 0;
      const offline = async (steps: readonly Schemas['ItemStep'][]): Promise<readonly Schemas['Receipt'][]> => {
        const receipts: Schemas['Receipt'][] = [];
        for (const step of steps) {
          const { status, body } = await send(house, opened, submissionFor(step, taken + 1, twoLevels));
          assert.equal(status, 200, JSON.stringify(body));
          taken = body.taken;
          receipts.push(body);
        }
        return receipts;
      };
      const given = [opened.step as Schemas['ItemStep'], ...opened.reserve];
      const atGate = await offline(given.filter(({ phase }) => phase === 'gate'));
      const main = [...given, ...atGate.flatMap(({ reserve }) => reserve)].filter(({ phase }) => phase === 'main');
      assert.ok(main.length >= 12, String(main.length));
      assert.equal(new Set(main.map(({ item }) => item.id)).size, main.length, 'each is given once');
      const last = (await offline(main.reverse())).at(-1)!;
      assert.equal(last.progress.answered, main.length);
      const played = await play(() => house, { ...opened, step: last.step, taken }, twoLevels);
      assert.equal((await finish(house, played.opened)).status, 200);
    });

    test('goes on with the main part, although a question of the gate could not be answered', async () => {
      const opened = await open(house);
      const first = opened.reserve.find(({ phase }) => phase === 'main')!;
      const { status, body } = await send(house, opened, submissionFor(first, 1, twoLevels));
      assert.equal(status, 200);
      assert.equal(body.step.kind === 'item' && body.step.phase, 'main');
    });

    test('shows the answers at the review, and takes a correction', async () => {
      const opened = await open(house);
      let { step, taken } = opened as Pick<Schemas['Receipt'], 'step' | 'taken'>;
      while (!(step.kind === 'checkpoint' && step.checkpoint === 'review'))
        ({ step, taken } = (
          await send(
            house,
            opened,
            submissionFor(step, taken + 1, () => null),
          )
        ).body);
      const { answers } = (await house.ask<Schemas['AnswerList']>('GET', `/v1/sessions/${opened.id}/answers`, opened)).body;
      const item = answers[0]!.item;
      const corrected = await send(house, opened, {
        kind: 'answer',
        sequence: taken + 1,
        item,
        response: solution(item),
        seconds: 5,
        revision: true,
      });
      assert.equal(corrected.status, 200);
      const shown = await house.ask<Schemas['ItemStep']>('GET', `/v1/sessions/${opened.id}/answers/${item}`, opened);
      assert.deepEqual(shown.body.response, solution(item));
      const played = await play(() => house, { ...opened, ...corrected.body, token: opened.token }, twoLevels);
      assert.equal((await finish(house, played.opened)).body.passed, 1);
    });

    test('gives the same result however often it is finished, then takes nothing more', async () => {
      const { opened, receipts } = await play(() => house, await open(house, 'uc-securite'), twoLevels);
      const both = await Promise.all([finish(house, opened), finish(await openHouse(db), opened)]);
      house.later(60);
      const [first, second, third] = [...both, await finish(house, opened)].map(({ body }) => body);
      assert.deepEqual([second, third], [first, first]);
      assert.deepEqual((await house.ask<Result>('GET', `/v1/sessions/${opened.id}/result`, opened)).body, first);
      const late = await send(house, opened, { kind: 'continue', sequence: receipts.length + 1 });
      assert.equal((late.body as unknown as Schemas['Problem']).code, 'session-finished');
    });

    test('has no result before the end', async () => {
      const opened = await open(house);
      assert.equal(((await finish(house, opened)).body as unknown as Schemas['Problem']).code, 'session-unfinished');
    });

    test('explains its result from what the learner wrote', async () => {
      const { opened, asked } = await play(() => house, await open(house), twoLevels);
      await finish(house, opened);
      const { status, body } = await house.ask<SessionExplanation>('GET', `/v1/sessions/${opened.id}/explanation`, opened);
      assert.equal(status, 200);
      for (const item of asked) assert.ok(JSON.stringify(body).includes(item), item);
    });

    test('does not propose again what the same learner finished not long ago', async () => {
      const learner = randomUUID();
      const end = async (pathway: string, who: string): Promise<readonly string[]> => {
        const { opened } = await play(
          () => house,
          await open(house, pathway, who),
          (item) => (item.startsWith('MEL') ? null : twoLevels(item)),
        );
        return (await finish(house, opened)).body.recommendations.map(({ id }) => id);
      };
      assert.ok((await end('diagnostic-initial', randomUUID())).includes('th-mail'), 'somebody else is proposed it');
      await end('th-mail', learner);
      assert.ok(!(await end('diagnostic-initial', learner)).includes('th-mail'));
      const longAgo = new Date(Date.now() - 31 * 24 * 3_600_000);
      await db.updateTable('sessions').set({ finished_at: longAgo }).where('learner', '=', learner).execute();
      assert.ok((await end('diagnostic-initial', learner)).includes('th-mail'), 'a month later it may help again');
    });

    test('gives feedback in a learning pathway, also when the receipt was lost, and lets the learner try again', async () => {
      const opened = await open(house, 'th-mail');
      assert.deepEqual([opened.step.kind, opened.reserve], ['lesson', []]);
      const read = await send(house, opened, { kind: 'continue', sequence: 1 });
      const key = randomUUID();
      const tried = submissionFor(read.body.step, 2, solution);
      const first = await send(house, opened, tried, key);
      assert.equal(first.body.feedback?.grade.passed, true);
      const other = await openHouse(db);
      assert.deepEqual((await send(other, opened, tried, key)).body.feedback, first.body.feedback);
      const again = await send(other, opened, { ...tried, sequence: 3, response: null } as Schemas['SubmissionRequest']);
      assert.deepEqual([again.status, again.body.feedback?.grade.passed, again.body.progress.answered], [200, false, 1]);
    });

    test('is gone once erased', async () => {
      const opened = await open(house);
      const { id, token } = opened;
      await send(house, opened, submissionFor(opened.step, 1, solution));
      assert.equal((await house.ask('DELETE', `/v1/sessions/${id}`, { token })).status, 204);
      assert.equal((await house.ask('DELETE', `/v1/sessions/${id}`, { token })).status, 204);
      const late = await send(house, opened, { kind: 'continue', sequence: 2 });
      assert.equal((late.body as unknown as Schemas['Problem']).code, 'session-unknown');
      for (const table of ['submissions', 'events'] as const)
        assert.deepEqual(await db.selectFrom(table).selectAll().where('session_id', '=', id).execute(), []);
    });

    test('has no result once another process erased it, though its last answer was given here', async () => {
      const { opened } = await play(() => house, await open(house, 'uc-securite'), twoLevels);
      const { id, token } = opened;
      assert.equal((await (await openHouse(db)).ask('DELETE', `/v1/sessions/${id}`, { token })).status, 204);
      assert.equal(((await finish(house, opened)).body as unknown as Schemas['Problem']).code, 'session-unknown');
    });

    test('tells its partner that it began and that it ended, and no score', async () => {
      const { opened } = await play(() => house, await open(house, 'uc-securite', 'somebody'), twoLevels);
      await finish(house, opened);
      await finish(house, opened);
      const events = await db
        .selectFrom('events')
        .select(['type', 'data'])
        .where('session_id', '=', opened.id)
        .orderBy('position')
        .execute();
      const data = { session: opened.id, pathway: 'uc-securite', learner: 'somebody' };
      assert.deepEqual(events, [
        { type: 'session.started', data },
        { type: 'session.finished', data },
      ]);
    });
  });
