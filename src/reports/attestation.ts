import type { Result } from '../model/index.js';
import type { ToldSession } from './session.js';

/** `typ` of a signed result. */
export const attestationType = 'pix-diagnostic-result+jwt';

/**
 * What the service signs when a learner agrees to share.
 * @param issuer address of the service. @param partner for whom it is. @param result as it is shared.
 */
export const attestationClaims = (
  issuer: string,
  partner: string,
  { id, learner, pathway, campaign }: Pick<ToldSession, 'id' | 'learner' | 'pathway' | 'campaign'>,
  result: Result,
  at: Date,
): Readonly<Record<string, unknown>> => ({
  iss: issuer,
  aud: partner,
  ...(learner !== null && { sub: learner }),
  jti: id,
  iat: Math.floor(at.getTime() / 1000),
  pathway,
  ...(campaign !== null && { campaign }),
  result,
});
