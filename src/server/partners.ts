import { sql, type Transaction } from 'kysely';
import type { KnownPartner, PartnerSettings } from './access/caller.js';
import { oneAtATime } from './database/one-at-a-time.js';
import type { Database, Tables } from './database/schema.js';
import { Problem } from './http/problem.js';
import type { ListedPartner, PartnerBook, PartnerWrite } from './service.js';

/** Milliseconds after which the book is looked at again, while it goes on serving what it knows. */
const lookAgain = 2000;
/** Milliseconds after which it waits for that look. */
const stale = 30_000;

interface Page {
  readonly byId: ReadonlyMap<string, KnownPartner>;
  readonly byIssuer: ReadonlyMap<string, KnownPartner>;
  readonly byKey: ReadonlyMap<string, KnownPartner>;
  readonly origins: ReadonlySet<string>;
  /** Changes with every write. */
  readonly mark: string;
}

const issuerOf = ({ launch }: PartnerSettings): string | undefined => (launch === 'open' ? undefined : launch.issuer);

function pageOf(partners: readonly KnownPartner[], mark: string): Page {
  return {
    byId: new Map(partners.map((partner) => [partner.id, partner])),
    byIssuer: new Map(
      partners.flatMap((partner) => {
        const issuer = issuerOf(partner.settings);
        return issuer === undefined ? [] : [[issuer, partner] as const];
      }),
    ),
    byKey: new Map(partners.flatMap((partner) => (partner.settings.partnerKeys ?? []).map((key) => [key, partner] as const))),
    origins: new Set(partners.flatMap(({ settings }) => settings.origins)),
    mark,
  };
}

const unknown = (id: string): Problem =>
  new Problem('partner-unknown', { detail: `There is no partner "${id}". Add it to the configuration, or with PUT /v1/partners/${id}.` });

/** The partners of the database, remembered: a change made by another process is known within seconds. */
export function createPartnerBook(db: Database, now: () => Date): PartnerBook {
  let page: Page | undefined;
  let lookedAt = -Infinity;
  let looking: Promise<Page> | undefined;
  /** Of looks and writes: what was read before a write is not remembered after it. */
  let turn = 0;

  const readMark = async (): Promise<string> => {
    const { rows } = await sql<{ mark: string | null }>`
      select string_agg(id || ' ' || revision || ' ' || changed_at, ',' order by id) as mark from partners where disabled_at is null`.execute(
      db,
    );
    return rows[0]?.mark ?? '';
  };
  const readAll = async (): Promise<readonly ListedPartner[]> => {
    const rows = await db
      .selectFrom('partners')
      .select(['id', 'settings', 'revision', 'from_file'])
      .where('disabled_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(({ from_file: fromFile, ...partner }) => ({ ...partner, fromFile }));
  };
  const look = async (): Promise<Page> => {
    const own = ++turn;
    const mark = await readMark();
    // What is read after the mark is at least as new as it: a write in between is seen at the next look.
    const seen = page?.mark === mark ? page : pageOf(await readAll(), mark);
    if (own === turn) [page, lookedAt] = [seen, now().getTime()];
    return seen;
  };
  const forget = (): void => {
    turn++;
    page = looking = undefined;
  };
  const lookOnce = (): Promise<Page> => (looking ??= look().finally(() => (looking = undefined)));
  const current = async (): Promise<Page> => {
    const age = now().getTime() - lookedAt;
    if (!page || age > stale) return lookOnce();
    // A database that does not answer now is met by whoever needs it.
    if (age > lookAgain) lookOnce().catch(() => undefined);
    return page;
  };

  return {
    async find(id) {
      const known = (await current()).byId.get(id);
      // Added a moment ago by another process, perhaps. Whoever asks for many that are not there does not make us look each time.
      const partner = known ?? (now().getTime() - lookedAt > lookAgain ? (await lookOnce()).byId.get(id) : undefined);
      if (partner) return partner;
      throw unknown(id);
    },
    issuedBy: async (issuer) => (await current()).byIssuer.get(issuer),
    withKey: async (sha256) => (await current()).byKey.get(sha256),
    async knowsOrigin(origin) {
      try {
        return (await current()).origins.has(origin);
      } catch (error) {
        // A page can only read that the database is away if it is known for one of ours.
        if (page) return page.origins.has(origin);
        throw error;
      }
    },
    all: readAll,
    async write(id, settings, how = {}) {
      const partner = await db.transaction().execute(async (trx) => {
        // A partner that another process is writing now is not there yet, but may have the same issuer or key.
        await oneAtATime(trx, 'partners', now());
        return writePartner(trx, id, settings, how);
      });
      forget();
      return partner;
    },
    async disable(id) {
      const { numUpdatedRows } = await db
        .updateTable('partners')
        .set(({ eb }) => ({ disabled_at: sql<Date>`now()`, changed_at: sql<Date>`now()`, revision: eb('revision', '+', 1) }))
        .where('id', '=', id)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      forget();
      if (!numUpdatedRows) throw unknown(id);
    },
  };
}

async function writePartner(
  trx: Transaction<Tables>,
  id: string,
  settings: PartnerSettings,
  { revision: expected, fromFile = false }: PartnerWrite,
): Promise<KnownPartner> {
  const others = await trx
    .selectFrom('partners')
    .select(['id', 'settings'])
    .where('id', '!=', id)
    .where('disabled_at', 'is', null)
    .execute();
  const issuer = issuerOf(settings);
  const rival = others.find(
    (other) =>
      (issuer !== undefined && issuerOf(other.settings) === issuer) ||
      other.settings.partnerKeys?.some((key) => settings.partnerKeys?.includes(key)),
  );
  if (rival) {
    const message = `the issuer or a partner key is that of the partner "${rival.id}": each has its own`;
    throw new Problem('request-invalid', {
      detail: `The settings of ${id} cannot be kept: ${message}.`,
      errors: [{ at: 'body', message }],
    });
  }
  const before = await trx.selectFrom('partners').select(['settings', 'revision']).where('id', '=', id).forUpdate().executeTakeFirst();
  if (expected !== undefined && before?.revision !== expected)
    throw new Problem('changed-meanwhile', {
      detail: `The partner ${id} is at revision ${before?.revision ?? 0}, not ${expected}. Read it again.`,
    });
  const revision = (before?.revision ?? 0) + 1;
  const row = {
    settings: JSON.stringify(settings),
    revision,
    changed_at: sql<Date>`now()`,
    from_file: fromFile,
    disabled_at: null,
  };
  await trx
    .insertInto('partners')
    .values({ id, ...row })
    // The time is worked out once, for all copies of the table.
    .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => ({ ...row, changed_at: ref('excluded.changed_at') })))
    .execute();
  return { id, settings, revision };
}
