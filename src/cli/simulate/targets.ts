import { beyondChance, shiftsOf, tolerated, type Shift, type Trial } from './fairness.js';
import { errorOf, shareOf, type Figures, type GroupFigures, type ItemFigure, type Share } from './figures.js';
import { groups, type Cohort } from './personas.js';

/** One figure that a pathway is to reach. */
export interface Target {
  readonly id: string;
  readonly what: string;
  readonly target: string;
  /** null when it was not measured. */
  readonly value: string | null;
  readonly status: 'met' | 'not met' | 'not measured';
  /** Why it was not measured, or among whom it was. */
  readonly note: string;
}

type PersonaFigures = Figures['personas'][number];
type Measured = Pick<Target, 'value' | 'status' | 'note'>;

const notMeasured = (note: string): Measured => ({ value: null, status: 'not measured', note });
const measured = (value: string, met: boolean, note = ''): Measured => ({ value, status: met ? 'met' : 'not met', note });

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A share with its standard error, held against its limit. */
function limited(share: Share, holds: (value: number) => boolean, note: string): Measured {
  if (share.share === null) return notMeasured(note.startsWith('none') ? note : `there is none: ${note}`);
  return measured(`${percent(share.share)} ± ${(100 * (errorOf(share) ?? 0)).toFixed(1)}`, holds(share.share), note);
}

/** The learners of several personas together. */
function pooled(figures: Figures, ids: readonly string[], of: (persona: PersonaFigures) => Share): readonly [Share, string] {
  const there = figures.personas.filter(({ id, learners }) => ids.includes(id) && learners > 0);
  const shares = there.map(of);
  const count = shares.reduce((sum, { share, of: all }) => sum + Math.round((share ?? 0) * all), 0);
  const all = shares.reduce((sum, share) => sum + share.of, 0);
  return [shareOf(count, all), there.length > 0 ? there.map(({ id }) => id).join(', ') : `none of ${ids.join(', ')} was simulated`];
}

/**
 * Who finishes, each persona in proportion to the cohort, whatever the number simulated.
 * @param times what becomes of those who finish: so large a share counts.
 */
function finishOf({ personas }: Figures, { id, weights }: Cohort, least: number, note: string, times = 1): Measured {
  let [share, variance] = [0, 0];
  for (const [persona, weight] of Object.entries(weights)) {
    const finished = personas.find((candidate) => candidate.id === persona)?.finished;
    const error = finished && errorOf(finished);
    if (finished?.share == null || error == null) return notMeasured(`${persona} of the cohort ${id} was not simulated`);
    share += times * weight * finished.share;
    variance += (times * weight * error) ** 2;
  }
  return measured(`${percent(share)} ± ${(100 * Math.sqrt(variance)).toFixed(1)}`, share >= least, note);
}

/** The surest of the large shifts. A shift of twice the limit would be seen in those that are counted. */
function fairness(shifts: readonly Shift[]): Measured {
  const sureness = ({ shift, error }: Shift): number => Math.abs(shift) - beyondChance * error;
  const counted = shifts.filter(({ error, unfair }) => unfair || beyondChance * error < tolerated);
  const worst = counted.reduce<Shift | undefined>((most, shift) => (most && sureness(most) >= sureness(shift) ? most : shift), undefined);
  if (!worst) return notMeasured('no group is large enough');
  const { item, group, shift, error } = worst;
  const who = groups.find(({ id }) => id === group)?.who ?? group;
  const unfair = new Set(shifts.filter((each) => each.unfair).map((each) => each.item)).size;
  return measured(
    `${Math.abs(shift).toFixed(2)} ± ${error.toFixed(2)}`,
    unfair === 0,
    `${item}, ${shift > 0 ? 'harder' : 'easier'} for those ${who}; ` +
      (unfair > 0
        ? `items over the limit beyond chance: ${unfair}`
        : `the worst of ${counted.length}, by chance: all are fair here; ${shifts.length - counted.length} more could not be told`),
  );
}

const routedShare = ({ routes, learners }: GroupFigures): Share =>
  shareOf(
    Object.values(routes).reduce((sum, { share }) => sum + Math.round((share ?? 0) * learners), 0),
    learners,
  );

const everybody = 'everybody simulated';
/** Slow and serious. */
const slowKinds = ['P08', 'P09', 'P11', 'P13'];
/** A share in a note. */
const about = (share: Share): string => (share.share === null ? 'nobody' : percent(share.share));

/** What is measured beside the figures of the learners asked for. */
export interface Beside {
  /** Learners who answer at random, and stay in the same pathway whatever its gate proposes. */
  readonly speedsters: Figures;
  /** The same kinds of learners answer all items. */
  readonly trial: Trial;
  /** Told the right band by a result that asked everything. */
  readonly rightOfAll: Share;
}

/** Every target, measured or not. `main`: the cohort whose finish rate counts. */
export function targetsOf(figures: Figures, main: Cohort, { speedsters, trial, rightOfAll }: Beside): readonly Target[] {
  const { all, items, mostAsked } = figures;
  const gate = figures.gateItems.length > 0;
  const least = items.reduce<(typeof items)[number] | undefined>(
    (low, item) => (low === undefined || (item.asked.share ?? 0) < (low.asked.share ?? 0) ? item : low),
    undefined,
  );
  const [weak, weakIds] = pooled(figures, ['P03', 'P09', 'P14'], routedShare);
  const [strong, strongIds] = pooled(figures, ['P06', 'P10', 'P15'], routedShare);
  const sorted = new Set(['P03', 'P09', 'P14', 'P06', 'P10', 'P15']);
  const [others] = pooled(
    figures,
    figures.personas.map(({ id }) => id).filter((id) => !sorted.has(id)),
    routedShare,
  );
  const [slow, slowIds] = pooled(figures, slowKinds, ({ lowConfidence }) => lowConfidence);
  const [slowHurried] = pooled(figures, slowKinds, ({ hurried }) => hurried);
  const [hasty] = pooled(speedsters, ['speedster'], ({ lowConfidence }) => lowConfidence);
  const exposure = (item: ItemFigure | null | undefined, holds: (value: number) => boolean): Measured =>
    figures.mode !== 'evaluation'
      ? notMeasured('everybody is asked the same items')
      : item
        ? limited(item.asked, holds, item.item)
        : notMeasured('no question was asked');
  const results = Math.round((all.finished.share ?? 0) * all.learners);
  const p90 = all.minutes.p90;
  const lines: readonly (readonly [id: string, what: string, target: string, measure: Measured])[] = [
    ['finish', `finish, ${main.id}`, '≥ 80 %', finishOf(figures, main, 0.8, `personas weighted as in ${main.id}`)],
    [
      'share',
      `finish and share, ${main.id}`,
      '≥ 75 %',
      main.share === undefined
        ? notMeasured(`how many of ${main.id} press "share" is not known`)
        : finishOf(figures, main, 0.75, `assumed: ${Math.round(100 * main.share)} % of those who finish press "share"`, main.share),
    ],
    [
      'gate-weak',
      'sent to the gentle pathway: beginners',
      '≥ 90 %',
      gate ? limited(weak, (v) => v >= 0.9, weakIds) : notMeasured('the pathway has no gate'),
    ],
    [
      'gate-strong',
      'sent to the gentle pathway: at ease',
      '≤ 2 %',
      gate ? limited(strong, (v) => v <= 0.02, `${strongIds}; of the others ${about(others)}`) : notMeasured('the pathway has no gate'),
    ],
    [
      'minutes',
      'minutes, 90th percentile',
      '≤ 40',
      p90 === null
        ? notMeasured('nobody finished')
        : measured(`${p90.toFixed(1)} ± ${(all.minutes.p90Error ?? 0).toFixed(1)}`, p90 <= 40, 'who finished the pathway itself'),
    ],
    [
      'band',
      'right band',
      '≥ 90 %',
      limited(
        all.rightBand,
        (v) => v >= 0.9,
        `${everybody}; of the wrong ones ${about(all.wrongAtCut)} within 3 points of a cut; all ${trial.items.length} items would give ${about(rightOfAll)} ± ${(100 * (errorOf(rightOfAll) ?? 0)).toFixed(1)}`,
      ),
    ],
    ['band-near', 'right band or its neighbour', '≥ 99 %', limited(all.withinOneBand, (v) => v >= 0.99, everybody)],
    [
      'modes',
      'same score whatever the device',
      '≤ 3 points',
      notMeasured('no score looks at device or time; how hard an item is on each, only people can tell'),
    ],
    [
      'hasty',
      'random answers told with low confidence',
      '≥ 95 %',
      limited(hasty, (v) => v >= 0.95, gate ? 'who decline what the gate proposes; else they are told no level' : 'speedster'),
    ],
    [
      'slow',
      'slow and serious told with low confidence',
      '≤ 1 %',
      limited(slow, (v) => v <= 0.01, `${slowIds}; for haste ${about(slowHurried)}, the others are between two levels`),
    ],
    ['exposure-most', 'most asked item', '≤ 35 %', exposure(mostAsked, (v) => v <= 0.35)],
    ['exposure-least', 'least asked item', '≥ 2 %', exposure(least, (v) => v >= 0.02)],
    [
      'streaks',
      'more than 3 failures in a row',
      '≤ 2 %',
      limited(all.failureStreaks, (v) => v <= 0.02, `sessions with a question; ${about(all.triedStreaks)} without "je ne sais pas encore"`),
    ],
    ['visio', 'video-call badge is deserved', '≥ 90 %', notMeasured('a result carries no such badge')],
    [
      'recommended',
      'results without recommendation',
      '0',
      results === 0
        ? notMeasured('no result')
        : measured(String(all.withoutRecommendation), all.withoutRecommendation === 0, `of ${results}`),
    ],
    [
      'contradictory',
      'first steps recommended to band 3',
      '0',
      results === 0 ? notMeasured('no result') : measured(String(all.contradictory), all.contradictory === 0, `of ${results}`),
    ],
    [
      'dif',
      'items unfair to a group at equal ability',
      `≤ ${tolerated} logit`,
      fairness(
        shiftsOf(
          trial,
          groups.map(({ id }) => id),
        ),
      ),
    ],
  ];
  return lines.map(([id, what, target, measure]) => ({ id, what, target, ...measure }));
}
