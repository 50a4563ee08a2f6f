import { sql, type RawBuilder } from 'kysely';

/** When something happened, for what is kept until it is old: no earlier than by the database's clock, which says what is old. */
export const signOfLife = (at: Date): RawBuilder<Date> => sql<Date>`greatest(now(), ${at.toISOString()}::timestamptz)`;
