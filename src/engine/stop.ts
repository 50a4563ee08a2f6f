import type { StopReason } from '../model/index.js';
import type { Summary } from './estimate.js';

/** When to stop. The asked confidence falls with the questions: a learner at a cut would else be asked all of them for nothing. */
export interface StopRule {
  readonly minItems: number;
  readonly maxItems: number;
  /** Confidence in the band asked for up to the 7th question, and what it loses with each further one. */
  readonly confidence: number;
  readonly decay: number;
  /** Largest standard deviation of the score, as a share. */
  readonly sd: number;
  /**
   * Another rule is in force while the profile is patchy: while the probability of that kind is over the first and the
   * standard deviation of a domain over the second. Never, unless said.
   */
  readonly patchy?: readonly [probability: number, domainSd: number];
}

/**
 * The rule with a host's numbers, where there are some: then who is patchy goes by it too, unless the host says from where on
 * not. At least never more questions than at most.
 */
export function adapted({ patchy, ...rule }: StopRule, stop?: Partial<StopRule>, maxItems = rule.maxItems): StopRule {
  const own = { ...rule, ...(stop ?? (patchy && { patchy })), maxItems };
  return { ...own, minItems: Math.min(own.minItems, maxItems) };
}

/** The profile is patchy, for a rule that minds it. */
export const isPatchy = ({ patchy: above }: StopRule, { patchy, domainSd }: Summary): boolean =>
  above !== undefined && patchy > above[0] && domainSd > above[1];

/** Where a session stands against its rule. */
export interface StopCheck {
  readonly answered: number;
  /** Items not asked yet. */
  readonly left: number;
  /** Questions that the quotas of domains still ask for: one in each domain, unless said. */
  readonly owed: number;
  /** Probability of the most likely band, and the least one asked for at this question. */
  readonly confidence: number;
  readonly confidenceAsked: number;
  readonly sd: number;
  readonly sdAsked: number;
  /** Confidence and sd are good enough, whatever the rest. */
  readonly sure: boolean;
  readonly reason?: StopReason;
}

/** Applies the rule. */
export function checkStop(rule: StopRule, { bandProbs, sd }: Summary, answered: number, left: number, owed: number): StopCheck {
  const confidence = Math.max(...bandProbs);
  const confidenceAsked = rule.confidence - rule.decay * Math.max(0, answered - 7);
  const sure = answered >= rule.minItems && confidence >= confidenceAsked && sd <= rule.sd;
  const reason = sure && owed === 0 ? 'confident' : answered >= rule.maxItems ? 'max-items' : left === 0 ? 'bank-empty' : undefined;
  return { answered, left, owed, confidence, confidenceAsked, sd, sdAsked: rule.sd, sure, ...(reason && { reason }) };
}
