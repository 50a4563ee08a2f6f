/** What one player made of one learner, beside the truth. Shares are 0 to 1. */
export interface Outcome {
  readonly player: string;
  readonly world: string;
  readonly bank: string;
  /** Learners of one block share a place: they are not independent. */
  readonly block: number;
  readonly group: string;
  /** Truth. */
  readonly score: number;
  readonly band: number;
  /** Distance of the true score from the nearer cut. */
  readonly distance: number;
  /** Stated. */
  readonly stated: Stated;
  readonly questions: number;
  readonly seconds: number;
  /** Mean square of the errors of the domains' scores. */
  readonly domainSquare: number;
  /** Share of the skills judged rightly, if the player judges skills. */
  readonly skillsRight?: number;
  /** Items asked, as indices of the bank. */
  readonly items: readonly number[];
  /** Milliseconds of each step, if the player chooses its questions one by one. */
  readonly times: readonly number[];
}

/** What a player says of a learner. */
export interface Stated {
  readonly score: number;
  readonly band: number;
  /** Probability that the band is right; 1 if the player states no doubt. */
  readonly confidence: number;
  /** 90 % interval of the score, if the player states one. */
  readonly interval?: readonly [number, number];
}
