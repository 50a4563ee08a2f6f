import { createHash } from 'node:crypto';
import type { Scheme } from '../../contract/index.js';
import { Problem } from '../http/problem.js';
import type { PartnerBook } from '../service.js';
import type { Caller, Doorkeeper, KnownPartner } from './caller.js';
import type { LaunchReader } from './launch-token.js';
import { sameText } from './same-text.js';
import { sessionTokenPrefix, type SessionTokens } from './session-token.js';

export interface DoorkeeperOptions {
  readonly partners: PartnerBook;
  readonly launches: LaunchReader;
  readonly tokens: SessionTokens;
  /** The operator's secret; without one, nobody is the operator. */
  readonly adminKey: string | undefined;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How partner keys begin. */
const partnerKeyPrefix = 'pdk_';

/** Tells callers apart by the form of their token. */
export function createDoorkeeper({ partners, launches, tokens, adminKey }: DoorkeeperOptions): Doorkeeper {
  const kindOf = (token: string): 'session' | 'partner' | 'signed' | 'other' => {
    if (token.startsWith(sessionTokenPrefix)) return 'session';
    if (token.startsWith(partnerKeyPrefix)) return 'partner';
    return token.split('.').length === 3 ? 'signed' : 'other';
  };

  const recognise = async (token: string, origin: string | undefined): Promise<Caller> => {
    switch (kindOf(token)) {
      case 'session': {
        const { partner: id, session, expires } = tokens.read(token);
        const partner = await partners.find(id);
        if (origin !== undefined) checkPage(partner, origin);
        return { scheme: 'sessionToken', partner, session, expires };
      }
      case 'partner': {
        const partner = await partners.withKey(sha256(token));
        if (!partner)
          throw new Problem('token-invalid', {
            detail: 'No partner has this key. Its SHA-256 belongs in the settings, under partnerKeys.',
          });
        return { scheme: 'partnerKey', partner };
      }
      case 'signed': {
        const { partner, claims, origin: meant, counsellor } = await launches.read(token);
        // A page of the same origin asks without saying where it is; what reads reports may also be a partner's server.
        if (origin !== undefined || !counsellor) checkLaunchPage(partner, meant, origin);
        return counsellor ? { scheme: 'counsellorToken', partner, campaign: claims.campaign } : { scheme: 'launchToken', partner, claims };
      }
      case 'other':
        if (adminKey !== undefined && sameText(sha256(token), sha256(adminKey))) return { scheme: 'adminKey' };
        throw new Problem('token-invalid', { detail: 'The token is of no kind that this service knows.' });
    }
  };

  return {
    async admit(schemes, token, origin) {
      const anybody = schemes.includes(null);
      if (token === undefined) {
        if (anybody) return { scheme: null };
        throw new Problem('token-missing', { detail: `Send the header Authorization: Bearer with ${namesOf(schemes)}.` });
      }
      // What is open to all is not closed to who has a token for something else.
      if (schemes.every((scheme) => scheme === null)) return { scheme: null };
      const caller = await recognise(token, origin);
      if (caller.scheme !== null && schemes.includes(caller.scheme)) return caller;
      throw new Problem('scope-missing', { detail: `This takes ${namesOf(schemes)}.` });
    },
  };
}

const names: Readonly<Record<Scheme, string>> = {
  launchToken: 'a launch token',
  sessionToken: 'a session token',
  partnerKey: 'a partner key',
  counsellorToken: "a counsellor's token",
  adminKey: "the operator's key",
};
const namesOf = (schemes: readonly (Scheme | null)[]): string => schemes.flatMap((scheme) => (scheme ? [names[scheme]] : [])).join(' or ');

/** @throws {Problem} `origin-refused` unless the page is one of the partner's. */
export function checkPage(partner: KnownPartner, origin: string | undefined): asserts origin is string {
  if (origin !== undefined && partner.settings.origins.includes(origin)) return;
  throw new Problem('origin-refused', {
    detail: `${origin ?? 'A request without Origin'} is not one of the partner's origins: add it to its settings.`,
  });
}

function checkLaunchPage(partner: KnownPartner, meant: string | undefined, origin: string | undefined): void {
  checkPage(partner, origin);
  if (meant !== origin)
    throw new Problem('origin-refused', {
      detail: `The launch token was made for ${meant ?? 'no origin'}, and the page is of ${origin}: see its claim "origin".`,
    });
}
