import { sql } from 'kysely';
import type { Schemas } from '../contract/index.js';
import { withoutSecrets } from '../contract/secrets.js';
import { version } from '../version.js';
import type { KnownPartner } from './access/caller.js';
import { Problem } from './http/problem.js';
import type { Handlers } from './http/routes.js';
import { checkSettings, type SettingsRules } from './partner-settings.js';
import type { Service } from './service.js';

const told = ({ id, settings, revision }: KnownPartner): { status: 200; body: Schemas['Partner']; etag: string } => ({
  status: 200,
  body: { id, settings: withoutSecrets(settings) },
  etag: `"${revision}"`,
});

const revisionOf = (ifMatch: string | undefined): number | undefined => {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const revision = /^"(\d+)"$/.exec(ifMatch)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new Problem('request-invalid', { detail: 'If-Match is not an ETag of this partner: give back the one that was read.' });
};

/** What the operator asks for. */
export function serviceHandlers(
  service: Service,
  rules: SettingsRules,
): Pick<Handlers, 'listPartners' | 'readPartner' | 'writePartner' | 'disablePartner' | 'readHealth'> {
  const { db, partners, shelf } = service;
  return {
    async listPartners() {
      const all = await partners.all();
      return { status: 200, body: { partners: all.map((partner) => ({ ...told(partner).body, fromFile: partner.fromFile })) } };
    },

    readPartner: async ({ path }) => told(await partners.find(path.partner)),

    async writePartner({ path, body, ifMatch }) {
      checkSettings(body, shelf.conductor(shelf.current).pack, rules);
      return told(await partners.write(path.partner, body, { revision: revisionOf(ifMatch) }));
    },

    async disablePartner({ path }) {
      await partners.disable(path.partner);
      return { status: 204, body: undefined };
    },

    async readHealth() {
      try {
        await sql`select 1`.execute(db);
      } catch (cause) {
        throw new Problem('unavailable', { detail: 'The database does not answer.', retryAfter: 5, cause });
      }
      return { status: 200, body: { status: 'ok', version, database: 'ok', packs: shelf.versions, capabilities: { workshops: false } } };
    },
  };
}
