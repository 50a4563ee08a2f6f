import type { EngineMode, StopReason } from '../model/index.js';
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
 * Where tasks show two levels a question says more: `standard` needs fewer, `thorough` goes further with as many. `patchy`:
 * what is in force while the profile is; as sure of the band as in `thorough`, not of the score.
 */
const rules: Readonly<Record<EngineMode | `${Exclude<EngineMode, 'express'>}, two levels` | 'patchy', StopRule>> = {
  express: { minItems: 6, maxItems: 20, confidence: 0.9, decay: 0.02, sd: 0.12 },
  standard: { minItems: 7, maxItems: 22, confidence: 0.9, decay: 0.02, sd: 0.105, patchy: [0.5, 0.14] },
  'standard, two levels': { minItems: 7, maxItems: 20, confidence: 0.88, decay: 0.02, sd: 0.12, patchy: [0.4, 0.12] },
  patchy: { minItems: 8, maxItems: 30, confidence: 0.98, decay: 0.012, sd: 0.1 },
  thorough: { minItems: 8, maxItems: 30, confidence: 0.98, decay: 0.014, sd: 0.08 },
  'thorough, two levels': { minItems: 8, maxItems: 30, confidence: 0.98, decay: 0.018, sd: 0.062 },
};

const within = (rule: StopRule, maxItems = rule.maxItems): StopRule => ({
  ...rule,
  maxItems,
  minItems: Math.min(rule.minItems, maxItems),
});

/** The rule of a mode, with another maximum if one is given. `twoLevels`: the bank's tasks show two levels. */
export function stopRule(mode: EngineMode, twoLevels: boolean, most?: number): StopRule {
  return within(rules[twoLevels && mode !== 'express' ? (`${mode}, two levels` as const) : mode], most);
}

/** The rule in force: another one while the profile is patchy. */
export const ruleFor = (rule: StopRule, { patchy, domainSd }: Summary, most?: number): StopRule =>
  rule.patchy && patchy > rule.patchy[0] && domainSd > rule.patchy[1] ? within(rules.patchy, most) : rule;

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
