import type { AnsweredItem, ItemStep, Offer, Receipt, Result, SessionExplanation, SessionSnapshot, Submission } from '../model/index.js';

export interface OpenRequest {
  /** Id of a pathway. */
  readonly pathway: string;
  /** What {@link Receipt.resume} gave last; the session goes on from there. */
  readonly resume?: unknown;
}

/** What the screen may count on. */
export interface Capabilities {
  /** A shared result carries a signature that the host's server can verify. */
  readonly attests: boolean;
  /** Results leave the device when shared. */
  readonly sends: boolean;
}

export interface ShareReceipt {
  readonly sharedAt: string;
  /** The signed result, when the backend signs. */
  readonly attestation?: string;
  readonly resume: unknown;
}

/** A home for sessions. Every method may reject with a `DiagnosticError`; `signal` gives up. */
export interface Backend {
  readonly capabilities: Capabilities;
  /** Starts a session, or goes on with one. The snapshot carries the first step. */
  open(request: OpenRequest, signal: AbortSignal): Promise<SessionSnapshot>;
  /** Takes one submission; the same submission twice has the effect of once. The receipt carries the next step. */
  answer(session: string, submission: Submission, signal: AbortSignal): Promise<Receipt>;
  /** The answers so far, for the review. */
  answers(session: string, signal: AbortSignal): Promise<readonly AnsweredItem[]>;
  /** An answered question with its response, to look at it again or correct it. */
  reopen(session: string, item: string, signal: AbortSignal): Promise<ItemStep>;
  /** The result. Offers of the host take part in the recommendations. */
  finish(session: string, offers: readonly Offer[], signal: AbortSignal): Promise<{ readonly result: Result; readonly resume: unknown }>;
  /** Why the result is what it is, once there is one. */
  explain(session: string, signal: AbortSignal): Promise<SessionExplanation>;
  /** The learner agrees to send the result on. */
  share(session: string, signal: AbortSignal): Promise<ShareReceipt>;
}
