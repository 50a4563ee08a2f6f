import { randomUUID } from 'node:crypto';
import { sql, type Expression, type InsertQueryBuilder, type UpdateQueryBuilder } from 'kysely';
import type { Schemas } from '../../contract/index.js';
import type { Database, Tables } from '../database/schema.js';

export interface NewEvent {
  readonly partner: string;
  readonly type: Schemas['Event']['type'];
  readonly session: string;
  readonly data: Schemas['Event']['data'];
}

interface Changed {
  readonly partner_id: string;
}
/** Says of each session that it changes whose it is. */
type Change =
  Expression<Changed> | InsertQueryBuilder<Tables, 'sessions', Changed> | UpdateQueryBuilder<Tables, 'sessions', 'sessions', Changed>;

/**
 * Changes a session, writes the event of it with what it tells, and puts it in the queue of the partner's webhook, if there is one: all
 * in one statement, and nothing where the change finds nothing to change. The last thing that a transaction does: the event's place in
 * the partner's feed is this transaction's until it ends, and the next one waits for it, so that who sees an event has seen all those
 * before it.
 * @returns whether something was changed.
 */
export async function recordEvent(db: Database, { partner, type, session, data }: NewEvent, change: Change): Promise<boolean> {
  const changed = await db
    .with('changed', () => change)
    .with('place', (made) =>
      made
        .insertInto('feeds')
        .columns(['partner_id', 'last'])
        .expression(made.selectFrom('changed').select(['partner_id', sql<string>`1`.as('last')]))
        .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(({ eb }) => ({ last: eb('feeds.last', '+', '1') })))
        .returning(['partner_id', 'last']),
    )
    .with('event', (made) =>
      made
        .insertInto('events')
        .columns(['partner_id', 'position', 'id', 'type', 'session_id', 'data', 'created_at'])
        .expression(
          made.selectFrom('place').select([
            'partner_id',
            'last',
            sql<string>`${randomUUID()}::uuid`.as('id'),
            sql<NewEvent['type']>`${type}::text`.as('type'),
            sql<string>`${session}::uuid`.as('session_id'),
            sql<NewEvent['data']>`${JSON.stringify(data)}::jsonb`.as('data'),
            // Not that of the transaction's beginning: another one may have taken a place since.
            sql<Date>`clock_timestamp()`.as('created_at'),
          ]),
        )
        .returning(['partner_id', 'id']),
    )
    .with('told', (made) =>
      made
        .insertInto('deliveries')
        .columns(['partner_id', 'event_id'])
        .expression(
          made
            .selectFrom('event')
            .innerJoin('partners', 'partners.id', 'event.partner_id')
            .where('partners.id', '=', partner)
            .where(sql<boolean>`partners.settings -> 'webhook' is not null`)
            .select(['event.partner_id', 'event.id']),
        ),
    )
    .selectFrom('changed')
    .select('partner_id')
    .executeTakeFirst();
  return changed !== undefined;
}
