import type { Selectable } from 'kysely';
import type { Shared } from '../../reports/session.js';
import type { Caller, KnownPartner } from '../access/caller.js';
import type { Database, Tables } from '../database/schema.js';
import { Problem } from '../http/problem.js';

export type SessionRow = Selectable<Tables['sessions']>;

/** A session of which somebody may hear: the learner agreed. */
export type SharedRow = Shared<SessionRow>;

const unknown = (): Problem => new Problem('session-unknown', { detail: 'There is no session of that id, or it is not for you.' });

/** The partner of a caller that has one. @throws {Problem} `scope-missing`. */
export function partnerOf(caller: Caller): KnownPartner {
  if ('partner' in caller) return caller.partner;
  throw new Problem('scope-missing');
}

/**
 * A session, if it is the caller's: its own by a session token, the campaign's by a counsellor's token that is for one,
 * the partner's by another one.
 * @throws {Problem} `session-unknown`, also when it is somebody else's.
 */
export async function sessionFor(db: Database, caller: Caller, id: string): Promise<SessionRow> {
  if (caller.scheme === 'sessionToken' && caller.session !== id.toLowerCase()) throw unknown();
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('partner_id', '=', partnerOf(caller).id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || (caller.scheme === 'counsellorToken' && caller.campaign !== undefined && row.campaign !== caller.campaign)) throw unknown();
  return row;
}

/** @throws {Problem} `result-not-shared`. */
export function sharedOnly(row: SessionRow): SharedRow {
  if (row.shared_at && row.result) return row as SharedRow;
  throw new Problem('result-not-shared', { detail: 'Wait for the event session.shared: the learner decides.' });
}
