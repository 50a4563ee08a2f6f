import type { Grade } from './grade.js';
import type { ItemView } from './item.js';
import type { PathwayMode } from './pathway.js';
import type { TaskResponse } from './responses.js';
import type { Text } from './text.js';

/** A question to answer. */
export interface ItemStep {
  readonly kind: 'item';
  readonly item: ItemView;
  /** 1 for the first question of its phase. */
  readonly number: number;
  readonly phase: 'gate' | 'main';
  /** A response given earlier, when the question is opened again. */
  readonly response?: TaskResponse;
}

/** A short explanation to read. */
export interface LessonStep {
  readonly kind: 'lesson';
  readonly id: string;
  readonly title: Text;
  readonly body: Text;
}

/**
 * A moment to breathe or decide. `route`: the entry gate proposes another beginning · `stop`: the learner may stop
 * here with dignity · `review`: all questions are answered; check, correct, confirm.
 */
export interface CheckpointStep {
  readonly kind: 'checkpoint';
  readonly checkpoint: 'route' | 'stop' | 'review';
  /** For `route`: the pathway proposed. */
  readonly pathway?: { readonly id: string; readonly title: Text; readonly summary: Text };
}

/** Nothing is left to do but read the result. */
export interface EndStep {
  readonly kind: 'end';
}

export type Step = ItemStep | LessonStep | CheckpointStep | EndStep;

export interface Progress {
  /** Main questions answered. */
  readonly answered: number;
  /** 0 to 1; never goes back within a session. */
  readonly fraction: number;
  /** Whole minutes probably left; at least 1 before the end. */
  readonly minutesLeft: number;
}

/** A line of the review. */
export interface AnsweredItem {
  readonly item: string;
  readonly number: number;
  readonly situation: Text;
  readonly prompt: Text;
  readonly unknown: boolean;
}

/** What the learner sends. */
export type Submission =
  | {
      readonly kind: 'answer';
      /** Unique: sending it twice counts once. */
      readonly id: string;
      readonly item: string;
      /** null: "je ne sais pas encore". */
      readonly response: TaskResponse | null;
      /** Active time on the question. */
      readonly seconds: number;
      /** Replaces an earlier answer, from the review. */
      readonly revision?: boolean;
    }
  /** Going on from a lesson or a checkpoint; `accept` answers a proposal. */
  | { readonly kind: 'continue'; readonly id: string; readonly accept?: boolean };

/** What a learner is told about an answer, in learning mode. */
export interface Feedback {
  readonly grade: Grade;
  readonly criteria: readonly { readonly label: Text; readonly met: boolean }[];
  readonly explanation: Text;
  /** A right response, for who asks to see it. */
  readonly solution: TaskResponse;
}

/** The answer to a submission. */
export interface Receipt {
  readonly submission: string;
  readonly feedback?: Feedback;
  readonly progress: Progress;
  /** What comes next; in learning mode, after the feedback. */
  readonly step: Step;
  /** What allows the session to be resumed: opaque, plain JSON, kept by the session's storage. */
  readonly resume: unknown;
}

/** A session as the backend describes it when it is opened. */
export interface SessionSnapshot {
  readonly id: string;
  readonly pathway: {
    readonly id: string;
    readonly title: Text;
    readonly summary: Text;
    readonly mode: PathwayMode;
    readonly minutes: readonly [number, number];
    readonly gate: boolean;
    readonly shows: 'score' | 'gestures';
  };
  readonly step: Step;
  readonly progress: Progress;
  /** The session had begun before it was opened. */
  readonly resumed: boolean;
  readonly resume: unknown;
}
