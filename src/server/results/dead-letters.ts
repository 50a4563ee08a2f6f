import { sql } from 'kysely';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { afterRow, readAfterRow } from './cursor.js';
import { eventOf } from './feed.js';
import { partnerOf } from './session-row.js';

export const deadLetterHandlers = ({ db, now }: Service): Pick<Handlers, 'listDeadLetters' | 'retryDeadLetter'> => ({
  async listDeadLetters({ caller, query: { after, limit = 100 } }) {
    const from = after === undefined ? undefined : readAfterRow(after);
    const rows = await db
      .selectFrom('deliveries as delivery')
      .innerJoin('events as event', (join) =>
        join.onRef('event.partner_id', '=', 'delivery.partner_id').onRef('event.id', '=', 'delivery.event_id'),
      )
      .select(['event.id', 'event.type', 'event.created_at', 'event.data', 'delivery.attempts', 'delivery.reason'])
      .select(sql<Date>`coalesce(delivery.last_at, delivery.next_at)`.as('last_at'))
      .where('delivery.partner_id', '=', partnerOf(caller).id)
      .where('delivery.state', '=', 'dead')
      .$if(from !== undefined, (query) =>
        query.where(sql<boolean>`(coalesce(delivery.last_at, delivery.next_at), event.id) > (${from![0]}::timestamptz, ${from![1]}::uuid)`),
      )
      .orderBy('last_at')
      .orderBy('event.id')
      .limit(limit + 1)
      .execute();
    const page = rows.slice(0, limit);
    const deliveries = page.map((row) => ({
      event: eventOf(row),
      attempts: row.attempts,
      lastAttemptAt: row.last_at.toISOString(),
      reason: row.reason ?? '',
    }));
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { status: 200, body: { deliveries, ...(last && { next: afterRow(last.last_at, last.id) }) } };
  },

  async retryDeadLetter({ caller, path: { event } }) {
    const again = await db
      .updateTable('deliveries')
      // One that waits already is left to its turn: asked twice, it is one retry.
      .set({
        state: 'waiting',
        attempts: sql<number>`case state when 'dead' then 0 else attempts end`,
        next_at: sql<Date>`case state when 'dead' then ${now().toISOString()}::timestamptz else next_at end`,
      })
      .where('partner_id', '=', partnerOf(caller).id)
      .where('event_id', '=', event)
      .where('state', '<>', 'done')
      .returning('event_id')
      .executeTakeFirst();
    if (!again) throw new Problem('route-unknown', { detail: 'No delivery of that event was given up: see /v1/dead-letters.' });
    return { status: 204, body: undefined };
  },
});
