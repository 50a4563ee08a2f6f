import type { DiagnosticError, PathwayMode, Result, ToldRecommendation } from '../model/index.js';

interface InSession {
  /** Id of the session. */
  readonly session: string;
  readonly pathway: string;
}

/** What each event of a session says. No answer key, no personal field. */
export interface SessionEvents {
  readonly ready: { readonly pathway: string; readonly mode: PathwayMode; readonly resumed: boolean };
  readonly start: InSession & { readonly resumed: boolean };
  readonly question: InSession & { readonly item: string; readonly type: string; readonly number: number; readonly phase: 'gate' | 'main' };
  readonly answer: InSession & {
    readonly item: string;
    readonly number: number;
    readonly phase: 'gate' | 'main';
    readonly unknown: boolean;
  };
  readonly progress: InSession & { readonly answered: number; readonly fraction: number; readonly minutesLeft: number };
  readonly pause: InSession;
  readonly resume: InSession;
  readonly result: {
    /** 0 to 100. */
    readonly score: number;
    /** 90 % interval of the score. */
    readonly interval: readonly [number, number];
    /** 1, 2 or 3. */
    readonly level: 1 | 2 | 3;
    readonly levelProbabilities: readonly [number, number, number];
    /** Next steps with their reasons; the first is the next step. */
    readonly recommended: readonly ToldRecommendation[];
    readonly result: Result;
  };
  readonly share: { readonly result: Result; readonly attestation?: string };
  readonly pathway: { readonly recommendation: ToldRecommendation; readonly result: Result };
  /** From 0 to 10: would the learner recommend this? */
  readonly survey: InSession & { readonly recommend: number };
  readonly error: { readonly code: DiagnosticError['code']; readonly message: string; readonly recoverable: boolean };
}

export type SessionEventName = keyof SessionEvents;

/** Tells the outside; false when it was prevented there. */
export type Emit = <N extends SessionEventName>(name: N, detail: SessionEvents[N]) => boolean;
