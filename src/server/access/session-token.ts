import { createHmac } from 'node:crypto';
import { Problem } from '../http/problem.js';
import { sameText } from './same-text.js';

/** What a session token is good for. */
export interface SessionGrant {
  readonly partner: string;
  readonly session: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** How session tokens begin. */
export const sessionTokenPrefix = 'pds_';

/** Makes and reads session tokens. The same grant gives the same token, in every process that has the secret. */
export interface SessionTokens {
  make(grant: SessionGrant): string;
  /** @throws {Problem} `token-invalid`, `token-expired`. */
  read(token: string): SessionGrant;
}

/** Tokens remembered at most: a learner sends the same one with each answer. */
const most = 10_000;

/** @param secret of all processes of the service. */
export function createSessionTokens(secret: Uint8Array, now: () => Date): SessionTokens {
  const seal = (payload: string): string => createHmac('sha256', secret).update(payload).digest('base64url');
  const opened = (token: string): SessionGrant => {
    const [, payload = '', given = ''] = /^pds_([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
    if (!sameText(given, seal(payload)))
      throw new Problem('token-invalid', { detail: 'The session token is not one of this service. Open the session again.' });
    const [partner, session, expires] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [string, string, number];
    return { partner, session, expires };
  };
  const known = new Map<string, SessionGrant>();
  return {
    make({ partner, session, expires }) {
      const payload = Buffer.from(JSON.stringify([partner, session, expires])).toString('base64url');
      return `${sessionTokenPrefix}${payload}.${seal(payload)}`;
    },
    read(token) {
      const grant = known.get(token) ?? opened(token);
      // The last one used is the last one forgotten.
      known.delete(token);
      known.set(token, grant);
      if (known.size > most) known.delete(known.keys().next().value!);
      if (grant.expires * 1000 <= now().getTime())
        throw new Problem('token-expired', {
          detail: 'The session token has expired. Renew it with a new launch token, or open the session again.',
        });
      return grant;
    },
  };
}
