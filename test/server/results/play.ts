import { randomUUID } from 'node:crypto';
import { createConductor, newRecord } from '../../../src/backend/run/conductor.js';
import type { SessionRecord } from '../../../src/backend/run/record.js';
import type { Submission } from '../../../src/model/index.js';
import { live, type Learner } from '../../support/runs.js';
import { items, pack } from '../../support/small-pack.js';

export const packVersion = `${pack.id}@${pack.version}`;

/** Of the small pack. */
export const conductor = createConductor({
  pack,
  item: (id) => Promise.resolve(items.get(id)!),
  engine: () => import('../../../src/engine/index.js'),
});

/** A whole run of a pathway, up to its end; proposals are declined. */
export async function played(
  pathway: string,
  knows: Learner,
  startedAt: string,
): Promise<{ readonly record: SessionRecord; readonly submissions: readonly Submission[] }> {
  let record = newRecord({ id: randomUUID(), pack: packVersion, pathway, seed: 7, startedAt });
  const submissions: Submission[] = [];
  for (let move = await conductor.move(record); move.kind !== 'end'; move = await conductor.move(record)) {
    const id = randomUUID();
    const submission: Submission =
      move.kind === 'item'
        ? { kind: 'answer', id, item: move.item, response: knows(move.item), seconds: 12 }
        : { kind: 'continue', id, accept: false };
    record = await conductor.take(record, submission, live);
    submissions.push(submission);
  }
  return { record, submissions };
}
