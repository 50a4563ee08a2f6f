import { createConductor, newRecord } from '../../src/backend/run/conductor.js';
import { resultOf } from '../../src/backend/run/result.js';
import type { Result, Submission } from '../../src/model/index.js';
import { live } from '../support/runs.js';
import { items, pack } from '../support/small-pack.js';

const conductor = createConductor({
  pack,
  item: (id) => Promise.resolve(items.get(id)!),
  engine: () => import('../../src/engine/index.js'),
});

export type Told = Omit<Result, 'id' | 'startedAt' | 'finishedAt'>;

/** Of a result, what does not depend on who and when. */
export const told = ({ id: _, startedAt: __, finishedAt: ___, ...same }: Result): Told => same;

/**
 * The result of the same submissions when nothing goes wrong. What was drawn changes the questions, never what the answers are worth.
 * @param before pathways that the learner finished before this one.
 */
export async function replayed(pathway: string, before: readonly string[], submissions: readonly Submission[]): Promise<Told> {
  let record = newRecord({ id: '', pack: `${pack.id}@${pack.version}`, pathway, before, seed: 0, startedAt: '' });
  for (const submission of submissions) record = await conductor.take(record, submission, live);
  return told(resultOf(await conductor.outcome(record, [])));
}
