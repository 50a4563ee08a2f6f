import type { Schemas } from '../../contract/index.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { readCursor, unknownCursor, writeCursor } from './cursor.js';
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

/** A position that the database can hold. */
const isPosition = (text: string): boolean => /^\d{1,19}$/.test(text) && BigInt(text) < 2n ** 63n;

async function lastPlace(db: Service['db'], partner: string): Promise<bigint> {
  const feed = await db.selectFrom('feeds').select('last').where('partner_id', '=', partner).executeTakeFirst();
  return BigInt(feed?.last ?? 0);
}

export const feedHandlers = ({ db }: Service): Pick<Handlers, 'listEvents'> => ({
  async listEvents({ caller, query: { after, limit = 100 } }) {
    const [from = ''] = after === undefined ? ['0'] : readCursor(after, [isPosition]);
    const partner = partnerOf(caller).id;
    const rows = await db
      .selectFrom('events')
      .select(['id', 'type', 'created_at', 'data', 'position'])
      .where('partner_id', '=', partner)
      .where('position', '>', from)
      .orderBy('position')
      .limit(limit)
      .execute();
    // Given before a backup was restored, perhaps: whoever kept to it would not hear what comes until then.
    if (!rows.length && (await lastPlace(db, partner)) < BigInt(from)) throw unknownCursor();
    return { status: 200, body: { events: rows.map(eventOf), next: writeCursor(rows.at(-1)?.position ?? from) } };
  },
});
