import assert from 'node:assert/strict';
import type { Schemas } from '../../src/contract/index.js';
import type { Submission } from '../../src/model/index.js';
import { address } from '../support/service-rig.js';
import { afternoon, type Afternoon, type Home } from './afternoon.js';
import { replayed, told } from './replay.js';
import { scheduleOf } from './schedule.js';

const itemsOf = (given: readonly Submission[]): readonly string[] =>
  given.flatMap((submission) => (submission.kind === 'answer' && !submission.item.startsWith('GST') ? [submission.item] : []));

/** Each once, and in the order of the second. */
function assertWithin(some: readonly string[], all: readonly string[]): void {
  assert.equal(new Set(some).size, some.length, 'an answer counts twice');
  let from = 0;
  for (const item of some) {
    from = all.indexOf(item, from) + 1;
    assert.ok(from > 0, `${item} is out of order, or was never given`);
  }
}

/**
 * Whatever the network and the device do: every answer that the learner gave took effect once and in order, and the
 * result is that of the same answers without faults. A device that forgets may lose what the service did not have yet,
 * and nothing else.
 */
export async function holds(home: Home, seed: number): Promise<Afternoon> {
  const schedule = scheduleOf(seed);
  const had = await afternoon(home, schedule);
  const ask = async <T>(path: string): Promise<T> => {
    const headers = { authorization: `Bearer ${had.token}` };
    const response = await home.service(new Request(`${address}/v1/sessions/${had.session}${path}`, { headers }));
    assert.equal(response.status, 200);
    return (await response.json()) as T;
  };
  const { answers } = await ask<Schemas['AnswerList']>('/answers');
  const { taken } = await ask<Schemas['OpenedSession']>('');
  const effective = answers.map(({ item }) => item);
  assert.equal(had.result.answered, effective.length);
  if (schedule.storage === 'keeps') {
    assert.deepEqual(effective, itemsOf(had.given));
    assert.equal(taken, had.given.length);
    assert.deepEqual(told(had.result), await replayed(schedule.pathway, had.given));
  } else assertWithin(effective, itemsOf(had.given));
  return had;
}
