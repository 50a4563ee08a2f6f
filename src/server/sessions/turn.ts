import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.js';

/**
 * Lets those who would begin the same session, for the same learner or by the same key, do so one at a time: until the transaction
 * ends. They hold rows, so that it is one lock wherever the partner's rows are, in the order of their numbers, so that nobody waits in
 * a ring. A number is a byte of a hash: it says nothing of who holds it, and others who have the same wait.
 */
export async function takeTurns(trx: Transaction<Tables>, partner: string, names: readonly string[]): Promise<void> {
  const numbers = new Set(names.map((name) => createHash('sha256').update(name).digest()[0]!));
  if (!numbers.size) return;
  await trx
    .insertInto('turns')
    .values([...numbers].sort((a, b) => a - b).map((number) => ({ partner_id: partner, number })))
    .onConflict((conflict) => conflict.columns(['partner_id', 'number']).doUpdateSet(({ ref }) => ({ number: ref('excluded.number') })))
    .execute();
}
