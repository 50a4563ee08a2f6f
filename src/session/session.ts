import type { Backend } from '../backend/index.js';
import type { Offer, Reading, Recommendation, Result, SessionExplanation, TaskResponse, Text } from '../model/index.js';
import type { Emit } from './events.js';
import type { Owners, StorageOwner } from './owners.js';
import type { Aside } from './memory.js';
import type { SessionState } from './state.js';

export interface SessionOptions {
  readonly backend: Backend;
  readonly pathway: string;
  readonly owners: Owners;
  /** Under which name the device keeps the session. */
  readonly storageKey: string;
  /** What to do with an unfinished session found on the device. */
  readonly resume: 'auto' | 'ask' | 'never';
  /** Read when the result is there. */
  readonly sharing: () => 'ask' | 'auto';
  /** The host's own next steps, read when the result is made. */
  readonly offers: () => readonly Offer[];
  /** Lets the host replace the recommendations. */
  readonly recommend: (result: Result) => readonly Recommendation[] | undefined;
  /** A text as the learner reads it. */
  readonly words: (text: Text) => string;
  readonly emit: Emit;
}

/** One learner's run as a store: the screen asks, the store decides, its owners are swappable. No rendering. */
export interface Session {
  readonly state: SessionState;
  /** Results leave the device when shared; otherwise the page is all that hears of them. */
  readonly sends: boolean;
  /** Calls back after each change; returns what stops it. */
  subscribe(changed: () => void): () => void;
  /** Listens to the owners. */
  connect(): void;
  /** Lets go of every listener and of what is on its way. `connect` takes it up again. */
  disconnect(): void;
  /** Opens the session; after a failure, tries again from where it was. */
  load(): Promise<void>;
  start(): Promise<void>;
  /** Keeps the answer being given. */
  draft(response: TaskResponse): void;
  /** Sends the answer; null is "je ne sais pas encore". */
  submit(response: TaskResponse | null): Promise<void>;
  /** In learning mode: the same question once more. */
  retry(): void;
  /** Goes on from feedback, a lesson or a checkpoint; `accept` answers a proposal. */
  proceed(accept?: boolean): Promise<void>;
  /** Opens an answered question again, from the review. */
  reopen(item: string): Promise<void>;
  /** Leaves a reopened question as it was. */
  leaveReopened(): void;
  /** The learner chooses the wording; kept with the session. */
  read(reading: Reading): void;
  pause(): void;
  resume(): void;
  /** Erases everything and begins anew. */
  restart(): Promise<void>;
  /** Goes on in this tab, from where the other one was. */
  takeOver(): Promise<void>;
  /** The learner agrees to send the result on. */
  share(): Promise<void>;
  /** From 0, "certainly not", to 10, "certainly": would the learner recommend this? null: would rather not say. */
  survey(recommend: number | null): Promise<void>;
  /**
   * Why the result is what it is, with the next steps as they are shown. Nothing is sent.
   * @throws DiagnosticError when there is no result yet, or when something could not be fetched: asking again may help.
   */
  explain(): Promise<SessionExplanation>;
  /** Tells the host which next step was chosen; false when the host takes the learner there. */
  tell(recommendation: Recommendation): boolean;
  /** Starts a recommended pathway here, or goes on with it, unless the host takes the learner there. This run waits aside. */
  follow(recommendation: Recommendation): Promise<void>;
  /** Shows a run that waits aside; this one waits then. */
  turnTo(aside: Aside): Promise<void>;
  /** Keeps the session elsewhere from now on, and no more where it was. */
  keepIn(storage: StorageOwner): void;
  /** Erases what is on the device. */
  forget(): void;
}
