import type { Transaction } from 'kysely';
import type { Tables } from './schema.js';

/** Of all processes one at a time goes on, until its transaction ends: it holds the row of that name, which all have. */
export async function oneAtATime(trx: Transaction<Tables>, name: string, at: Date): Promise<void> {
  await trx
    .insertInto('rounds')
    .values({ name, at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(({ ref }) => ({ at: ref('excluded.at') })))
    .execute();
}
