import { explain } from '../../backend/run/explain.js';
import type { SessionExplanation, TaskResponse } from '../../model/index.js';
import { restoredRecord } from '../sessions/kept-record.js';
import type { Service } from '../service.js';
import type { SessionRow } from './session-row.js';

/** Why a result is what it is, from what the learner answered. */
export async function explainedSession({ db, shelf }: Service, row: SessionRow, signal: AbortSignal): Promise<SessionExplanation> {
  const submissions = await db
    .selectFrom('submissions')
    .select(['id', 'response'])
    .where('partner_id', '=', row.partner_id)
    .where('session_id', '=', row.id)
    .where('item', 'is not', null)
    .execute();
  const responses = new Map(submissions.map(({ id, response }) => [id, response as TaskResponse | null]));
  const conductor = shelf.conductor(row.pack);
  const asked = await conductor.outcome(restoredRecord(row.record, responses), row.offers);
  return explain(asked, (item) => conductor.item(item, signal));
}
