import assert from 'node:assert/strict';
import type { Schemas } from '../../src/contract/index.js';
import { address } from '../support/service-rig.js';
import { afternoon, type Afternoon } from './afternoon.js';
import { check, type Evidence } from './evidence.js';
import type { Home, Row } from './home.js';
import type { Ledger } from './ledger.js';
import { scheduleOf } from './schedule.js';

/** Of a service that keeps its log to itself: what it said it took. */
const saidLog = ({ accepted, sent }: Ledger, session: string): readonly Row[] =>
  [...accepted]
    .map((id) => ({ id, ...sent.get(id)! }))
    .filter((one) => one.session === session)
    .map(({ id, body }) => ({
      id,
      sequence: body.sequence,
      item: body.kind === 'answer' ? body.item : null,
      response: body.kind === 'answer' ? body.response : null,
    }))
    .sort((a, b) => a.sequence - b.sequence);

/** An afternoon, and what it is judged by. */
export async function witness(home: Home, seed: number): Promise<Afternoon & { readonly evidence: Evidence }> {
  const schedule = scheduleOf(seed);
  const had = await afternoon(home, schedule);
  const { ledger, result } = had;
  const sessions = [...new Set([...ledger.given.map(({ session }) => session), result.id])];
  const logs = new Map<string, readonly Row[]>();
  for (const session of sessions) logs.set(session, home.log ? await home.log(session) : saidLog(ledger, session));
  const { pathway, sub, storage } = schedule;
  return { ...had, evidence: { pathway, known: sub !== undefined, storage, ledger, logs, result } };
}

/**
 * Whatever the network, the device, the clocks and the processes of the service do: every answer that the learner gave took
 * effect once and in order, and the result is that of the same answers without faults. A device that keeps nothing may lose
 * what the service did not have yet, and nothing else.
 */
export async function holds(home: Home, seed: number): Promise<Afternoon> {
  const had = await witness(home, seed);
  const { evidence, result } = had;
  await check(evidence);
  // What the service tells is what its log says.
  let { token } = had;
  const ask = async <T>(path: string, method = 'GET'): Promise<T> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await home.service(new Request(`${address}/v1/sessions/${result.id}${path}`, { method, headers }));
    assert.equal(response.status, 200);
    return (await response.json()) as T;
  };
  // The service's clock may have been set since.
  const { sub } = scheduleOf(seed);
  if (sub !== undefined) {
    token = await home.launchFor(sub)();
    ({ token } = await ask<Schemas['SessionToken']>('/token', 'POST'));
  }
  const { answers } = await ask<Schemas['AnswerList']>('/answers');
  const { taken } = await ask<Schemas['OpenedSession']>('');
  const log = evidence.logs.get(result.id)!;
  const answered = new Set(log.flatMap(({ item }) => (item !== null && !item.startsWith('GST') ? [item] : [])));
  assert.deepEqual(
    answers.map(({ item }) => item),
    [...answered],
  );
  assert.deepEqual([taken, result.answered], [log.length, answered.size]);
  return had;
}
