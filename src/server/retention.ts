import { sql } from 'kysely';
import type { Database } from './database/schema.js';
import { failureFields } from './http/failure.js';
import { repeat, type Repeated } from './repeat.js';
import type { Service } from './service.js';

/** Days after its last sign of life on which a session is erased, unless the partner says. */
const days = 180;
const hour = 3_600_000;
/** Of the lock that lets one process at a time erase: any number, always the same. */
const lock = 7_193_402_512;

/** A clock that moves further between two rounds is not believed before the next one says the same: days. */
const widestStep = 2;

/** The time by which things are old, in a transaction. */
export type Clock = (transaction: Database) => Promise<Date>;

/** All processes share it, and none of them can be an age ahead of it. */
const databaseClock: Clock = async (transaction) => (await sql<{ at: Date }>`select now() as at`.execute(transaction)).rows[0]!.at;

/** Has the clock moved as clocks do since the last round, whichever process did it? */
async function isBelievable(transaction: Database, at: Date): Promise<boolean> {
  const before = await transaction.selectFrom('rounds').select('at').where('name', '=', 'retention').executeTakeFirst();
  await transaction
    .insertInto('rounds')
    .values({ name: 'retention', at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ at }))
    .execute();
  return !before || Math.abs(at.getTime() - before.at.getTime()) < widestStep * 24 * hour;
}

/**
 * Erases what was kept long enough: sessions with their answers, events that were told, launch tokens that have expired.
 * @returns how many sessions were erased; none while another process is at it, nor when the clock has just leapt.
 */
export async function eraseExpired({ db, log }: Service, clock: Clock = databaseClock): Promise<number> {
  const kept = sql`make_interval(days => coalesce((partners.settings ->> 'retentionDays')::integer, ${days}::integer))`;
  const erased = await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${lock}::bigint) as ours`.execute(transaction);
    if (!rows[0]?.ours) return 0;
    const at = await clock(transaction);
    if (!(await isBelievable(transaction, at))) {
      log('error', 'retention', { reason: 'The clock has leapt since the last round: nothing is erased before the next one.' });
      return 0;
    }
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
export const startRetention = (service: Service, clock?: Clock): Repeated =>
  repeat(
    () => eraseExpired(service, clock),
    hour,
    (thrown) => service.log('error', 'retention', failureFields(thrown)),
  );
