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
}

/** A partner as it was written; one that was not lets anybody begin any pathway. */
export const partnerOf = ({ partners, conductor: { pack } }: StandIn, id: string): StandInPartner =>
  partners.get(id) ?? {
    settings: { name: id, origins: [], launch: 'open', pathways: pack.pathways.map((pathway) => pathway.id) },
    revision: 0,
  };

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

export const partnerOperations: Pick<Operations, 'readPartner' | 'writePartner'> = {
  readPartner: (standIn, { path }) => told(path.partner, partnerOf(standIn, path.partner)),

  writePartner(standIn, { path, body, ifMatch }) {
    const { revision } = partnerOf(standIn, path.partner);
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== `"${revision}"`) throw new Problem('changed-meanwhile');
    const written = { settings: body, revision: revision + 1 };
    standIn.partners.set(path.partner, written);
    return told(path.partner, written);
  },
};
