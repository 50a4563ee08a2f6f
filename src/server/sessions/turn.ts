import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.js';

/**
 * Lets those who would begin the same session do so one at a time: until the transaction ends. They hold a row, so that it is one
 * lock wherever the partner's rows are. Its number is a byte of a hash: it says nothing of who holds it, and others who have the same wait.
 */
export async function takeTurn(trx: Transaction<Tables>, partner: string, who: string): Promise<void> {
  const [number = 0] = createHash('sha256').update(who).digest();
  await trx
    .insertInto('turns')
    .values({ partner_id: partner, number })
    .onConflict((conflict) => conflict.columns(['partner_id', 'number']).doUpdateSet(({ ref }) => ({ number: ref('excluded.number') })))
    .execute();
}
