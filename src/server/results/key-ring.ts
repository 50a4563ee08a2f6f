import { base64url, calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type CryptoKey } from 'jose';
import { lowS } from '../../reports/low-s.js';
import { oneAtATime } from '../database/one-at-a-time.js';
import type { Database } from '../database/schema.js';
import type { KeyRing } from '../service.js';

const year = 365 * 24 * 3600 * 1000;
/** A key signs for a year. */
const signsFor = year;
/** What it signed is valid for two: so long it is published after its last day of work. */
const publishedFor = 2 * year;
/** A key is published so long before it signs: whoever keeps the key set, a proxy or a partner, has it by then. */
const ahead = 3600 * 1000;
/** Milliseconds after which a process looks again whether another one has changed the key. */
const freshFor = 60_000;

interface Current {
  readonly kid: string;
  readonly key: CryptoKey;
  readonly jwk: Readonly<Record<string, unknown>>;
  readonly readAt: number;
}

/**
 * The keys that sign results and badges (ES256), kept in the database so that all processes sign with the same one.
 * Whoever asks first makes the first key; each year there is another.
 */
export function createKeyRing(db: Database, now: () => Date): KeyRing {
  let known: Current | undefined;

  const time = (ago: number): number => now().getTime() - ago;

  /** Those that were not retired, the oldest first: the one that signs, and perhaps the one that will. */
  const living = (from: Database) =>
    from
      .selectFrom('signing_keys')
      .select(['kid', 'private_key', 'public_key', 'created_at'])
      .where('retired_at', 'is', null)
      .orderBy('created_at')
      .execute();
  type Living = Awaited<ReturnType<typeof living>>;

  /** The newest that has been published for long enough; the very first key has nobody to wait for. */
  const signer = (keys: Living): Living[number] | undefined => keys.findLast((key) => key.created_at.getTime() <= time(ahead)) ?? keys[0];
  /** Is it time for another key, or for an old one to go? */
  const isDue = (keys: Living): boolean => signer(keys) !== keys[0] || !keys.some((key) => key.created_at.getTime() > time(signsFor));

  /** One process at a time, so that there is never a second current key. */
  const alone = <T>(work: (db: Database) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (transaction) => {
      await oneAtATime(transaction, 'signing keys', now());
      return work(transaction);
    });

  const publish = async (into: Database): Promise<void> => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const [secret, open] = [await exportJWK(privateKey), await exportJWK(publicKey)];
    const kid = await calculateJwkThumbprint(open);
    await into
      .insertInto('signing_keys')
      .values({
        kid,
        private_key: JSON.stringify(secret),
        public_key: JSON.stringify({ ...open, kid, alg: 'ES256', use: 'sig' }),
        created_at: now(),
      })
      .execute();
  };

  /** Keys that were followed by another can sign no more: only their public half is kept, as long as it may be needed. */
  const renew = async (into: Database): Promise<void> => {
    const keys = await living(into);
    const before = keys.slice(0, keys.indexOf(signer(keys)!)).map(({ kid }) => kid);
    if (before.length)
      await into.updateTable('signing_keys').set({ retired_at: now(), private_key: '{}' }).where('kid', 'in', before).execute();
    await into
      .deleteFrom('signing_keys')
      .where('retired_at', '<', new Date(time(publishedFor)))
      .execute();
    if (isDue(await living(into))) await publish(into);
  };

  const current = async (): Promise<Current> => {
    if (known && now().getTime() - known.readAt < freshFor) return known;
    if (isDue(await living(db))) await alone(renew);
    const row = signer(await living(db))!;
    const key = (await importJWK(row.private_key as { kty: string }, 'ES256')) as CryptoKey;
    known = { kid: row.kid, key, jwk: row.public_key, readAt: now().getTime() };
    return known;
  };

  return {
    async sign(payload, type, keySet) {
      const { kid, key, jwk } = await current();
      const { kty, crv, x, y } = jwk as { kty: string; crv: string; x: string; y: string };
      const named = keySet === undefined ? { kid } : { kid: `${keySet}#${kid}`, jwk: { kty, crv, x, y } };
      const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ: type, ...named })
        .sign(key);
      const end = jws.lastIndexOf('.') + 1;
      return jws.slice(0, end) + base64url.encode(lowS(base64url.decode(jws.slice(end))));
    },

    async published() {
      // Who asks before the first signature is told the key that will make it.
      await current();
      const rows = await db
        .selectFrom('signing_keys')
        .select('public_key')
        .where((where) => where.or([where('retired_at', 'is', null), where('retired_at', '>', new Date(time(publishedFor)))]))
        // The one that signs, the one that will, those that did.
        .orderBy('retired_at', (order) => order.desc().nullsFirst())
        .orderBy('created_at')
        .execute();
      return rows.map(({ public_key: key }) => key);
    },

    async rotate() {
      await current();
      await alone(async (transaction) => {
        // One that was published already will do.
        if ((await living(transaction)).length === 1) await publish(transaction);
      });
    },
  };
}
