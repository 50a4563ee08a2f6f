import type { AnswerTo, OperationId, RequestOf } from '../../contract/index.js';
import type { Caller } from '../access/caller.js';

/** A request that was checked against the contract, from a caller that was admitted. */
export interface Call<O extends OperationId> extends RequestOf<O> {
  readonly caller: Caller;
  /** `Idempotency-Key`. */
  readonly key: string | undefined;
  readonly ifMatch: string | undefined;
  /** Origin of the calling page, if a page calls. */
  readonly origin: string | undefined;
  /** Aborted when what is fetched is waited for no more. */
  readonly signal: AbortSignal;
}

export type Handler<O extends OperationId> = (call: Call<O>) => Promise<AnswerTo<O>>;
/** What does each operation. */
export type Handlers = { readonly [O in OperationId]: Handler<O> };
