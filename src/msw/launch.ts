import { decodeText } from './base64url.js';

/** What a launch token says of its learner. Its signature is not looked at: a test has no keys. */
export interface Launch {
  readonly sub?: string;
  readonly jti?: string;
  readonly iss?: string;
  readonly pathway?: string;
  readonly campaign?: string;
  /** `report`: a counsellor's. */
  readonly scope?: string;
}

/** Any token is good; one that is no JWT says nothing of its learner. */
export function readLaunch(token: string): Launch {
  try {
    const claims = JSON.parse(decodeText(token.split('.')[1] ?? '')) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      ['sub', 'jti', 'iss', 'pathway', 'campaign', 'scope'].flatMap((name) =>
        typeof claims[name] === 'string' ? [[name, claims[name]]] : [],
      ),
    );
  } catch {
    return {};
  }
}
