import { sql } from 'kysely';
import { failureFields } from './http/failure.js';
import { repeat, type Repeated } from './repeat.js';
import type { Service } from './service.js';

/** Days after its last sign of life on which a session is erased, unless the partner says. */
const days = 180;
const hour = 3_600_000;
/** Of the lock that lets one process at a time erase: any number, always the same. */
const lock = 7_193_402_512;

/**
 * Erases what was kept long enough: sessions with their answers, events that were told, launch tokens that have expired.
 * @returns how many sessions were erased; none while another process is at it.
 */
export async function eraseExpired({ db, now, log }: Service): Promise<number> {
  const at = now();
  const kept = sql`make_interval(days => coalesce((partners.settings ->> 'retentionDays')::integer, ${days}::integer))`;
  const erased = await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${lock}::bigint) as ours`.execute(transaction);
    if (!rows[0]?.ours) return 0;
    const sessions = await sql`
      delete from sessions using partners
      where partners.id = sessions.partner_id and sessions.touched_at < ${at.toISOString()}::timestamptz - ${kept}`.execute(transaction);
    await sql`
      delete from events using partners
      where partners.id = events.partner_id and events.created_at < ${at.toISOString()}::timestamptz - ${kept}
        and not exists (
          select from deliveries
          where deliveries.partner_id = events.partner_id and deliveries.event_id = events.id and deliveries.state = 'waiting')`.execute(
      transaction,
    );
    // An hour later than they say, for clocks that differ.
    await transaction
      .deleteFrom('launches')
      .where('expires_at', '<', new Date(at.getTime() - hour))
      .execute();
    return Number(sessions.numAffectedRows ?? 0);
  });
  if (erased > 0) log('info', 'retention', { sessions: erased });
  return erased;
}

/** Erases what is to be erased, now and every hour. */
export const startRetention = (service: Service): Repeated =>
  repeat(
    () => eraseExpired(service),
    hour,
    (thrown) => service.log('error', 'retention', failureFields(thrown)),
  );
