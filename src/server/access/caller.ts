import type { Scheme, Schemas } from '../../contract/index.js';

export type PartnerSettings = Schemas['PartnerSettings'];

/** A partner as the service knows it. */
export interface KnownPartner {
  readonly id: string;
  readonly settings: PartnerSettings;
  readonly revision: number;
}

/** What a launch token says, once verified. */
export interface LaunchClaims {
  readonly jti: string;
  /** The partner's pseudonym of the learner. */
  readonly sub: string;
  /** When it expires, in seconds since 1970. */
  readonly exp: number;
  readonly pathway?: string;
  readonly campaign?: string;
}

/** Who calls, by the scheme of its token. */
export type Caller =
  | { readonly scheme: null }
  | { readonly scheme: 'launchToken'; readonly partner: KnownPartner; readonly claims: LaunchClaims }
  | {
      readonly scheme: 'sessionToken';
      readonly partner: KnownPartner;
      readonly session: string;
      /** When its token expires, in seconds since 1970. */
      readonly expires: number;
    }
  | { readonly scheme: 'partnerKey'; readonly partner: KnownPartner }
  /** Of one campaign only, if there is one. */
  | { readonly scheme: 'counsellorToken'; readonly partner: KnownPartner; readonly campaign: string | undefined }
  | { readonly scheme: 'adminKey' };

/** Finds out who calls. */
export interface Doorkeeper {
  /**
   * @param schemes those that the operation accepts.
   * @param token of the `Authorization` header, if there is one.
   * @param origin of the calling page, if a page calls.
   * @throws {Problem} `token-…`, `launch-refused`, `origin-refused`, `scope-missing`.
   */
  admit(schemes: readonly (Scheme | null)[], token: string | undefined, origin: string | undefined): Promise<Caller>;
}
