import { sql, type QueryExecutorProvider } from 'kysely';

/** Nothing is left that only one machine could say: no number of its transactions, no sequence, no lock that is not a row. */
const statements = [
  `create table feeds (
     partner_id text primary key,
     last bigint not null)`,
  `alter table events alter column position drop identity`,
  `update events set position = placed.place from (
     select partner_id, id, row_number() over (partition by partner_id order by transaction, position) as place from events) as placed
   where events.partner_id = placed.partner_id and events.id = placed.id`,
  `insert into feeds (partner_id, last) select partner_id, max(position) from events group by partner_id`,
  `drop index events_order`,
  `alter table events drop column transaction`,
  `create unique index events_order on events (partner_id, position)`,
  // Else each session that is erased looks at all events of its partner.
  `create index events_session on events (partner_id, session_id)`,
  `create table turns (
     partner_id text not null,
     number smallint not null,
     primary key (partner_id, number))`,
  `create index launches_expiry_by_partner on launches (partner_id, expires_at)`,
  `drop index launches_expiry`,
];

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
