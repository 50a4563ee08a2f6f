import { sql, type QueryExecutorProvider } from 'kysely';

const statements = [
  `alter table partners
     add column from_file boolean not null default false,
     add column disabled_at timestamptz`,
  // Nothing was done with it: who is a minor need not be known.
  `alter table sessions drop column minor`,
  `create table rounds (name text primary key, at timestamptz not null)`,
];

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
