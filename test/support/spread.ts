import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Parts of each table that is spread: what a stock PostgreSQL has nearest to the nodes of a cluster. */
export const parts = 7;

const file = new URL('../../docs/distribute.sql', import.meta.url);

/** What the operator of a cluster runs. */
export const distributeSql = await readFile(file, 'utf8');

const named = (call: RegExp): readonly string[] => [...distributeSql.matchAll(call)].map(([, table = '']) => table);
export const spread = named(/create_distributed_table\('(\w+)', 'partner_id', colocate_with => '(?:none|sessions)'\)/g);
export const copied = named(/create_reference_table\('(\w+)'\)/g);

/**
 * The functions of Citus that `docs/distribute.sql` calls, as far as one server can: a table is cut into parts by the hash of the column,
 * which no unique key may leave out; one that is to have copies stays as it is.
 */
const standIns = `
  create function create_reference_table(name text) returns void language sql as 'select null::void';
  create function create_distributed_table(name text, by_column text, colocate_with text) returns void language plpgsql as $$
  begin
    execute format('alter table %I rename to %I', name, name || '_whole');
    execute format('create table %I (like %I including all) partition by hash (%I)', name, name || '_whole', by_column);
    for i in 0..${parts - 1} loop
      execute format('create table %I partition of %I for values with (modulus ${parts}, remainder %s)', name || '_part_' || i, name, i);
    end loop;
    execute format('insert into %I select * from %I', name, name || '_whole');
    execute format('drop table %I', name || '_whole');
  end $$`;

/** Spreads the tables of a database as `docs/distribute.sql` says. */
export async function spreadTables(client: Client): Promise<void> {
  await client.query(standIns);
  await client.query(distributeSql);
}

/** The part that has a partner's rows, of each table. */
export async function partOf(client: Client, partner: string): Promise<number> {
  const asked = `select i from generate_series(0, ${parts - 1}) as i where satisfies_hash_partition('sessions'::regclass, ${parts}, i, $1::text)`;
  const { rows } = await client.query<{ i: number }>(asked, [partner]);
  return rows[0]!.i;
}

export interface Reach {
  /** Parts that are read, changed or erased from. */
  readonly touched: readonly number[];
  /** Tables that are spread into which it writes new rows. */
  readonly insertsInto: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** What a statement reaches, as PostgreSQL plans it. */
export async function reachOf(client: Client, sql: string, parameters: readonly unknown[]): Promise<Reach> {
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${sql}`, [...parameters]);
  const touched = new Set<number>();
  const insertsInto = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { 'Relation Name': relation, Operation: operation } = value as Node;
    const part = /_part_(\d+)$/.exec(String(relation))?.[1];
    if (part !== undefined) touched.add(Number(part));
    else if (operation === 'Insert' && spread.includes(String(relation))) insertsInto.add(String(relation));
    Object.values(value).forEach(walk);
  };
  walk(rows[0]!['QUERY PLAN']);
  return { touched: [...touched], insertsInto: [...insertsInto] };
}
