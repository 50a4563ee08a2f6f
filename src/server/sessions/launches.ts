import type { Transaction } from 'kysely';
import type { LaunchClaims } from '../access/caller.js';
import { clockTolerance } from '../access/launch-token.js';
import type { Tables } from '../database/schema.js';
import { Problem } from '../http/problem.js';

/**
 * Uses a launch token, which is good for once; the request that used it may come again, by its key.
 * @throws {Problem} `launch-replayed`.
 */
export async function useLaunch(
  trx: Transaction<Tables>,
  partner: string,
  { jti, exp }: LaunchClaims,
  key: string | undefined,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('launches')
    .values({ partner_id: partner, jti, used_by: key ?? null, expires_at: new Date((exp + clockTolerance) * 1000) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) return;
  const used = await trx
    .selectFrom('launches')
    .select('used_by')
    .where('partner_id', '=', partner)
    .where('jti', '=', jti)
    .executeTakeFirst();
  if (key !== undefined && used?.used_by === key.toLowerCase()) return;
  throw new Problem('launch-replayed', { detail: 'This launch token was used before: sign one for each opening, with its own "jti".' });
}
