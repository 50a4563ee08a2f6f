import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { isKeepable } from '../http/keepable.js';
import { Problem } from '../http/problem.js';
import type { PartnerBook } from '../service.js';
import type { KnownPartner, LaunchClaims } from './caller.js';

/** Seconds between `iat` and `exp` at most. */
const longest = 300;
/** Seconds by which clocks may differ. */
export const clockTolerance = 10;

/** A launch token that a known partner signed for this service, and that is valid now. */
export interface LaunchToken {
  readonly partner: KnownPartner;
  readonly claims: LaunchClaims;
  /** Origin of the page for which it was made. */
  readonly origin: string | undefined;
  /** A counsellor's token: it opens no session, it reads reports. */
  readonly counsellor: boolean;
}

export interface LaunchReader {
  /** @throws {Problem} `launch-refused`, `token-expired`; `unavailable` when the partner's keys cannot be read. */
  read(token: string): Promise<LaunchToken>;
}

const refused = (detail: string, cause?: unknown): Problem => new Problem('launch-refused', { detail, cause });

export function createLaunchReader(
  partners: PartnerBook,
  keysOf: (partner: KnownPartner) => JWTVerifyGetKey,
  now: () => Date,
): LaunchReader {
  const verify = async (token: string, issuer: string, keys: JWTVerifyGetKey): Promise<JWTPayload> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['ES256'],
        issuer,
        audience: 'pix-diagnostic',
        requiredClaims: ['iat', 'exp', 'sub', 'jti'],
        currentDate: now(),
        clockTolerance,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw new Problem('token-expired', { detail: 'The launch token has expired: sign a new one.', cause: error });
      if (error instanceof errors.JOSEError) throw refused(`The launch token is refused: ${error.message}.`, error);
      throw error;
    }
  };

  return {
    async read(token) {
      // Another spelling of the same bytes is not what the partner signed, though a lenient decoder takes it for that.
      if (!isCanonical(token)) throw refused('The launch token is not a compact JWS in canonical base64url.');
      const issuer = issuerOf(token);
      const partner = await partners.issuedBy(issuer);
      if (!partner) throw refused(`No partner signs as "${issuer}": check the claim "iss" against the partner's settings.`);
      const claims = await verify(token, issuer, keysOf(partner));
      if ([claims.aud].flat().length !== 1)
        throw refused('The launch token is for others too: its "aud" is "pix-diagnostic", and nothing else.');
      const { iat = 0, exp = 0 } = claims;
      if (exp - iat > longest) throw refused(`The launch token is valid for ${exp - iat} seconds: "exp" is at most "iat" + ${longest}.`);
      if (iat * 1000 > now().getTime() + clockTolerance * 1000)
        throw refused('The launch token is from the future: check the clock of the server that signs.');
      return {
        partner,
        claims: claimsOf(claims),
        origin: textOf(claims, 'origin', 300),
        counsellor: claims['scope'] === 'report',
      };
    },
  };
}

const isCanonical = (token: string): boolean => {
  const parts = token.split('.');
  return parts.length === 3 && parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
};

function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch (cause) {
    throw refused('The launch token is not a JWT.', cause);
  }
}

function textOf(claims: JWTPayload, name: string, most: number): string | undefined {
  const value = claims[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length > 0 && value.length <= most && isKeepable(value)) return value;
  throw refused(`The claim "${name}" of the launch token is not a text of 1 to ${most} characters.`);
}

const codeOf = (claims: JWTPayload, name: string): string | undefined => {
  const code = textOf(claims, name, 80);
  if (code === undefined || /^[\w.-]+$/.test(code)) return code;
  throw refused(`The claim "${name}" of the launch token has other characters than letters, digits, "_", "." and "-".`);
};

function claimsOf(claims: JWTPayload): LaunchClaims {
  const sub = textOf(claims, 'sub', 128) ?? '';
  if (sub.includes('@')) throw refused('The claim "sub" looks like an e-mail address: give a pseudonym, never who the learner is.');
  const pathway = codeOf(claims, 'pathway');
  const campaign = codeOf(claims, 'campaign');
  return {
    jti: textOf(claims, 'jti', 128) ?? '',
    sub,
    exp: claims.exp ?? 0,
    ...(pathway !== undefined && { pathway }),
    ...(campaign !== undefined && { campaign }),
  };
}
