import {
  levelsOf,
  skillId,
  type AxisResult,
  type AxisState,
  type Band,
  type Estimate,
  type Offer,
  type Pack,
  type PackSubject,
  type Pathway,
  type Recommendation,
  type ReportAxis,
  type Result,
  type SubjectResult,
} from '../../model/index.js';
import { levelRange } from './bank.js';
import { pathwayInForce } from './next-move.js';
import { recommend } from './recommend.js';
import type { SessionRecord } from './record.js';

// Of one piece with the result, which comes as one file: code that asks for it again finds all of it there.
export { mostSteps, readRules } from './recommend.js';

/** A level counts as reached from this probability of mastery. */
export const mastery = 0.7;
/** Under this probability of the most likely band, the result says that it is to be confirmed. */
export const confident = 0.6;
/**
 * Answers that were hardly read: at least so many were tried, half of them took under this share of the expected time, and
 * fewer than half of them were passed. The result is then to be confirmed; score and level stay what the answers say.
 */
export const hurry = { answers: 5, pace: 0.2 } as const;

function hurried({ items }: Pack, { answers }: SessionRecord): boolean {
  // Without a time, nobody measured any.
  const tried = answers.filter(({ response, seconds }) => response !== null && seconds > 0);
  const fast = tried.filter(({ item, seconds }) => seconds < hurry.pace * (items.find(({ id }) => id === item)?.seconds ?? 0));
  const passed = tried.filter((answer) => answer.passed);
  return tried.length >= hurry.answers && 2 * fast.length >= tried.length && 2 * passed.length < tried.length;
}

const stateOf = (share: number, observations: number, [low, high]: readonly [number, number]): AxisState =>
  observations === 0 ? 'not-seen' : share >= high ? 'acquired' : share < low ? 'to-work-on' : 'on-track';

/** Estimated share, 0 to 1, that is mastered of the levels of a subject that the pathway asks; nothing where it has no score. */
function subjectShare({ id, levels }: PackSubject, pathway: Pathway, { subjectScores }: Shares): number | undefined {
  const score = subjectScores[id];
  const [, highest] = levelRange(pathway);
  return score === undefined ? undefined : Math.min(1, (score * levels) / Math.min(levels, highest));
}

type Shares = Pick<Estimate, 'subjectScores'>;

/** Estimated share of a line of the result, 0 to 1: the mean of its subjects that were seen; 0 without any. */
export function axisShare(pack: Pack, pathway: Pathway, axis: ReportAxis, seen: readonly SubjectResult[], estimate: Shares): number {
  const counts = ({ id }: PackSubject): boolean =>
    axis.subjects.includes(id) && seen.some((subject) => subject.id === id && subject.observations > 0);
  const shares = pack.subjects.flatMap((subject) => (counts(subject) ? (subjectShare(subject, pathway, estimate) ?? []) : []));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(shares.length, 1);
}

const percent = (share: number): number => Math.round(100 * Math.min(1, Math.max(0, share)));

const thousandths = ([first, second, third]: Estimate['bandProbs']): Estimate['bandProbs'] => [round(first), round(second), round(third)];
const round = (share: number): number => Math.round(1000 * share) / 1000;

/** Everything the result is made from. */
export interface Outcome {
  readonly pack: Pack;
  readonly record: SessionRecord;
  readonly estimate: Estimate;
  readonly engine: string;
  readonly finishedAt: string;
  readonly offers: readonly Offer[];
}

/** The whole outcome of a session, computed from its record and the engine's estimate. */
export function resultOf({ pack, record, estimate, engine, finishedAt, offers }: Outcome): Result {
  const pathway = pathwayInForce(pack, record);
  const cuts = pathway.cuts ?? pack.cuts;
  const subjects = pack.subjects
    .filter(({ id, unscored }) => !unscored && pathway.subjects.includes(id))
    .map((subject) => subjectResult(pack, pathway, record, estimate, cuts, subject));
  const axes = pack.axes.map((axis): AxisResult => {
    const observations = subjects.reduce((sum, { id, observations }) => sum + (axis.subjects.includes(id) ? observations : 0), 0);
    return {
      id: axis.id,
      title: axis.title,
      observations,
      state: stateOf(axisShare(pack, pathway, axis, subjects, estimate), observations, cuts),
    };
  });
  const band = (estimate.band + 1) as Band;
  const recommendations = recommend(
    pack,
    pathway.recommendations,
    { band, axes, passed: passedShare(record) },
    offers,
    takenBy(record, pathway),
  );
  return {
    schema: 'pix-diagnostic/result@1',
    id: record.id,
    pathway: record.pathway,
    ...(record.route && { route: record.route }),
    pack: record.pack,
    engine,
    state: record.sharedAt ? 'shared' : 'finished',
    startedAt: record.startedAt,
    finishedAt,
    activeSeconds: Math.round([...record.gate, ...record.answers].reduce((sum, { seconds }) => sum + seconds, 0)),
    answered: record.answers.length,
    unknown: record.answers.filter(({ response }) => response === null).length,
    passed: record.answers.filter(({ passed }) => passed).length,
    score: {
      percent: percent(estimate.score),
      interval: [percent(estimate.ci90[0]), percent(estimate.ci90[1])],
      band,
      bandProbabilities: thousandths(estimate.bandProbs),
      sd: Math.round(1000 * estimate.sd) / 10,
      cuts,
      confidence: estimate.bandProbs[estimate.band] >= confident && !hurried(pack, record) ? 'good' : 'low',
    },
    shows: pathway.shows ?? 'score',
    axes,
    subjects,
    ...highlights(pack, record, estimate, subjects, recommendations[0]),
    recommendations,
  };
}

/** What was done, which no rule proposes again. A pathway that the entry gate led away from was not. */
export const takenBy = ({ before = [] }: SessionRecord, pathway: Pathway): readonly string[] => [pathway.id, ...before];

/** Share of the questions asked that were passed; 0 of none. */
export const passedShare = ({ answers }: SessionRecord): number =>
  answers.filter(({ passed }) => passed).length / Math.max(answers.length, 1);

function subjectResult(
  pack: Pack,
  pathway: Pathway,
  record: SessionRecord,
  estimate: Estimate,
  cuts: readonly [number, number],
  subject: PackSubject,
): SubjectResult {
  const { id, alignments } = subject;
  const levels = levelsOf(subject);
  const observations = record.answers.filter(({ item }) => pack.items.find((candidate) => candidate.id === item)?.subject === id).length;
  const reached = levels.findIndex((level) => (estimate.skillProbs[skillId(id, level)] ?? 0) < mastery);
  return {
    id,
    level: observations === 0 ? 0 : reached < 0 ? levels.length : reached,
    state: stateOf(subjectShare(subject, pathway, estimate) ?? 0, observations, cuts),
    observations,
    alignments,
  };
}

/**
 * One strength, among subjects where something was passed; one thing to work on, among the other subjects seen: the weakest
 * of those that are not acquired and that the next step trains, so that both say the same, or else the weakest of all.
 */
function highlights(
  pack: Pack,
  record: SessionRecord,
  estimate: Estimate,
  subjects: readonly SubjectResult[],
  nextStep: Recommendation | undefined,
): Pick<Result, 'strength' | 'toWorkOn'> {
  const share = ({ id }: SubjectResult): number => estimate.subjectScores[id] ?? 0;
  const passedSubjects = new Set(
    record.answers.filter(({ passed }) => passed).map(({ item }) => pack.items.find(({ id }) => id === item)?.subject),
  );
  const best = subjects.filter(({ id }) => passedSubjects.has(id)).sort((a, b) => share(b) - share(a))[0];
  const trained = pack.pathways.find(({ id }) => id === nextStep?.id)?.subjects ?? [];
  const others = subjects.filter(({ id, observations }) => observations > 0 && id !== best?.id).sort((a, b) => share(a) - share(b));
  const weakest = others.find(({ id, state }) => state !== 'acquired' && trained.includes(id)) ?? others[0];
  const subject = (id: string): PackSubject | undefined => pack.subjects.find((candidate) => candidate.id === id);
  const strength = best && subject(best.id);
  const toWorkOn = weakest && subject(weakest.id);
  return {
    ...(strength && { strength: { subject: strength.id, text: strength.strength } }),
    ...(toWorkOn && { toWorkOn: { subject: toWorkOn.id, text: toWorkOn.toWorkOn } }),
  };
}
