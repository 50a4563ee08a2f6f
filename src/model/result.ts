import type { AxisState, Band } from './pathway.js';
import type { Text } from './text.js';

/** A next step: a pathway of the pack, or an offer of the host's. */
export interface Recommendation {
  /** 1 is the next step. */
  readonly rank: number;
  readonly kind: 'pathway' | 'offer';
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  /** Expected duration of a pathway, from and to, in minutes. */
  readonly minutes?: readonly [number, number];
  /** Where an offer is, when it is a page. */
  readonly url?: string;
  /** The rule that fired; `host` when the page decided. */
  readonly rule: string;
  readonly reason: Text;
}

/** A next step as the page hears it: in the words that the learner reads. */
export interface ToldRecommendation extends Omit<Recommendation, 'title' | 'summary' | 'reason'> {
  readonly title: string;
  readonly summary?: string;
  readonly reason: string;
}

/** An offer that the host page may put forward instead of, or beside, pathways. */
export interface Offer {
  readonly id: string;
  /** What the pack's rules call for: "workshop", "training", "certification"… */
  readonly kind: string;
  readonly title: string;
  readonly summary?: string;
  readonly url?: string;
}

export interface AxisResult {
  readonly id: string;
  readonly title: Text;
  readonly state: AxisState;
  /** Questions behind it. */
  readonly observations: number;
}

export interface SubjectResult {
  readonly id: string;
  /** Highest level with P(mastery) of at least .70; 0: none. */
  readonly level: number;
  readonly state: AxisState;
  readonly observations: number;
  readonly alignments: readonly string[];
}

/** The whole outcome of a session: levels and dates, no answer, no personal field. Plain JSON. */
export interface Result {
  readonly schema: 'pix-diagnostic/result@1';
  readonly id: string;
  /** `id` of the pathway that was taken. */
  readonly pathway: string;
  /** The pathway to which the entry gate sent the learner, when it did. */
  readonly route?: string;
  /** `id@version` of the pack. */
  readonly pack: string;
  readonly engine: string;
  readonly state: 'finished' | 'shared';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly activeSeconds: number;
  /** Items answered, without the entry gate. */
  readonly answered: number;
  /** Of them, "je ne sais pas encore". */
  readonly unknown: number;
  readonly passed: number;
  readonly score: {
    /** 0 to 100. */
    readonly percent: number;
    /** 90 % interval, 0 to 100. */
    readonly interval: readonly [number, number];
    readonly band: Band;
    readonly bandProbabilities: readonly [number, number, number];
    /** Standard deviation in points. */
    readonly sd: number;
    readonly cuts: readonly [number, number];
    /** `low` when the most likely band has a probability under .6. */
    readonly confidence: 'good' | 'low';
  };
  /** What the pathway shows: a score, or the number of gestures done. */
  readonly shows: 'score' | 'gestures';
  readonly axes: readonly AxisResult[];
  readonly subjects: readonly SubjectResult[];
  /** The one strength to name first; absent when nothing was passed. */
  readonly strength?: { readonly subject: string; readonly text: Text };
  /** The one thing to work on; absent when all is acquired. */
  readonly toWorkOn?: { readonly subject: string; readonly text: Text };
  readonly recommendations: readonly Recommendation[];
}
