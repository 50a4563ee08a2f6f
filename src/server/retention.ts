import { sql } from 'kysely';
import type { Database } from './database/schema.js';
import { failureFields } from './http/failure.js';
import { repeat, type Repeated } from './repeat.js';
import type { Service } from './service.js';

/** Days after its last sign of life on which a session is erased, unless the partner says. */
const days = 180;
const hour = 3_600_000;
/** After a round, of whichever process, there is none for so long: milliseconds. */
const apart = hour / 2;

/** A clock that moves further between two rounds is not believed before the next one says the same: days. */
const widestStep = 2;

/** The time by which things are old. */
export type Clock = (db: Database) => Promise<Date>;

/** All processes share it, and none of them can be an age ahead of it. */
const databaseClock: Clock = async (db) => (await sql<{ at: Date }>`select now() as at`.execute(db)).rows[0]!.at;

/** Is there a round to be done, is it this process that does it, and has the clock moved as clocks do since the last one? */
async function beginRound({ db, log }: Service, at: Date): Promise<boolean> {
  const before = await db.selectFrom('rounds').select('at').where('name', '=', 'retention').executeTakeFirst();
  if (!before) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('rounds')
      .values({ name: 'retention', at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return Number(numInsertedOrUpdatedRows) > 0;
  }
  const passed = Math.abs(at.getTime() - before.at.getTime());
  if (passed < apart) return false;
  const { numUpdatedRows } = await db
    .updateTable('rounds')
    .set({ at })
    .where('name', '=', 'retention')
    .where('at', '=', before.at)
    .executeTakeFirstOrThrow();
  if (!numUpdatedRows) return false;
  if (passed < widestStep * 24 * hour) return true;
  log('error', 'retention', { reason: 'The clock has leapt since the last round: nothing is erased before the next one.' });
  return false;
}

/** @returns how many sessions were erased. */
async function eraseOf(db: Database, partner: string, at: Date, kept: number): Promise<number> {
  const old = new Date(at.getTime() - kept * 24 * hour);
  const sessions = await db
    .deleteFrom('sessions')
    .where('partner_id', '=', partner)
    .where('touched_at', '<', old)
    .executeTakeFirstOrThrow();
  await db
    .deleteFrom('events')
    .where('partner_id', '=', partner)
    .where('created_at', '<', old)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries')
            .select('event_id')
            .where('deliveries.partner_id', '=', partner)
            .whereRef('deliveries.event_id', '=', 'events.id')
            .where('deliveries.state', '=', 'waiting'),
        ),
      ),
    )
    .execute();
  // An hour later than they say, for clocks that differ.
  await db
    .deleteFrom('launches')
    .where('partner_id', '=', partner)
    .where('expires_at', '<', new Date(at.getTime() - hour))
    .execute();
  return Number(sessions.numDeletedRows);
}

/**
 * Erases what was kept long enough, partner by partner: sessions with their answers, events that were told, launch tokens that have expired.
 * @returns how many sessions were erased; none soon after a round of another process, nor when the clock has just leapt.
 */
export async function eraseExpired(service: Service, clock: Clock = databaseClock): Promise<number> {
  const { db, log } = service;
  const at = await clock(db);
  if (!(await beginRound(service, at))) return 0;
  let erased = 0;
  for (const { id, settings } of await db.selectFrom('partners').select(['id', 'settings']).orderBy('id').execute())
    try {
      erased += await eraseOf(db, id, at, settings.retentionDays ?? days);
    } catch (thrown) {
      // At the next round, then; the others do not wait for it.
      log('error', 'retention', { partner: id, ...failureFields(thrown) });
    }
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
