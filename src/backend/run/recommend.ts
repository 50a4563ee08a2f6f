import type { AxisResult, Band, Offer, Pack, Recommendation, RecommendationRule } from '../../model/index.js';

/** What rules may ask about. */
export interface Facts {
  readonly band: Band;
  readonly axes: readonly AxisResult[];
}

/** Recommendations shown at most. */
const most = 3;

const holds = ({ when }: RecommendationRule, { band, axes }: Facts): boolean => {
  if (when.bands && !when.bands.includes(band)) return false;
  if (when.axis === undefined) return true;
  const axis = axes.find(({ id }) => id === when.axis);
  return axis !== undefined && (when.states?.includes(axis.state) ?? true);
};

/**
 * Next steps by the pathway's own list: every rule that holds, in order, until there are three. No weight, no hidden rule.
 * A rule that calls for an offer counts only when the host made one of that kind; what was just `taken` is not proposed again.
 */
export function recommend(
  pack: Pack,
  rules: readonly RecommendationRule[],
  facts: Facts,
  offers: readonly Offer[],
  taken: readonly string[],
): readonly Recommendation[] {
  const found: Omit<Recommendation, 'rank'>[] = [];
  for (const rule of rules) {
    if (found.length === most) break;
    if (!holds(rule, facts)) continue;
    const step = rule.offer === undefined ? pathwayStep(pack, rule, taken) : offerStep(offers, rule);
    if (step && !found.some(({ id }) => id === step.id)) found.push(step);
  }
  return found.map((step, i) => ({ rank: i + 1, ...step }));
}

function pathwayStep(pack: Pack, rule: RecommendationRule, taken: readonly string[]): Omit<Recommendation, 'rank'> | null {
  const pathway = pack.pathways.find(({ id }) => id === rule.pathway);
  if (!pathway || taken.includes(pathway.id)) return null;
  const { id, title, summary, minutes } = pathway;
  return { kind: 'pathway', id, title, summary, minutes, rule: rule.id, reason: rule.because };
}

function offerStep(offers: readonly Offer[], rule: RecommendationRule): Omit<Recommendation, 'rank'> | null {
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
