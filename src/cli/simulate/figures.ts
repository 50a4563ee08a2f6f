import type { Band, PathwayMode } from '../../model/index.js';
import type { Course, Run } from './play.js';

/** A share, 0 to 1, of so many; null of none. */
export interface Share {
  readonly share: number | null;
  readonly of: number;
}

/** How many are in bands 1, 2 and 3. */
export type BandCounts = readonly [number, number, number];

export interface RecommendationFigure {
  readonly id: string;
  /** Of the results. */
  readonly first: Share;
  readonly any: Share;
}

/** What happened to some learners. Those of the pathway itself are those whom the gate did not send elsewhere. */
export interface GroupFigures {
  readonly learners: number;
  readonly finished: Share;
  /** Of those who finished: accepted an offer to stop. */
  readonly stopped: Share;
  /** The gate sent them to this pathway. */
  readonly routes: Readonly<Record<string, Share>>;
  /** Of those who finished the pathway itself; null of none. Minutes of active time, gate included. */
  readonly questions: { readonly mean: number | null; readonly p90: number | null };
  readonly minutes: { readonly median: number | null; readonly p90: number | null; readonly p90Error: number | null };
  /** The true band of all who began and of those who finished; the band that a result told. */
  readonly bands: { readonly starters: BandCounts; readonly finishers: BandCounts; readonly told: BandCounts };
  /** Of the results that tell a band: the true one; the true one or its neighbour; with low confidence. */
  readonly rightBand: Share;
  readonly withinOneBand: Share;
  readonly lowConfidence: Share;
  /** Low confidence because the answers were hardly read, and not because two bands are as likely. */
  readonly hurried: Share;
  /** Of the results that tell a wrong band: the true score is within 3 points of a cut. */
  readonly wrongAtCut: Share;
  /** Of the sessions with a question: more than three in a row not passed; the same without counting "je ne sais pas encore". */
  readonly failureStreaks: Share;
  readonly triedStreaks: Share;
  readonly recommendations: readonly RecommendationFigure[];
  /** Results without a recommendation; results of band 3 that recommend a pathway of level 1 alone. */
  readonly withoutRecommendation: number;
  readonly contradictory: number;
}

export interface ItemFigure {
  readonly item: string;
  /** Of the sessions of the pathway itself that came to a question, or to the gate: met this item. */
  readonly asked: Share;
  readonly passed: Share;
}

/** The whole outcome of a simulation; `--json` prints it. */
export interface Figures {
  readonly format: 'pix-diagnostic/simulation@1';
  readonly pack: string;
  readonly pathway: string;
  readonly mode: PathwayMode;
  readonly engine: string;
  readonly seed: number;
  readonly cohort?: string;
  readonly all: GroupFigures;
  readonly personas: readonly ({ readonly id: string; readonly name: string } & GroupFigures)[];
  readonly gateItems: readonly ItemFigure[];
  readonly items: readonly ItemFigure[];
  /** The most asked item, and those that nobody was asked. */
  readonly mostAsked: ItemFigure | null;
  readonly neverAsked: readonly string[];
}

const longest = 3;
/** Share of the score. */
const atCut = 0.03;

export const shareOf = (count: number, of: number): Share => ({ share: of > 0 ? count / of : null, of });

/** Standard error of a share drawn from so many; null of none. */
export const errorOf = ({ share, of }: Share): number | null => (share === null ? null : Math.sqrt((share * (1 - share)) / of));

/** The smallest value that so large a share of the values does not exceed; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? null;
}

/** Standard error of that value: half the distance between those one standard error of the rank below and above; null of none. */
export function percentileError(values: readonly number[], share: number): number | null {
  const error = Math.sqrt((share * (1 - share)) / values.length);
  const [low, high] = [share - error, share + error].map((at) => percentile(values, Math.min(Math.max(at, 0), 1)));
  return low == null || high == null ? null : (high - low) / 2;
}

/** The band of a share of the score: 1 below the first cut, 3 above the second. */
export const bandOf = (score: number, [low, high]: readonly [number, number]): Band => (score < low ? 1 : score > high ? 3 : 2);

function streaksOver(run: Run, triedOnly: boolean): boolean {
  let streak = 0;
  return run.answers.some(({ passed, unknown }) => {
    if (!(triedOnly && unknown)) streak = passed ? 0 : streak + 1;
    return streak > longest;
  });
}

/** The figures of some runs of one course. */
export function groupFigures({ pack, bank }: Pick<Course, 'pack' | 'bank'>, runs: readonly Run[]): GroupFigures {
  const finished = runs.filter((run) => run.finished);
  const own = finished.filter(({ route }) => route === undefined);
  const asked = runs.filter(({ answers }) => answers.length > 0);
  const told = finished.flatMap(({ trueScore, result }) =>
    result?.shows === 'score' ? [{ ...result, trueScore, apart: Math.abs(result.band - bandOf(trueScore, bank.cuts)) }] : [],
  );
  const among = <T>(list: readonly T[], holds: (value: T) => boolean): Share => shareOf(list.filter(holds).length, list.length);
  const counts = (bands: readonly Band[]): BandCounts =>
    [1, 2, 3].map((band) => bands.filter((b) => b === band).length) as [number, number, number];
  const trueBands = (list: readonly Run[]): BandCounts => counts(list.map(({ trueScore }) => bandOf(trueScore, bank.cuts)));
  const questions = own.map(({ answers }) => answers.length);
  const minutes = own.map(({ seconds }) => seconds / 60);
  const lists = finished.map(({ result }) => result?.recommendations ?? []);
  const recommended = pack.pathways.map(({ id }) => id).filter((id) => lists.some((list) => list.includes(id)));
  const firstSteps = new Set(pack.pathways.filter(({ levels }) => levels?.[1] === 1).map(({ id }) => id));
  const routes = [...new Set(runs.flatMap(({ route }) => route ?? []))].sort();
  return {
    learners: runs.length,
    finished: shareOf(finished.length, runs.length),
    stopped: among(finished, ({ stopped }) => stopped),
    routes: Object.fromEntries(routes.map((id) => [id, among(runs, ({ route }) => route === id)])),
    questions: { mean: questions.length ? questions.reduce((a, b) => a + b) / questions.length : null, p90: percentile(questions, 0.9) },
    minutes: { median: percentile(minutes, 0.5), p90: percentile(minutes, 0.9), p90Error: percentileError(minutes, 0.9) },
    bands: { starters: trueBands(runs), finishers: trueBands(finished), told: counts(told.map(({ band }) => band)) },
    rightBand: among(told, ({ apart }) => apart === 0),
    withinOneBand: among(told, ({ apart }) => apart <= 1),
    lowConfidence: among(told, ({ confidence }) => confidence === 'low'),
    hurried: among(told, ({ hurried = false }) => hurried),
    wrongAtCut: among(
      told.filter(({ apart }) => apart > 0),
      (result) => bank.cuts.some((cut) => Math.abs(result.trueScore - cut) <= atCut),
    ),
    failureStreaks: among(asked, (run) => streaksOver(run, false)),
    triedStreaks: among(asked, (run) => streaksOver(run, true)),
    recommendations: recommended.map((id) => ({
      id,
      first: among(lists, ([first]) => first === id),
      any: among(lists, (list) => list.includes(id)),
    })),
    withoutRecommendation: lists.filter((list) => list.length === 0).length,
    contradictory: told.filter(({ band, recommendations }) => band === 3 && recommendations.some((id) => firstSteps.has(id))).length,
  };
}

/** For each of these items: how many of the sessions met it, and how many passed. */
export function itemFigures(ids: readonly string[], sessions: readonly Run['answers'][]): readonly ItemFigure[] {
  const met = sessions.filter((answers) => answers.length > 0);
  return ids.map((id) => {
    const answers = met.flatMap((list) => list.filter(({ item }) => item === id));
    return {
      item: id,
      asked: shareOf(answers.length, met.length),
      passed: shareOf(answers.filter(({ passed }) => passed).length, answers.length),
    };
  });
}
