import type { Bank, LoggedAnswer } from '../../model/index.js';
import { checkBank } from '../check-input.js';
import { classOf, readBank, type Model } from '../model.js';
import { cdf } from '../normal.js';
import { defaultPrior } from '../prior.js';
import { readLogs, type Data } from './evidence.js';
import { approach, maximum, type Maximum, type Progress } from './maximum.js';
import { itemFits, type ItemFit } from './misfit.js';
import { objectiveAt, type Objective, type Parameters } from './objective.js';
import { abilityOf, populationOf, tiltCount } from './population.js';

export type { ItemFit } from './misfit.js';
export type { Progress } from './maximum.js';

/** The difficulty of one skill, on the scale of levels. */
export interface SkillCalibration {
  readonly skill: string;
  readonly subject: string;
  /** Level − ½. */
  readonly published: number;
  readonly estimate: number;
  readonly standardError: number;
  /** Answers that made the estimate. */
  readonly answers: number;
}

/** An item whose answers are not those expected: |residual| or |slope residual| above 3, or left out. */
export interface Misfit extends ItemFit {
  readonly skill: string;
  /** Chance of so large a residual, either of the two, among all items judged, if all of them fitted: at most this (Bonferroni). */
  readonly chance: number;
  /** Its answers are left out of the thresholds: the chance was below 5 %, and the fault large enough to matter. */
  readonly leftOut: boolean;
}

/** What a log says of a bank. */
export interface Calibration {
  readonly sessions: number;
  readonly answers: number;
  readonly converged: boolean;
  /** The learners' global ability, in levels. */
  readonly ability: { readonly mean: number; readonly sd: number };
  readonly skills: readonly SkillCalibration[];
  /** Items with enough answers to be judged. */
  readonly judged: number;
  /** Worst first. */
  readonly misfits: readonly Misfit[];
}

/** Differences below which an item is kept: of the pass rate, and of the slope from 1. */
const tolerable = { rate: 0.08, slope: 0.4 };

const worst = ({ residual, slopeResidual }: ItemFit): number => Math.max(Math.abs(residual), Math.abs(slopeResidual));
/** At most so many rounds of leaving items out. */
const mostRounds = 8;

/** Chance of so large a residual, either of two, among so many items that fit (Bonferroni). */
const chanceOf = (fit: ItemFit, judged: number): number => Math.min(4 * judged * cdf(-worst(fit)), 1);

const byWorst = (fits: readonly ItemFit[]): ItemFit[] => [...fits].sort((a, b) => worst(b) - worst(a));

/** Is the fault large enough to matter, and not chance? */
const isBad = (fit: ItemFit, judged: number): boolean =>
  (Math.abs(fit.observed - fit.expected) > tolerable.rate || Math.abs(fit.slope - 1) > tolerable.slope) && chanceOf(fit, judged) < 0.05;

/** Items to leave out next, one for each subject: the worst makes the others of its subject look bad. */
function nextOut(model: Model, fits: readonly ItemFit[], leftOut: ReadonlySet<string>): ItemFit[] {
  const taken = new Set<number>();
  return byWorst(fits).filter((fit) => {
    const { subject } = classOf(model, model.indexOf.get(fit.item)!);
    return !leftOut.has(fit.item) && isBad(fit, fits.length) && !taken.has(subject) && taken.add(subject);
  });
}

function misfitsOf({ bank }: Model, fits: readonly ItemFit[], leftOut: ReadonlySet<string>): Misfit[] {
  const skills = new Map(bank.items.map(({ id, skill }) => [id, skill]));
  return byWorst(fits)
    .filter((fit) => worst(fit) > 3 || leftOut.has(fit.item))
    .map((fit) => ({ ...fit, skill: skills.get(fit.item)!, chance: chanceOf(fit, fits.length), leftOut: leftOut.has(fit.item) }));
}

/**
 * Difficulties of the skills of a bank from logs of sessions: marginal maximum likelihood with a normal prior about the
 * published levels, over the engine's own grid. The bank's own thresholds, if it has some, play no part.
 * @param logs one log for each session; items that the bank does not have must be gone.
 * @throws Error when the bank contradicts itself, or when there is no answer.
 */
export function calibrate(bank: Bank, logs: readonly (readonly LoggedAnswer[])[], progress: Progress = () => undefined): Calibration {
  checkBank(bank);
  const model = readBank(bank, defaultPrior);
  const levels = new Map(bank.skills.map(({ id, level }) => [id, level]));
  const published = model.subjects.map(({ skills }) => skills.map((id) => levels.get(id)! - 0.5));
  const leftOut = new Set<string>();
  const cleared = new Set<string>();
  let parameters: Parameters = { thresholds: published, tilts: new Array<number>(tiltCount).fill(0) };
  for (let round = 0; ; round++) {
    const data = readLogs(model, logs, leftOut);
    if (data.sessions.length === 0) throw new Error(`There is no answer to an item of bank "${bank.id}".`);
    const at = (tried: Parameters): Objective => objectiveAt(data, tried, published, model.abilityPrior);
    parameters = approach(at, parameters, progress);
    const population = populationOf(model.abilityPrior, parameters.tilts);
    const fits = itemFits(model, logs, leftOut, parameters.thresholds, population);
    // Without the worst, one that only stood beside it may fit: it comes back, once.
    const back = fits.filter((fit) => leftOut.has(fit.item) && !cleared.has(fit.item) && !isBad(fit, fits.length));
    const next = round < mostRounds ? nextOut(model, fits, leftOut) : [];
    if (next.length + back.length === 0 || next.length + leftOut.size - back.length === bank.items.length) {
      const found = maximum(at, parameters, progress);
      return report(model, data, published, found, fits.length, misfitsOf(model, fits, leftOut));
    }
    for (const { item } of next) leftOut.add(item);
    for (const { item } of back) {
      leftOut.delete(item);
      cleared.add(item);
    }
  }
}

function report(
  model: Model,
  { sessions, counts }: Data,
  published: Parameters['thresholds'],
  { parameters, errors, converged }: Maximum,
  judged: number,
  misfits: readonly Misfit[],
): Calibration {
  const answers = new Map<string, number>();
  model.bank.items.forEach(({ skill }, item) => answers.set(skill, (answers.get(skill) ?? 0) + counts[item]!));
  return {
    sessions: sessions.length,
    answers: counts.reduce((a, b) => a + b),
    converged,
    ability: abilityOf(populationOf(model.abilityPrior, parameters.tilts)),
    skills: model.subjects.flatMap(({ id, skills }, s) =>
      skills.map((skill, k) => ({
        skill,
        subject: id,
        published: published[s]![k]!,
        estimate: parameters.thresholds[s]![k]!,
        standardError: errors[s]![k]!,
        answers: answers.get(skill) ?? 0,
      })),
    ),
    judged,
    misfits,
  };
}
