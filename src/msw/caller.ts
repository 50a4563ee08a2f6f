import type { Operation, Scheme } from '../contract/index.js';
import { Problem } from '../contract/problem.js';
import { readLaunch, type Launch } from './launch.js';
import { partnerIssuing, partnerWithKey } from './partners.js';
import type { StandIn } from './stand-in.js';

/** Who calls. */
export interface Caller {
  readonly scheme: Scheme | null;
  /** For whom; of the operator and of anybody, the partner of the stand-in. */
  readonly partner: string;
  /** Of a session token: itself, and its session. */
  readonly token?: string;
  readonly session?: string;
  /** Of a launch token. */
  readonly launch?: Launch;
  /** Of a counsellor's token, where it is for one campaign only. */
  readonly campaign?: string;
}

/**
 * Recognises a caller by the form of its token. Launch tokens, partner keys (`pdk_…`) and the operator's key are believed;
 * session tokens are those that were given.
 * @throws {Problem} `token-missing`, `token-invalid`, `scope-missing`.
 */
export async function admit(standIn: StandIn, { schemes }: Operation, token: string | undefined): Promise<Caller> {
  const anybody: Caller = { scheme: null, partner: standIn.partner };
  if (token === undefined) {
    if (schemes.includes(null)) return anybody;
    throw new Problem('token-missing');
  }
  if (schemes.every((scheme) => scheme === null)) return anybody;
  const caller = await recognise(standIn, schemes, token);
  if (!caller) throw new Problem('token-invalid');
  if (!schemes.includes(caller.scheme)) throw new Problem('scope-missing');
  return caller;
}

async function recognise(standIn: StandIn, schemes: Operation['schemes'], token: string): Promise<Caller | undefined> {
  const session = standIn.tokens.get(token);
  if (session !== undefined) {
    const partner = standIn.sessions.get(session)?.partner ?? standIn.partner;
    return { scheme: 'sessionToken', partner, token, session };
  }
  if (token.startsWith('pds_')) return undefined;
  if (token.startsWith('pdk_')) return { scheme: 'partnerKey', partner: await partnerWithKey(standIn, token) };
  const launch = readLaunch(token);
  const partner = partnerIssuing(standIn, launch.iss);
  if (launch.scope === 'report')
    return { scheme: 'counsellorToken', partner, ...(launch.campaign !== undefined && { campaign: launch.campaign }) };
  if (schemes.includes('launchToken')) return { scheme: 'launchToken', partner, launch };
  if (schemes.includes('adminKey')) return { scheme: 'adminKey', partner: standIn.partner };
  return token.split('.').length === 3 ? { scheme: 'launchToken', partner, launch } : undefined;
}
