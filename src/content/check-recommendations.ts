import { ruleHolds, type AxisState, type Band, type PackSubject, type ReportAxis, type RuleFacts } from '../model/index.js';
import type { AuthoredPathway } from './authored.js';
import type { Report } from './problems.js';

/** What rules speak of. */
export interface Around {
  readonly axes: readonly Pick<ReportAxis, 'id' | 'subjects'>[];
  readonly subjects: readonly PackSubject[];
  readonly pathways: readonly AuthoredPathway[];
}

type Rule = AuthoredPathway['recommendations'][number];

const bands: readonly Band[] = [1, 2, 3];
const states: readonly AxisState[] = ['acquired', 'on-track', 'to-work-on', 'not-seen'];
const open = states.filter((state) => state !== 'acquired');

/** Rules that contradict a result: what is acquired trained again, first steps for who is at ease, nothing for somebody. */
export function checkRecommendations(pathway: AuthoredPathway, around: Around, report: Report): void {
  const results = resultsOf(pathway);
  pathway.recommendations.forEach((rule, i) => {
    const path = ['recommendations', i];
    const target = around.pathways.find(({ id }) => id === rule.pathway);
    const { axis, states: wanted } = rule.when;
    if (axis !== undefined && wanted?.includes('acquired')) {
      report([...path, 'when', 'states'], {
        code: 'contradictory-rule',
        reason: `the rule speaks of the axis "${axis}" to a learner for whom it is acquired.`,
        remedy: `Write "states: [${open.join(', ')}]", or fewer.`,
      });
    }
    const trained = target && axisTrained(target, around);
    const isKnown = axis === undefined || around.axes.some(({ id }) => id === axis);
    if (target && isKnown && trained !== undefined && trained !== axis && hardest(target) <= hardest(pathway)) {
      report([...path, 'when'], {
        code: 'contradictory-rule',
        reason: `"${target.id}" trains the axis "${trained}", and may be given to a learner for whom it is acquired.`,
        remedy: `Add "axis: ${trained}, states: [${open.slice(0, 2).join(', ')}]".`,
      });
    }
    if (target && hardest(target) === 1 && results.some((facts) => atEase(pathway, facts) && ruleHolds(rule.when, facts))) {
      report([...path, 'when'], {
        code: 'contradictory-rule',
        reason: `"${target.id}" is about first steps, and may be given to a learner who has them all.`,
        remedy: hardest(pathway) === 1 ? 'Add "passed: { below: 0.8 }".' : 'Add "bands: [1]".',
      });
    }
  });
  const forgotten = results.find((facts) => !pathway.recommendations.some(({ when }) => ruleHolds(when, facts)));
  if (forgotten) {
    report(['recommendations'], {
      code: 'no-next-step',
      reason: `no rule holds for a result ${described(forgotten)}.`,
      remedy: 'Add a last rule that holds for it, such as one with "when: {}".',
      onKey: true,
    });
  }
}

const hardest = ({ levels }: AuthoredPathway): number => levels?.[1] ?? Infinity;

/** Who has such a result has the first steps. Where nothing harder is asked, the band does not say so: everybody is far from mastering all. */
const atEase = (pathway: AuthoredPathway, { band, passed }: RuleFacts): boolean => (hardest(pathway) === 1 ? passed === 1 : band === 3);

/** The axis that a learning pathway trains, when all its subjects are of one. */
function axisTrained({ mode, subjects: ids }: AuthoredPathway, { axes, subjects }: Around): string | undefined {
  const scored = ids.filter((id) => !subjects.find((subject) => subject.id === id)?.unscored);
  return mode === 'learning' && scored.length > 0 ? axes.find((axis) => scored.every((id) => axis.subjects.includes(id)))?.id : undefined;
}

/** Every kind of result that the rules tell apart. */
function resultsOf({ recommendations }: AuthoredPathway): readonly RuleFacts[] {
  const named = [...new Set(recommendations.flatMap(({ when: { axis } }) => axis ?? []))];
  const limits = recommendations.flatMap(({ when: { passed } }: Rule) => [passed?.least ?? 0, passed?.below ?? 0]);
  const shares = [...new Set([0, ...limits, 1])];
  const lines = named.reduce<RuleFacts['axes'][]>(
    (all, id) => all.flatMap((line) => states.map((state) => [...line, { id, state }])),
    [[]],
  );
  return bands.flatMap((band) => shares.flatMap((passed) => lines.map((axes) => ({ band, passed, axes }))));
}

const described = ({ band, passed, axes }: RuleFacts): string =>
  [`of band ${band}`, `${Math.round(100 * passed)} % passed`, ...axes.map(({ id, state }) => `"${id}" ${state}`)].join(', ');
