import type { BackendNews } from '../backend/index.js';
import type {
  AnsweredItem,
  DiagnosticError,
  Feedback,
  Progress,
  Reading,
  Result,
  SessionSnapshot,
  Step,
  TaskResponse,
} from '../model/index.js';
import type { Aside } from './memory.js';

/** What the screen shows; `elsewhere`: the session is in another tab. */
export type Status = 'loading' | 'intro' | 'question' | 'checkpoint' | 'result' | 'paused' | 'elsewhere' | 'error';

/** All that the screen needs to know. A new object at each change. */
export interface SessionState {
  readonly status: Status;
  /** Present once the session is open. */
  readonly pathway?: SessionSnapshot['pathway'];
  readonly step?: Step;
  /** The answer being given to the step's item. */
  readonly draft?: TaskResponse;
  /** In learning mode: what the last answer was worth. The step has not moved on yet. */
  readonly feedback?: Feedback;
  readonly progress: Progress;
  /** The lines of the review. */
  readonly answers?: readonly AnsweredItem[];
  /** The item is open for correction, from the review. */
  readonly revising: boolean;
  /** An unfinished session was found on the device, and the learner is asked about it. */
  readonly resumable: boolean;
  /** An unfinished session was taken up again. */
  readonly resumed: boolean;
  readonly result?: Result;
  /** Other runs of the learner, which can be turned to. */
  readonly aside: readonly Aside[];
  /** The wording that the learner chose, if they did. */
  readonly reading?: Reading;
  readonly sharing: 'no' | 'sending' | 'shared' | 'failed';
  /** Whether the learner is asked if they would recommend this. */
  readonly survey: 'no' | 'asked' | 'sending' | 'taken' | 'failed';
  /** What the backend says of the way there: answers that it has not yet taken, and why they wait. */
  readonly sending: Pick<BackendNews, 'waiting' | 'trouble'>;
  /** The session went on elsewhere, and is shown as it is there. */
  readonly moved: boolean;
  /** An answer could not be taken, and the learner had gone on: its question may come back. */
  readonly refused: boolean;
  /** A submission is on its way. */
  readonly busy: boolean;
  readonly online: boolean;
  /** The device keeps what is needed to go on after a reload. */
  readonly kept: boolean;
  /** Why the status is `error`, or why the last submission was not taken. */
  readonly error?: DiagnosticError;
  /** The host page shows its own message about `error`. */
  readonly errorTaken: boolean;
}

export const initialState: SessionState = {
  status: 'loading',
  progress: { answered: 0, fraction: 0, minutesLeft: 0 },
  revising: false,
  resumable: false,
  resumed: false,
  aside: [],
  sharing: 'no',
  survey: 'no',
  sending: { waiting: 0 },
  moved: false,
  refused: false,
  busy: false,
  online: true,
  kept: true,
  errorTaken: false,
};
