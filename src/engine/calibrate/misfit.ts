import type { LoggedAnswer } from '../../model/index.js';
import { likelihoodOf } from '../answers.js';
import { hCells } from '../grid.js';
import { classOf, type Model } from '../model.js';
import { bySubject, patternBook, published, type Evidence, type PatternBook } from './evidence.js';
import type { Population } from './population.js';
import { fillPosterior, newPosterior } from './session.js';
import { tablesOf } from './tables.js';

/** Answers below which an item is not judged. */
const fewest = 30;

/** An item against what its learners' earlier answers let expect. */
export interface ItemFit {
  readonly item: string;
  /** Answers that tried: "je ne sais pas encore" did not. */
  readonly answers: number;
  /** Shares passed, 0 to 1. */
  readonly observed: number;
  readonly expected: number;
  /** (passed − expected) / its standard deviation: about normal, mean 0 and sd 1, for an item that fits. */
  readonly residual: number;
  /** How much the pass rate rises where it should rise by 1: 1 as expected, 0 flat, below 0 as for a wrong key. */
  readonly slope: number;
  /** (slope − 1) / its standard deviation: the same. */
  readonly slopeResidual: number;
}

/** Sums over answers whose chance p of being passed is known. The slope is that of x − p on p, each weighted alike. */
function fit(answers: readonly { readonly passed: boolean; readonly chance: number }[]): Omit<ItemFit, 'item'> {
  const sum = (value: (passed: number, p: number) => number): number =>
    answers.reduce((total, { passed, chance }) => total + value(Number(passed), chance), 0);
  const variance = sum((_, p) => p * (1 - p));
  const passed = sum((x) => x);
  const expected = sum((_, p) => p);
  const mean = expected / answers.length;
  const excess = (passed - expected) / answers.length;
  const squares = sum((_, p) => (p - mean) * (p - mean));
  // Its variance, the mean residual being taken out.
  const centre = sum((_, p) => p * p * (1 - p)) / variance;
  const rise = sum((x, p) => (p - centre) * (x - p));
  const spread = sum((_, p) => p * (1 - p) * (p - centre) * (p - centre));
  return {
    answers: answers.length,
    observed: passed / answers.length,
    expected: mean,
    residual: (passed - expected) / Math.sqrt(variance),
    slope: squares > 0 ? 1 + sum((x, p) => (p - mean) * (x - p - excess)) / squares : 1,
    slopeResidual: spread > 0 ? rise / Math.sqrt(spread) : 0,
  };
}

/** An answer and what its learner had answered before, the answer's own domain and subject first. */
interface Step {
  readonly answer: LoggedAnswer;
  readonly before: Evidence;
}

function stepsOf(model: Model, book: PatternBook, log: readonly LoggedAnswer[], leftOut: ReadonlySet<string>): Step[] {
  return log.map((answer, n) => {
    const { subject, domain } = classOf(model, model.indexOf.get(answer.item)!);
    const groups = bySubject(
      model,
      log.slice(0, n).filter(({ item }) => !leftOut.has(item)),
    );
    const own = [...groups].filter(([s]) => s !== subject && model.domains[domain]!.subjects.includes(s));
    const others = model.domains.map(({ subjects }, d) => (d === domain ? [] : [...groups].filter(([s]) => subjects.includes(s))));
    const numbers = (list: readonly (readonly [number, readonly LoggedAnswer[]])[]): number[] =>
      list.map(([s, answers]) => book.numberOf(s, answers));
    const first = [...numbers([[subject, groups.get(subject) ?? []]]), ...numbers(own)];
    return { answer, before: [first, ...others.filter(({ length }) => length > 0).map(numbers)] };
  });
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/**
 * Every item with enough answers, those left out of the thresholds too. Each answer is compared with what the answers
 * **before** it let expect. Not with all others: what is asked next depends on this answer, and so tells of it; what was
 * asked before does not. So residuals of an item that fits have mean 0 and variance 1, however items are chosen.
 *
 * Who says "je ne sais pas encore" gives up luck, and who does not say it knows more than the answers before tell. The
 * chance of saying it is c·P(unknown | t), see answers.ts, where c is what gives the item as many as were said.
 */
export function itemFits(
  model: Model,
  logs: readonly (readonly LoggedAnswer[])[],
  leftOut: ReadonlySet<string>,
  thresholds: readonly (readonly number[])[],
  population: Population,
): ItemFit[] {
  const book = patternBook(model);
  const steps = logs.flatMap((log) => stepsOf(model, book, log, leftOut));
  const tables = tablesOf(book, thresholds);
  const posterior = newPosterior(model.domains.length);
  const met = model.bank.items.map((): { passed: boolean; unknown: boolean; levels: Float64Array }[] => []);
  for (const { answer, before } of steps) {
    fillPosterior(before, tables, population, posterior);
    const pattern = before[0]![0]!;
    const { subject, likelihood } = book.patterns[pattern]!;
    const prior = tables.priors[subject]!;
    const levels = new Float64Array(likelihood.length);
    for (let cell = 0; cell < hCells; cell++) {
      const ratio = posterior.cells[0]![cell]! / tables.z[pattern * hCells + cell]!;
      for (let t = 0; t < levels.length; t++) levels[t]! += ratio * prior[cell * levels.length + t]! * likelihood[t]!;
    }
    met[model.indexOf.get(answer.item)!]!.push({ passed: answer.outcome, unknown: answer.unknown ?? false, levels });
  }
  return met.flatMap((answers, item) => {
    const tried = answers.filter(({ unknown }) => !unknown);
    if (tried.length < fewest) return [];
    const observed = published(model, item);
    const passing = observed.pass;
    const silent = likelihoodOf({ outcome: false, unknown: true }, observed);
    const share = (answers.length - tried.length) / answers.reduce((sum, { levels }) => sum + dot(levels, silent), 0);
    const trying = silent.map((value) => 1 - Math.min(share * value, 0.98));
    const passingToo = trying.map((value, t) => value * passing[t]!);
    const compared = tried.map(({ passed, levels }) => ({ passed, chance: dot(levels, passingToo) / dot(levels, trying) }));
    return [{ item: model.bank.items[item]!.id, ...fit(compared) }];
  });
}
