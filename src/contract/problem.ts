import type { ProblemCode, Schemas } from './index.js';

const kinds: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'request-invalid': [400, 'The request is not what the contract says.'],
  'token-missing': [401, 'A token is needed.'],
  'token-invalid': [401, 'The token is not valid.'],
  'token-expired': [401, 'The token has expired.'],
  'launch-refused': [401, 'The launch token was refused.'],
  'launch-replayed': [401, 'The launch token was used before.'],
  'origin-refused': [403, 'The page is not one of the partner’s.'],
  'scope-missing': [403, 'The token does not allow this.'],
  'partner-unknown': [404, 'There is no such partner.'],
  'pathway-unknown': [404, 'The partner offers no such pathway.'],
  'session-unknown': [404, 'There is no such session.'],
  'route-unknown': [404, 'There is nothing at this address.'],
  'item-not-asked': [409, 'This session did not ask that item.'],
  'sequence-conflict': [409, 'Another answer came in between.'],
  'session-finished': [409, 'The session is finished.'],
  'session-unfinished': [409, 'There is no result yet.'],
  'result-not-shared': [409, 'The learner has not agreed to share.'],
  'changed-meanwhile': [412, 'It was changed meanwhile.'],
  'body-too-large': [413, 'The body is too large.'],
  'key-reused': [422, 'The idempotency key came with another request.'],
  'too-many-requests': [429, 'Too many requests.'],
  unavailable: [503, 'The service cannot work now.'],
  unexpected: [500, 'Something went wrong here.'],
};

export interface ProblemDetails {
  /** For developers: what, where, what to do. */
  readonly detail?: string;
  readonly expected?: number;
  readonly errors?: Schemas['Problem']['errors'];
  /** Seconds. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A refusal, as the contract tells it (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly document: Schemas['Problem'];

  constructor(code: ProblemCode, { detail, expected, errors, retryAfter, cause }: ProblemDetails = {}) {
    const [status, title] = kinds[code];
    super(detail ?? title, { cause });
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
    this.document = {
      type: `urn:pix-diagnostic:problem:${code}`,
      title,
      status,
      code,
      ...(detail !== undefined && { detail }),
      ...(expected !== undefined && { expected }),
      ...(errors && { errors }),
    };
  }
}
