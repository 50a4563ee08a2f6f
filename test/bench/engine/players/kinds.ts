import type { EngineOptions } from '../../../../src/engine/index.js';

/** The bank as published; with calibrated difficulties; with tasks that show a second level of their subject; with both. */
export type BankVariant = 'published' | 'calibrated' | 'two levels' | 'both';

/** How the questions are chosen. */
export type Asking =
  | { readonly by: 'engine'; readonly options: EngineOptions; readonly bank?: BankVariant }
  /** The same questions for all, spread over the skills. */
  | { readonly by: 'form'; readonly count: number }
  | { readonly by: 'chance'; readonly count: number }
  /** Skill inference, as public campaigns do. */
  | { readonly by: 'campaign' }
  | { readonly by: 'jscat'; readonly count: number }
  /** Knows the population, the true difficulties and what each item really does. */
  | { readonly by: 'oracle'; readonly count: number };

/** How answers become a result. */
export type Scoring =
  /** The posterior of the engine. */
  | 'posterior'
  /** The share of the answers that are right. */
  | 'share'
  /** Skills passed or inferred; unknown ones are not mastered. */
  | 'inference'
  /** The share expected at the estimated ability. */
  | 'ability'
  /** What the population makes likely. */
  | 'population';

/** One row of the tables. */
export interface Player {
  readonly id: string;
  readonly title: string;
  readonly asking: Asking;
  /** Only the first questions, so many, count. */
  readonly first?: number;
  readonly scoring: Scoring;
  /** Plays only when named. */
  readonly aside?: true;
}
