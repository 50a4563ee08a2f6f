import type { Text } from './text.js';

/** `evaluation`: adaptive, no feedback before the end · `learning`: hint, feedback, retry · `campaign`: the same form for everybody. */
export type PathwayMode = 'evaluation' | 'learning' | 'campaign';

export type EngineMode = 'express' | 'standard' | 'thorough';

/** N1, N2, N3. */
export type Band = 1 | 2 | 3;

export type AxisState = 'acquired' | 'on-track' | 'to-work-on' | 'not-seen';

/** A few short tasks that choose where to begin, over as soon as no route can be met any more. Never scored. */
export interface EntryGate {
  readonly items: readonly string[];
  /** The first rule met sends the learner to another pathway; none: this pathway goes on. */
  readonly routes: readonly {
    /** So many of the first `of` gate items not passed. */
    readonly failures: number;
    readonly of: number;
    readonly pathway: string;
  }[];
}

/** A short explanation, shown before the first item of a subject in learning mode. */
export interface Lesson {
  readonly id: string;
  readonly subject: string;
  readonly title: Text;
  readonly body: Text;
}

/** All that is named must hold; nothing named always holds. */
export interface RuleCondition {
  readonly bands?: readonly Band[];
  readonly axis?: string;
  /** States of `axis`. */
  readonly states?: readonly AxisState[];
  /** Share of the questions asked that were passed, 0 to 1: at least, and below. */
  readonly passed?: { readonly least?: number; readonly below?: number };
}

/** What rules may ask about. */
export interface RuleFacts {
  readonly band: Band;
  readonly axes: readonly { readonly id: string; readonly state: AxisState }[];
  /** Share of the questions asked that were passed, 0 to 1; 0 of none. */
  readonly passed: number;
}

export function ruleHolds({ bands, axis, states, passed: { least = 0, below = Infinity } = {} }: RuleCondition, facts: RuleFacts): boolean {
  if (bands && !bands.includes(facts.band)) return false;
  if (facts.passed < least || facts.passed >= below) return false;
  if (axis === undefined) return true;
  const found = facts.axes.find(({ id }) => id === axis);
  return found !== undefined && (states?.includes(found.state) ?? true);
}

/** If … then … because …: one line of the ordered list that makes recommendations. */
export interface RecommendationRule {
  readonly id: string;
  readonly when: RuleCondition;
  /** A pathway of the pack. */
  readonly pathway?: string;
  /** An offer of the host's, by its kind ("workshop", "training"): used when the host supplied one. */
  readonly offer?: string;
  readonly because: Text;
}

export interface Pathway {
  readonly id: string;
  readonly title: Text;
  /** One sentence for the introduction and for recommendations. */
  readonly summary: Text;
  readonly mode: PathwayMode;
  /** Expected duration, from and to, in minutes. */
  readonly minutes: readonly [number, number];
  readonly subjects: readonly string[];
  /** Lowest and highest level asked; all unless said. */
  readonly levels?: readonly [number, number];
  /** How sure an evaluation wants to be. `standard` unless said. */
  readonly engine?: EngineMode;
  /** Questions at most; as the engine's mode unless said. */
  readonly maxItems?: number;
  /** The first questions, so many, are likely to be passed. */
  readonly easyStart?: number;
  /** After so many questions in a row that were not passed, the next one is likely to be. */
  readonly relief?: number;
  /** Share of the best question's utility from which one may be drawn, 0 to 1: the smaller, the more varied the questions. 0.85 unless said. */
  readonly exposure?: number;
  /** Share of the items that a session draws from, 0 to 1, as far as they are enough: no item is met by everybody. 0.7 unless said. */
  readonly pool?: number;
  /** Questions in a domain, by its id: at least (1 unless said), and at most. */
  readonly quotas?: Readonly<Record<string, { readonly least?: number; readonly most?: number }>>;
  /** The items of a campaign, in order; of a learning pathway, the order in which they are offered. */
  readonly form?: readonly string[];
  /** After so many "je ne sais pas encore" in a row, offer to stop. */
  readonly stopAfterUnknown?: number;
  readonly gate?: EntryGate;
  readonly lessons?: readonly Lesson[];
  /** What the result shows: a score, or the number of gestures done. `score` unless said. */
  readonly shows?: 'score' | 'gestures';
  /** Limits of the bands, when they are not the pack's. */
  readonly cuts?: readonly [number, number];
  readonly recommendations: readonly RecommendationRule[];
}
