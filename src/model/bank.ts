/** Another skill that an item shows, with the chances of an item of it. */
export interface SecondObservation {
  readonly skill: string;
  readonly guess: number;
  readonly slip: number;
}

/** What the engine knows of the questions: no text, no key. */
export interface Bank {
  readonly id: string;
  readonly domains: readonly string[];
  readonly subjects: readonly {
    readonly id: string;
    readonly domain: string;
    /** Skill ids, easiest first. */
    readonly skills: readonly string[];
  }[];
  readonly skills: readonly {
    readonly id: string;
    readonly subject: string;
    readonly domain: string;
    /** Published level, 1 to 8. */
    readonly level: number;
    /** Weight in the score; more than 0. */
    readonly weight: number;
    /** Calibrated difficulty on the scale of levels; `level - 0.5` unless given. */
    readonly threshold?: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly skill: string;
    /** Chance of passing without the skill, 0 to 1. */
    readonly guess: number;
    /** Chance of failing with it, 0 to 1. */
    readonly slip: number;
    /** Expected active time in seconds, both observations together. */
    readonly seconds: number;
    /** The same task shows something of a harder skill of its subject too: looked at when the item is passed. */
    readonly harder?: SecondObservation;
    /** Or of an easier one: looked at when it is not. */
    readonly easier?: SecondObservation;
  }[];
  /** Limits of the three bands, as shares of mastered weight, e.g. [.5, .8]. */
  readonly cuts: readonly [number, number];
}

/** One answer as the engine sees it. */
export interface LoggedAnswer {
  readonly item: string;
  readonly outcome: boolean;
  /** "Je ne sais pas encore": not passed, and neither guess nor slip is possible. */
  readonly unknown?: boolean;
  /** What the item's second observation showed, where it was looked at. */
  readonly second?: boolean;
}

/** Everything the engine holds about a learner: plain JSON, rebuilt exactly from bank, seed and log. */
export interface EngineState {
  readonly version: 1;
  readonly bank: string;
  readonly seed: number;
  readonly log: readonly LoggedAnswer[];
}

/** Why the questions stopped. */
export type StopReason = 'confident' | 'max-items' | 'bank-empty';

/** What the engine believes. Shares are 0 to 1. */
export interface Estimate {
  readonly score: number;
  readonly sd: number;
  /** 5th and 95th percentile of the score. */
  readonly ci90: readonly [number, number];
  readonly bandProbs: readonly [number, number, number];
  /** 0, 1 or 2: the most likely band. */
  readonly band: 0 | 1 | 2;
  readonly domainScores: Readonly<Record<string, number>>;
  readonly domainSd: Readonly<Record<string, number>>;
  /** Expected share of mastered skills, by subject. */
  readonly subjectScores: Readonly<Record<string, number>>;
  /** P(mastered), by skill. */
  readonly skillProbs: Readonly<Record<string, number>>;
  /** Set when no more question is worth asking. */
  readonly stop?: StopReason;
}
