import { sql } from 'kysely';
import type { Listed } from '../../reports/csv.js';
import { sharedResultOf } from '../../reports/report.js';
import type { Database } from '../database/schema.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { afterRow, readAfterRow } from './cursor.js';
import { partnerOf } from './session-row.js';

export interface SharedQuery {
  readonly partner: string;
  readonly campaign?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Shared sessions, oldest first, and where to go on if there are more. @throws {Problem} `request-invalid`. */
export async function listShared(
  db: Database,
  { partner, campaign, after, limit }: SharedQuery,
): Promise<{ readonly rows: readonly Listed[]; readonly next?: string }> {
  const from = after === undefined ? undefined : readAfterRow(after);
  const rows = (await db
    .selectFrom('sessions')
    .select(['id', 'learner', 'campaign', 'shared_at', 'result'])
    .where('partner_id', '=', partner)
    .where('shared_at', 'is not', null)
    .$if(campaign !== undefined, (query) => query.where('campaign', '=', campaign!))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`(shared_at, id) > (${from![0]}::timestamptz, ${from![1]}::uuid)`))
    .orderBy('shared_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()) as Listed[];
  if (rows.length <= limit) return { rows };
  const page = rows.slice(0, limit);
  const last = page.at(-1)!;
  return { rows: page, next: afterRow(last.shared_at, last.id) };
}

export const listHandlers = ({ db }: Service): Pick<Handlers, 'listSessions'> => ({
  async listSessions({ caller, query: { after, limit = 100, campaign } }) {
    const { rows, next } = await listShared(db, { partner: partnerOf(caller).id, campaign, after, limit });
    return { status: 200, body: { results: rows.map(sharedResultOf), ...(next !== undefined && { next }) } };
  },
});
