import { sql } from 'kysely';
import type { Schemas } from '../../contract/index.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { readCursor, writeCursor } from './cursor.js';
import { partnerOf } from './session-row.js';

/** A row of `events`, as far as it is told. */
export interface EventRow {
  readonly id: string;
  readonly type: Schemas['Event']['type'];
  readonly created_at: Date;
  readonly data: Schemas['Event']['data'];
}

/** An event as pollers and webhooks hear it. */
export const eventOf = ({ id, type, created_at: at, data }: EventRow): Schemas['Event'] => ({
  id,
  type,
  timestamp: at.toISOString(),
  data,
});

/** A whole number that the database can hold, in so many bits. */
const fits =
  (bits: number) =>
  (text: string): boolean =>
    /^\d{1,20}$/.test(text) && BigInt(text) < 2n ** BigInt(bits);

export const feedHandlers = ({ db }: Service): Pick<Handlers, 'listEvents'> => ({
  async listEvents({ caller, query: { after, limit = 100 } }) {
    const [transaction, position] = after === undefined ? ['0', '0'] : readCursor(after, [fits(64), fits(63)]);
    // Not beyond the oldest transaction still running: what it writes will come before what was written after it began.
    const { rows } = await sql<EventRow & { readonly place: string }>`
      select id, type, created_at, data, transaction::text || ' ' || position::text as place
      from events
      where partner_id = ${partnerOf(caller).id}
        and (transaction, position) > (${transaction}::xid8, ${position}::bigint)
        and transaction < pg_snapshot_xmin(pg_current_snapshot())
      order by transaction, position
      limit ${limit}`.execute(db);
    const next = rows.at(-1)?.place ?? `${transaction} ${position}`;
    return { status: 200, body: { events: rows.map(eventOf), next: writeCursor(next) } };
  },
});
