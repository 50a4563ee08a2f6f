import type { Schemas } from '../contract/index.js';
import { Problem } from '../contract/problem.js';
import { withoutSecrets } from '../contract/secrets.js';
import { sha256 } from './base64url.js';
import type { Operations } from './operations.js';
import type { StandIn } from './stand-in.js';

export interface StandInPartner {
  readonly settings: Schemas['PartnerSettings'];
  /** One more at each change. */
  readonly revision: number;
  /** Nobody may use the service on its behalf. */
  readonly disabled?: true;
}

/**
 * A partner as it was written; one that was not lets anybody begin any pathway.
 * @throws {Problem} `partner-unknown` for one that was disabled.
 */
export function partnerOf({ partners, conductor: { pack } }: StandIn, id: string): StandInPartner {
  const known = partners.get(id);
  if (known?.disabled) throw new Problem('partner-unknown', { detail: `There is no partner "${id}".` });
  const pathways = pack.pathways.map((pathway) => pathway.id);
  return known ?? { settings: { name: id, origins: [], launch: 'open', pathways }, revision: 0 };
}

/** The partner that signs as `issuer`; that of the stand-in when nobody was written who does. */
export const partnerIssuing = ({ partners, partner }: StandIn, issuer: string | undefined): string =>
  [...partners].find(([, { settings }]) => typeof settings.launch === 'object' && settings.launch.issuer === issuer)?.[0] ?? partner;

/** The partner that has the key, likewise. */
export async function partnerWithKey({ partners, partner }: StandIn, key: string): Promise<string> {
  const hash = Array.from(await sha256(key), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [...partners].find(([, { settings }]) => settings.partnerKeys?.includes(hash))?.[0] ?? partner;
}

const told = (id: string, { settings, revision }: StandInPartner) => ({
  status: 200 as const,
  body: { id, settings: withoutSecrets(settings) },
  etag: `"${revision}"`,
});

export const partnerOperations: Pick<Operations, 'listPartners' | 'readPartner' | 'writePartner' | 'disablePartner'> = {
  listPartners: ({ partners }) => ({
    status: 200,
    body: {
      partners: [...partners]
        .filter(([, { disabled }]) => !disabled)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { settings }]) => ({ id, settings: withoutSecrets(settings), fromFile: false })),
    },
  }),

  readPartner: (standIn, { path }) => told(path.partner, partnerOf(standIn, path.partner)),

  writePartner(standIn, { path, body, ifMatch }) {
    const { revision = 0 } = standIn.partners.get(path.partner) ?? {};
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== `"${revision}"`) throw new Problem('changed-meanwhile');
    const written = { settings: body, revision: revision + 1 };
    standIn.partners.set(path.partner, written);
    return told(path.partner, written);
  },

  disablePartner(standIn, { path }) {
    const { settings, revision } = partnerOf(standIn, path.partner);
    standIn.partners.set(path.partner, { settings, revision: revision + 1, disabled: true });
    return { status: 204, body: undefined };
  },
};
