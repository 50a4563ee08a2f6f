import { CompiledQuery } from 'kysely';
import type { SessionRecord } from '../../backend/run/record.js';
import type { TaskResponse } from '../../model/index.js';
import type { Database } from '../database/schema.js';
import { Problem } from '../http/problem.js';
import { restoredRecord } from './kept-record.js';

/** A session as the database has it. */
export interface Run {
  readonly partner: string;
  readonly id: string;
  readonly learner: string | null;
  readonly campaign: string | null;
  readonly record: SessionRecord;
  /** Submissions that took effect. */
  readonly taken: number;
  /** Items that the learner was given and did not answer, the one that is asked among them. */
  readonly handedOut: readonly string[];
  readonly finishedAt: Date | null;
  readonly sharedAt: Date | null;
}

const unknown = (id: string): Problem =>
  new Problem('session-unknown', { detail: `There is no session ${id}, or it is not yours. It may have been erased.` });

/** @throws {Problem} `session-unknown`. */
export async function loadRun(db: Database, partner: string, id: string): Promise<Run> {
  const row = await db
    .selectFrom('sessions')
    .select(['learner', 'campaign', 'record', 'taken', 'reserve', 'finished_at', 'shared_at'])
    .where('partner_id', '=', partner)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw unknown(id);
  return {
    partner,
    id,
    learner: row.learner,
    campaign: row.campaign,
    record: restoredRecord(row.record),
    taken: row.taken,
    handedOut: row.reserve,
    finishedAt: row.finished_at,
    sharedAt: row.shared_at,
  };
}

/** The session's record with what the learner wrote. */
export async function withResponses(db: Database, { partner, id, record }: Run): Promise<SessionRecord> {
  const rows = await db
    .selectFrom('submissions')
    .select(['id', 'response'])
    .where('partner_id', '=', partner)
    .where('session_id', '=', id)
    .where('item', 'is not', null)
    .execute();
  const responses = new Map(rows.map((row) => [row.id, row.response as TaskResponse | null]));
  return restoredRecord(
    {
      ...record,
      gate: record.gate.map((answer) => ({ ...answer, unknown: answer.response === null })),
      answers: record.answers.map((answer) => ({ ...answer, unknown: answer.response === null })),
    },
    responses,
  );
}

/** Id of the submission that took effect last. */
export async function lastSubmission(db: Database, { partner, id, taken }: Run): Promise<string | undefined> {
  if (taken === 0) return undefined;
  const row = await db
    .selectFrom('submissions')
    .select('id')
    .where('partner_id', '=', partner)
    .where('session_id', '=', id)
    .where('sequence', '=', taken)
    .executeTakeFirst();
  return row?.id;
}

export interface Taking {
  readonly run: Run;
  readonly submission: string;
  readonly digest: string;
  readonly item: string | null;
  readonly response: TaskResponse | null;
  /** JSON of the record after it. */
  readonly record: string;
  readonly handedOut: readonly string[];
  readonly at: Date;
}

/** The same text each time: it is written, and prepared, once. The sign of life is as in `signOfLife`. */
const taking = `
  with taken as (
    update sessions set record = $1::jsonb, taken = taken + 1, reserve = $2::jsonb, touched_at = greatest(now(), $3::timestamptz)
    where partner_id = $4 and id = $5 and taken = $6 and finished_at is null
    returning partner_id, id, taken)
  insert into submissions (partner_id, session_id, sequence, id, digest, item, response, taken_at)
  select partner_id, id, taken, $7::uuid, $8, $9::text, $10::jsonb, $3 from taken
  returning sequence`;

/**
 * Writes a submission and what it changes, all or nothing, if no other came in between.
 * @returns whether it took effect.
 */
export async function writeTaking(
  db: Database,
  { run, submission, digest, item, response, record, handedOut, at }: Taking,
): Promise<boolean> {
  const values = [
    record,
    JSON.stringify(handedOut),
    at,
    run.partner,
    run.id,
    run.taken,
    submission,
    digest,
    item,
    response && JSON.stringify(response),
  ];
  const { rows } = await db.executeQuery(CompiledQuery.raw(taking, values));
  return rows.length > 0;
}
