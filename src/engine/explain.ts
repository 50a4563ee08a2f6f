import type { EngineMode } from '../model/index.js';
import type { Aim } from './aim.js';
import type { StopCheck, StopRule } from './stop.js';

/** What was believed at one moment. Shares are 0 to 1. */
export interface Belief {
  readonly score: number;
  readonly sd: number;
  readonly bandProbs: readonly [number, number, number];
}

/** One answer and what it changed. */
export interface ExplainedAnswer {
  readonly item: string;
  readonly skill: string;
  readonly subject: string;
  readonly domain: string;
  readonly outcome: boolean;
  readonly unknown: boolean;
  /** What the item's second observation showed, where it was looked at. */
  readonly second?: boolean;
  readonly before: Belief;
  readonly after: Belief;
}

/** Why the result is what it is: plain data, to be kept with the result. */
export interface Explanation {
  readonly engine: string;
  readonly bank: string;
  readonly seed: number;
  readonly mode: EngineMode;
  /** The profile is patchy, so that another rule than the one asked for is in force. */
  readonly patchy: boolean;
  /** The stopping rule in force, and the one asked for: the mode's, or the host's own. */
  readonly rule: StopRule;
  readonly askedRule: StopRule;
  /** What the questions were chosen for. */
  readonly aim: Aim;
  /** Shares of mastered weight between the bands. */
  readonly cuts: readonly [number, number];
  readonly answers: readonly ExplainedAnswer[];
  /** Where the session stands against the rule; `reason` is what stopped it, if it has. */
  readonly stop: StopCheck;
}
