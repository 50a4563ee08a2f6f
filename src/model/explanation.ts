import type { AxisState, PathwayMode, RuleCondition } from './pathway.js';
import type { Result } from './result.js';
import type { TaskType } from './tasks.js';
import type { Text } from './text.js';

/** What was believed at one moment. Shares, 0 to 1. */
export interface ExplainedBelief {
  readonly score: number;
  /** Standard deviation of the score. */
  readonly sd: number;
  /** Levels 1, 2 and 3. */
  readonly bandProbabilities: readonly [number, number, number];
}

/** A task of the entry gate. */
export interface ExplainedGateItem {
  readonly item: string;
  readonly situation: Text;
  readonly passed: boolean;
  /** "Je ne sais pas encore". */
  readonly unknown: boolean;
}

/** A rule of the entry gate: so many `failures` among the first `of` tasks propose another pathway. */
export interface ExplainedRoute {
  readonly failures: number;
  readonly of: number;
  readonly pathway: { readonly id: string; readonly title: Text };
  /** Tasks not passed among them. */
  readonly failed: number;
  /** `not-read`: a rule above it was met. */
  readonly outcome: 'met' | 'not-met' | 'not-read';
  /** Of a rule that was met: the learner accepted the other pathway. */
  readonly accepted?: boolean;
}

/** One thing observed in an answer. */
export interface ExplainedCriterion {
  readonly label: Text;
  readonly met: boolean;
  /** Relative to the other criteria. */
  readonly weight: number;
  /** Without it the question is not passed. */
  readonly critical: boolean;
}

/** One question, what was observed, and what that changed. */
export interface ExplainedQuestion {
  /** From 1. */
  readonly number: number;
  readonly item: string;
  readonly type: TaskType;
  readonly situation: Text;
  readonly prompt: Text;
  readonly subject: { readonly id: string; readonly title: Text };
  /** 1 is the easiest, of so many `levels`. */
  readonly level: number;
  readonly levels: number;
  readonly passed: boolean;
  readonly unknown: boolean;
  /** Absent for "je ne sais pas encore", and where what was recorded cannot be observed again. */
  readonly observed?: {
    readonly criteria: readonly ExplainedCriterion[];
    /** Share of the criteria that are met, 0 when a critical one is not; and the share from which the question is passed. */
    readonly score: number;
    readonly threshold: number;
  };
  /** What the calculation knew of the question, and what the answer changed. Absent when no score counts it. */
  readonly counted?: {
    /** On the scale of levels. */
    readonly difficulty: number;
    /** Chance of passing without the skill, and of failing with it. */
    readonly guess: number;
    readonly slip: number;
    /** Expected time. */
    readonly seconds: number;
    /** Another level that the question shows too, looked at after this answer. */
    readonly second?: { readonly level: number; readonly difficulty: number; readonly shown: boolean };
    readonly before: ExplainedBelief;
    readonly after: ExplainedBelief;
  };
}

/** Numbers of the formula; what each stands for is in `docs/explanation.md`. */
export interface FormulaParameters {
  /** Prior of the ability in general: normal laws, each with its share, on a grid. In levels. */
  readonly ability: {
    readonly parts: readonly { readonly share: number; readonly mean: number; readonly sd: number }[];
    readonly from: number;
    readonly to: number;
  };
  /** Prior of what a domain adds to it: a normal law of mean 0, on a grid. */
  readonly domain: { readonly sd: number; readonly from: number; readonly to: number };
  /** Distance between two points of both grids. */
  readonly step: number;
  /** Who is even or rather uneven from subject to subject: the spread, in levels, and how likely that is. */
  readonly spreads: readonly { readonly value: number; readonly share: number }[];
  /**
   * Who is patchy: how likely that is; the ability at which half of the subjects are familiar and its spread, in levels; the
   * share of a familiar and of another subject that is mastered, and its spread.
   */
  readonly patchy: {
    readonly share: number;
    readonly familiarAt: number;
    readonly familiarSpread: number;
    readonly depth: readonly [familiar: number, other: number];
    readonly depthSpread: number;
  };
  /** Added to guess and slip, which then stay within these limits. */
  readonly padding: number;
  readonly guessWithin: readonly [number, number];
  readonly slipWithin: readonly [number, number];
  /** Taken from the chance of passing at the level itself; added to it one level below. */
  readonly atLevel: number;
  readonly justBelow: number;
  /** Weight of "je ne sais pas encore" for who is above the level, at it, one level below, and further below. */
  readonly unknown: readonly [above: number, at: number, justBelow: number, below: number];
  /** Standard deviation that wrong difficulties add to the score. */
  readonly modelError: number;
  /** How a question is chosen. */
  readonly choice: {
    readonly varianceShare: number;
    readonly varianceFloor: number;
    /** Weight of the information about the subject's own levels; 0: it plays no part. */
    readonly levelShare: number;
    /** The worth is divided by (time ÷ `seconds`) to the power `timePower`. */
    readonly seconds: number;
    readonly timePower: number;
    /** Share of the best value from which a question may be drawn; and at the first question. */
    readonly draw: number;
    readonly firstDraw: number;
    /** Share of the pathway's questions that a session draws from: at least so many for each one that may be asked. */
    readonly pool: number;
    readonly poolLeast: number;
    /** So many first questions have a chance of being passed within these limits, where there are some. */
    readonly easyStart: number;
    /** After so many questions in a row that were not passed, so has the next one; 0: never. */
    readonly relief: number;
    readonly easyWithin: readonly [number, number];
  };
}

/** Why no more question was asked. `learner`: chose to stop · `review`: an answer was changed there · `form`: the list was done. */
export type ExplainedStopReason = 'confident' | 'max-items' | 'bank-empty' | 'learner' | 'review' | 'form';

/** The stopping rule of an evaluation, with the figures of this session. Shares, 0 to 1. */
export interface ExplainedStopRule {
  /** The answers are so uneven from subject to subject that more certainty is asked for. */
  readonly patchy: boolean;
  /** From where on they are: the probability of a patchy profile, and the standard deviation of the least known domain. Absent where nothing would follow. */
  readonly patchyAbove?: { readonly probability: number; readonly domainSd: number };
  readonly minItems: number;
  readonly maxItems: number;
  /** Asked of the most likely level up to the 7th question; what is taken from it at each further one. */
  readonly confidence: number;
  readonly decay: number;
  /** Largest standard deviation of the score. */
  readonly sd: number;
  /** Where the session stood in the end. */
  readonly reached: {
    /** Questions that domains were still owed. */
    readonly owed: number;
    readonly confidence: number;
    readonly confidenceAsked: number;
    readonly sd: number;
  };
}

export interface ExplainedStop {
  readonly reason: ExplainedStopReason;
  /** Stopping is proposed after so many "je ne sais pas encore" in a row. */
  readonly afterUnknown?: number;
  /** Evaluations only. */
  readonly rule?: ExplainedStopRule;
}

/**
 * What became of a rule. `unavailable`: the page makes no such offer · `taken`: the pathway is the one just done ·
 * `repeated`: the step is there already · `not-read`: there were enough steps before.
 */
export type RuleOutcome = 'fired' | 'not-met' | 'unavailable' | 'taken' | 'repeated' | 'not-read';

/** One line of the pathway's ordered list of recommendations. */
export interface ExplainedRule {
  readonly id: string;
  readonly when: RuleCondition;
  /** Title of the axis that `when` names. */
  readonly axis?: Text;
  /** What the rule proposes: a pathway, or an offer of a kind. */
  readonly gives:
    | { readonly kind: 'pathway'; readonly id: string; readonly title: Text }
    | { readonly kind: 'offer'; readonly id: string; readonly title?: Text };
  readonly outcome: RuleOutcome;
}

/** What has no part in the calculation. */
export type Unused = 'identity' | 'time' | 'device' | 'way' | 'reading' | 'pauses';

/**
 * Why a result is what it is: what was asked, what each answer changed, the formula, the thresholds, the rules. For the
 * learner, a counsellor or an administration that asks. Plain JSON; what the learner typed is not in it.
 */
export interface SessionExplanation {
  readonly schema: 'pix-diagnostic/explanation@1';
  /** What is explained, with versions and dates. */
  readonly result: Result;
  readonly packTitle: Text;
  /** The pathway that was opened. */
  readonly opened: { readonly id: string; readonly title: Text };
  /** The one that was taken: another one where the entry gate led there. */
  readonly pathway: { readonly id: string; readonly title: Text; readonly mode: PathwayMode };
  /** Draws between questions that are worth the same. */
  readonly seed: number;
  readonly gate?: { readonly items: readonly ExplainedGateItem[]; readonly routes: readonly ExplainedRoute[] };
  readonly questions: readonly ExplainedQuestion[];
  readonly formula: {
    /** Version of the engine that the parameters belong to. */
    readonly version: string;
    readonly parameters: FormulaParameters;
    /** T: levels that count in the score. */
    readonly levels: number;
    /** Domains of which the pathway asks a number of questions of its own: at least (1 unless said), and at most. */
    readonly quotas?: readonly { readonly domain: Text; readonly least?: number; readonly most?: number }[];
    /** The hardest level that the pathway asks, where there are harder ones: those count as not mastered. */
    readonly hardest?: number;
  };
  /** Probability from which a level counts as reached; and under which the result is to be confirmed. */
  readonly thresholds: {
    readonly mastery: number;
    readonly confident: number;
    /** So is it where so many `answers` or more were tried, half of them in under the share `pace` of the expected time, and fewer than half of them passed. */
    readonly hurry: { readonly answers: number; readonly pace: number };
  };
  /** Estimated share of each line of the result, which gives its state. */
  readonly axes: readonly {
    readonly id: string;
    readonly title: Text;
    readonly share: number;
    readonly observations: number;
    readonly state: AxisState;
  }[];
  /** Probability of mastery of each level of a subject, and the level reached. */
  readonly subjects: readonly {
    readonly id: string;
    readonly title: Text;
    readonly observations: number;
    readonly level: number;
    readonly probabilities: readonly number[];
  }[];
  readonly stop: ExplainedStop;
  /** In the order in which they were read. */
  readonly rules: readonly ExplainedRule[];
  /** Steps kept at most. */
  readonly mostSteps: number;
  readonly unused: readonly Unused[];
}
