import { randomBytes } from 'node:crypto';
import type { Database } from './schema.js';

/** A secret that all processes of the service share: made by the first one that asks. 32 bytes. */
export async function sharedSecret(db: Database, name: string): Promise<Uint8Array> {
  const value = randomBytes(32).toString('base64url');
  await db
    .insertInto('secrets')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return Buffer.from(row.value, 'base64url');
}
