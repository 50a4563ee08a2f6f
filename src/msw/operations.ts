import type { AnswerTo, OperationId, RequestOf } from '../contract/index.js';
import type { Caller } from './caller.js';
import { feedOperations } from './feed.js';
import { listOperations } from './lists.js';
import { partnerOperations } from './partners.js';
import { resultOperations } from './results.js';
import { serviceOperations } from './service-operations.js';
import { sessionOperations } from './sessions.js';
import type { StandIn } from './stand-in.js';

/** A request that was checked against the contract, from a caller that was admitted. */
export interface Call<O extends OperationId> extends RequestOf<O> {
  readonly caller: Caller;
  /** `Idempotency-Key`. */
  readonly key: string | undefined;
  readonly ifMatch: string | undefined;
  /** Given up by the caller. */
  readonly signal: AbortSignal;
}

/** What does each operation. It refuses by throwing a {@link Problem}. */
export type Operations = {
  readonly [O in OperationId]: (standIn: StandIn, call: Call<O>) => AnswerTo<O> | Promise<AnswerTo<O>>;
};

/** Every operation of the contract. */
export const operations: Operations = {
  ...sessionOperations,
  ...resultOperations,
  ...listOperations,
  ...feedOperations,
  ...partnerOperations,
  ...serviceOperations,
};
