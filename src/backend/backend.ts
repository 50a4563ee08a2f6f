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
  /** It takes the learner's answer to "would you recommend this?". */
  readonly surveys: boolean;
}

/** What a backend tells by itself, between answers. */
export interface BackendNews {
  /** As {@link Receipt.resume}: to be kept at once, so that a crash loses nothing. */
  readonly resume: unknown;
  /** Answers kept on the device that the backend has not yet taken. */
  readonly waiting: number;
  /**
   * `offline`: the connection is lost; what waits goes by itself when it is back. `moved`: another tab or device went on; open
   * again. `refused`: an answer could not be taken, and the learner had gone on: its question may come back.
   */
  readonly trouble?: 'offline' | 'moved' | 'refused';
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
  /** The step that was given is in use: what its answer needs may be fetched, so that the learner does not wait for it. */
  ahead?(session: string): void;
  /** The answers so far, for the review. */
  answers(session: string, signal: AbortSignal): Promise<readonly AnsweredItem[]>;
  /** An answered question with its response, to look at it again or correct it. */
  reopen(session: string, item: string, signal: AbortSignal): Promise<ItemStep>;
  /** The result. Offers of the host take part in the recommendations. */
  finish(session: string, offers: readonly Offer[], signal: AbortSignal): Promise<{ readonly result: Result; readonly resume: unknown }>;
  /** Why the result is what it is, once there is one. */
  explain(session: string, signal: AbortSignal): Promise<SessionExplanation>;
  /** The learner agrees to share: the signed result. Nobody hears of it before `share`. Only where it attests. */
  attest?(session: string, signal: AbortSignal): Promise<string>;
  /** The learner agrees to send the result on, and the host leaves that to the backend. */
  share(session: string, signal: AbortSignal): Promise<ShareReceipt>;
  /** From 0, "certainly not", to 10, "certainly": would the learner recommend this? Only where it surveys. */
  survey?(session: string, recommend: number, signal: AbortSignal): Promise<void>;
  /** Tells what happens between answers; returns what stops it. */
  watch?(session: string, told: (news: BackendNews) => void): () => void;
}
