import type { Context } from 'hono';
import type { OperationId, Scheme } from '../../contract/index.js';
import type { Caller, Doorkeeper } from '../access/caller.js';
import { networkOf, type Limited, type Limiter } from '../limits.js';
import { Problem } from './problem.js';

export interface AdmissionOptions {
  readonly doorkeeper: Doorkeeper;
  readonly limiter: Limiter;
  /** Network address of who asks. */
  readonly addressOf: (context: Context) => string;
}

/** Lets a caller in. @throws {Problem} `too-many-requests`, and those of {@link Doorkeeper.admit}. */
export type Admission = (context: Context, schemes: readonly (Scheme | null)[], operation?: OperationId) => Promise<Caller>;

/** @throws {Problem} `too-many-requests`. */
export function charge(limiter: Limiter, what: Limited, who: string, taken?: number): void {
  const seconds = limiter.wait(what, who, taken);
  if (seconds > 0) throw new Problem('too-many-requests', { retryAfter: seconds });
}

/** Network addresses are charged before anything is looked at; who calls, once that is known and not what they say of it. */
export function createAdmission({ doorkeeper, limiter, addressOf }: AdmissionOptions): Admission {
  const chargeCaller = (caller: Caller): void => {
    switch (caller.scheme) {
      case 'sessionToken':
        return charge(limiter, 'session', caller.session);
      case 'launchToken':
        return charge(limiter, 'launch', `${caller.partner.id}/${caller.claims.sub}`);
      case 'partnerKey':
      case 'counsellorToken':
        return charge(limiter, 'partner', caller.partner.id);
      case 'adminKey':
      case null:
    }
  };

  return async (context, schemes, operation) => {
    const network = networkOf(addressOf(context));
    charge(limiter, 'request', network);
    charge(limiter, 'refusal', network, 0);
    const token = tokenOf(context);
    const caller = await doorkeeper.admit(schemes, token, context.req.header('origin')).catch((error: unknown) => {
      if (token !== undefined && error instanceof Problem && error.status < 500) limiter.wait('refusal', network);
      throw error;
    });
    if (caller.scheme === null && operation === 'openSession') charge(limiter, 'stranger', network);
    chargeCaller(caller);
    return caller;
  };
}

const tokenOf = ({ req }: Context): string | undefined => /^Bearer (.+)$/i.exec(req.header('authorization') ?? '')?.[1];
