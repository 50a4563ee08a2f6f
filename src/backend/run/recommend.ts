import {
  ruleHolds,
  type Offer,
  type Pack,
  type Recommendation,
  type RecommendationRule,
  type RuleFacts,
  type RuleOutcome,
} from '../../model/index.js';

/** Recommendations shown at most. */
export const mostSteps = 3;

type Step = Omit<Recommendation, 'rank'>;

/** A rule, what became of it, and the step that it gave. */
export interface ReadRule {
  readonly rule: RecommendationRule;
  readonly outcome: RuleOutcome;
  readonly step?: Step;
}

/**
 * Reads the pathway's own list, in order: every rule that holds gives its step, until there are three. No weight, no
 * hidden rule. A rule that calls for an offer counts only when the host made one of that kind; what was `taken`, just
 * now or before in the same sitting, is proposed again only where nothing else is left: nobody is left without a next step.
 */
export function readRules(...asked: Parameters<typeof read>): readonly ReadRule[] {
  const [pack, rules, facts, offers] = asked;
  const first = read(...asked);
  return first.some(({ step }) => step) ? first : read(pack, rules, facts, offers, []);
}

function read(
  pack: Pack,
  rules: readonly RecommendationRule[],
  facts: RuleFacts,
  offers: readonly Offer[],
  taken: readonly string[],
): readonly ReadRule[] {
  const found: Step[] = [];
  return rules.map((rule): ReadRule => {
    if (found.length === mostSteps) return { rule, outcome: 'not-read' };
    if (!ruleHolds(rule.when, facts)) return { rule, outcome: 'not-met' };
    if (rule.offer === undefined && taken.includes(rule.pathway ?? '')) return { rule, outcome: 'taken' };
    const step = rule.offer === undefined ? pathwayStep(pack, rule) : offerStep(offers, rule);
    if (!step) return { rule, outcome: 'unavailable' };
    if (found.some(({ id }) => id === step.id)) return { rule, outcome: 'repeated' };
    found.push(step);
    return { rule, outcome: 'fired', step };
  });
}

/** The steps that {@link readRules} gives, the next one first. */
export const recommend = (...asked: Parameters<typeof readRules>): readonly Recommendation[] =>
  readRules(...asked)
    .flatMap(({ step }) => step ?? [])
    .map((step, i) => ({ rank: i + 1, ...step }));

function pathwayStep(pack: Pack, rule: RecommendationRule): Step | null {
  const pathway = pack.pathways.find(({ id }) => id === rule.pathway);
  if (!pathway) return null;
  const { id, title, summary, minutes } = pathway;
  return { kind: 'pathway', id, title, summary, minutes, rule: rule.id, reason: rule.because };
}

function offerStep(offers: readonly Offer[], rule: RecommendationRule): Step | null {
  const offer = offers.find(({ kind }) => kind === rule.offer);
  if (!offer) return null;
  const { id, title, summary, url } = offer;
  return {
    kind: 'offer',
    id,
    title,
    ...(summary !== undefined && { summary }),
    ...(url !== undefined && { url }),
    rule: rule.id,
    reason: rule.because,
  };
}
