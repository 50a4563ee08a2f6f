import type { Schemas } from '../../src/contract/index.js';
import type { Submission } from '../../src/model/index.js';
import { operationOf } from '../support/service-rig.js';

/** What the learner did with the hands: an answer, or to go on. */
export type Deed = { readonly item: string; readonly response: unknown } | { readonly accept: boolean };

export interface Given {
  readonly deed: Deed;
  readonly session: string;
  /** Under which the session sends it; undefined when it never did. */
  readonly id: string | undefined;
  /** Instead of another one, of which the learner was told that it could not be sent. */
  readonly instead: boolean;
}

type Body = Schemas['SubmissionRequest'];

/** What is known of the submissions from outside: from the learner's hands, from the device, and from the wire. */
export interface Ledger {
  /** In order. */
  readonly given: Given[];
  /** What the service was asked, by id. */
  readonly sent: Map<string, { readonly session: string; readonly body: Body }>;
  /** Ids of which the service said that they took effect, whether or not that was heard. */
  readonly accepted: Set<string>;
  /** Ids at which the service was heard to fail, and how many times. */
  readonly failed: Map<string, number>;
  /** Ids of which nothing was left on the device when a page began, and that had not been accepted. */
  readonly lost: Set<string>;
  /** Times that the learner was told that an answer could not be taken. */
  refusals: number;
  /** Times that the learner was told that the session had gone on meanwhile. */
  moves: number;
  /** The hands do something, and the session is to send it at once. */
  act(deed: Deed, does: () => void, instead?: boolean): void;
  /** The session sends something. */
  sends(session: string, submission: Submission): void;
  /** Around the service: writes down what comes to it, and what leaves it. */
  around(service: (request: Request) => Promise<Response>): (request: Request) => Promise<Response>;
}

export function createLedger(): Ledger {
  let acting: { readonly deed: Deed; readonly instead: boolean; done: boolean } | undefined;
  const ledger: Ledger = {
    given: [],
    sent: new Map(),
    accepted: new Set(),
    failed: new Map(),
    lost: new Set(),
    refusals: 0,
    moves: 0,
    act(deed, does, instead = false) {
      acting = { deed, instead, done: false };
      does();
      if (!acting.done) ledger.given.push({ deed, session: '', id: undefined, instead });
      acting = undefined;
    },
    sends(session, { id }) {
      if (!acting) throw new Error('The session sends what nobody gave.');
      acting.done = true;
      // The same again, after it was refused.
      if (!ledger.given.some((given) => given.id === id)) ledger.given.push({ deed: acting.deed, session, id, instead: acting.instead });
    },
    around: (service) => async (request) => {
      const { id: operation, names } = operationOf(request);
      if (operation !== 'submit') {
        const response = await service(request);
        const { lastSubmission } = (
          response.ok && ['openSession', 'readSession'].includes(operation) ? await response.clone().json() : {}
        ) as {
          readonly lastSubmission?: string;
        };
        if (lastSubmission !== undefined) ledger.accepted.add(lastSubmission);
        return response;
      }
      const key = request.headers.get('idempotency-key') ?? '';
      ledger.sent.set(key, { session: names['session'] ?? '', body: (await request.clone().json()) as Body });
      const response = await service(request);
      if (response.ok) ledger.accepted.add(key);
      return response;
    },
  };
  return ledger;
}
