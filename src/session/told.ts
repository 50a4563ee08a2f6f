import type { Recommendation, Result, Text, ToldRecommendation } from '../model/index.js';
import type { SessionEvents } from './events.js';

/** A text as the learner reads it. */
export type Words = (text: Text) => string;

/** A next step as the page hears it. */
export const inWords = ({ title, summary, reason, ...step }: Recommendation, words: Words): ToldRecommendation => ({
  ...step,
  title: words(title),
  reason: words(reason),
  ...(summary !== undefined && { summary: words(summary) }),
});

/** What the page hears of a result. */
export function resultDetail(result: Result, words: Words): SessionEvents['result'] {
  const { score, recommendations } = result;
  return {
    score: score.percent,
    interval: score.interval,
    level: score.band,
    levelProbabilities: score.bandProbabilities,
    recommended: recommendations.map((step) => inWords(step, words)),
    result,
  };
}

/** The result with the next steps of the host's choice, if it made one. */
export const withSteps = (result: Result, chosen: readonly Recommendation[] | undefined): Result =>
  chosen ? { ...result, recommendations: chosen.map((step, i) => ({ ...step, rank: i + 1 })) } : result;
