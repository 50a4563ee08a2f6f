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
}

const modes: Readonly<Record<EngineMode, StopRule>> = {
  express: { minItems: 6, maxItems: 20, confidence: 0.9, decay: 0.02, sd: 0.12 },
  standard: { minItems: 7, maxItems: 22, confidence: 0.92, decay: 0.015, sd: 0.107 },
  thorough: { minItems: 8, maxItems: 30, confidence: 0.98, decay: 0.01, sd: 0.08 },
};

/** The rule of a mode, with another maximum if one is given. */
export function stopRule(mode: EngineMode, maxItems = modes[mode].maxItems): StopRule {
  return { ...modes[mode], maxItems, minItems: Math.min(modes[mode].minItems, maxItems) };
}

/** The mode in force: `standard` goes on to `thorough` where the profile proves patchy. */
export const modeFor = (mode: EngineMode, { patchy }: Summary): EngineMode => (mode === 'standard' && patchy ? 'thorough' : mode);

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
