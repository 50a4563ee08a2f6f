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

/** Writes an event with what it tells, and puts it in the queue of the partner's webhook, if there is one. */
export async function recordEvent(trx: Transaction<Tables>, { partner, type, session, data }: NewEvent): Promise<void> {
  await sql`
    with event as (
      insert into events (partner_id, id, type, session_id, data)
      values (${partner}, ${randomUUID()}, ${type}, ${session}, ${JSON.stringify(data)})
      returning partner_id, id)
    insert into deliveries (partner_id, event_id)
    select event.partner_id, event.id from event join partners on partners.id = event.partner_id
    where partners.settings->'webhook' is not null`.execute(trx);
}
