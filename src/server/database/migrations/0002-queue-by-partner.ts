import { sql, type QueryExecutorProvider } from 'kysely';

/** What is due is taken for one partner at a time. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`create index deliveries_due_by_partner on deliveries (partner_id, next_at) where state = 'waiting'`.execute(db);
  await sql`drop index deliveries_due`.execute(db);
}
