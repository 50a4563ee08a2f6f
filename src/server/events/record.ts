import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Schemas } from '../../contract/index.js';
import type { Tables } from '../database/schema.js';

export interface NewEvent {
  readonly partner: string;
  readonly type: Schemas['Event']['type'];
  readonly session: string;
  readonly data: Schemas['Event']['data'];
}

async function hasWebhook(trx: Transaction<Tables>, partner: string): Promise<boolean> {
  const row = await trx
    .selectFrom('partners')
    .select(sql<boolean>`settings -> 'webhook' is not null`.as('told'))
    .where('id', '=', partner)
    .executeTakeFirst();
  return row?.told ?? false;
}

/**
 * The next place in a partner's feed. It is this transaction's until it is committed: the next one waits for it, so that who
 * sees an event has seen all those before it.
 */
async function takePlace(trx: Transaction<Tables>, partner: string): Promise<string> {
  const { last } = await trx
    .insertInto('feeds')
    .values({ partner_id: partner, last: '1' })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(({ eb }) => ({ last: eb('feeds.last', '+', '1') })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/**
 * Writes an event with what it tells, and puts it in the queue of the partner's webhook, if there is one. The last thing that
 * a transaction does: until it ends, no other one of the partner writes an event.
 */
export async function recordEvent(trx: Transaction<Tables>, { partner, type, session, data }: NewEvent): Promise<void> {
  const id = randomUUID();
  const told = await hasWebhook(trx, partner);
  const position = await takePlace(trx, partner);
  await trx
    .insertInto('events')
    .values({
      partner_id: partner,
      id,
      position,
      type,
      session_id: session,
      data: JSON.stringify(data),
      // Not that of the transaction's beginning: another one may have taken a place since.
      created_at: sql<Date>`clock_timestamp()`,
    })
    .execute();
  if (told) await trx.insertInto('deliveries').values({ partner_id: partner, event_id: id }).execute();
}
