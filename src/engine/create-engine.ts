import type { Bank, EngineMode, EngineState, Estimate, LoggedAnswer } from '../model/index.js';
import { paceOf } from './aim.js';
import { chooseItem, type Asked } from './choice.js';
import { estimateFrom, summarise, type Summary } from './estimate.js';
import type { Belief, Explanation } from './explain.js';
import { classOf, readBank } from './model.js';
import { settingOf, whilePatchy } from './modes.js';
import { priorPosterior, update, type Posterior } from './posterior.js';
import { defaultPrior, type PriorPart } from './prior.js';
import { classValues } from './selection.js';
import { adapted, checkStop, isPatchy, type StopCheck, type StopRule } from './stop.js';

/** Changes whenever the same answers may give other figures or another next question. */
export const engineVersion = '1.8.0';

/** Numbers of questions, 0 or more. */
export interface Quota {
  readonly least?: number;
  readonly most?: number;
}

export interface EngineOptions {
  /** How sure to be before stopping. `standard` unless said. */
  readonly mode?: EngineMode | undefined;
  /** Questions at most, 1 or more; as the mode unless said. */
  readonly maxItems?: number | undefined;
  /**
   * Another rule than the mode's, as far as it is given: `confidence`, `decay` and `sd` are shares, 0 to 1. It holds for who is
   * patchy too, unless `patchy` says from where on not.
   */
  readonly stop?: Partial<Omit<StopRule, 'maxItems'>> | undefined;
  /** The first questions, so many, are likely to be passed. 0 unless said. */
  readonly easyStart?: number | undefined;
  /** After so many questions in a row that were not passed, the next one is likely to be. 0: never, unless said. */
  readonly relief?: number | undefined;
  /** Questions in a domain: at least (1 unless said), as far as there are items, and at most. */
  readonly quotas?: Readonly<Record<string, Quota>> | undefined;
  /** Share of the best utility from which an item may be drawn, 0 to 1; 1 always asks the best. 0.85 unless said. */
  readonly exposure?: number | undefined;
  /** Share of the items that a session draws from, 0 to 1, as far as they are enough; 1: all of them. 0.7 unless said. */
  readonly pool?: number | undefined;
  /** Another population: parts of the prior of the global ability, in levels. */
  readonly prior?: readonly PriorPart[];
}

/** Decides what to ask next and what the answers say. Pure: a state is plain JSON, and the same one gives the same bytes on any machine. */
export interface Engine {
  /** A session without answer. `seed`: any whole number; it draws between items that are worth the same. */
  start(seed: number): EngineState;
  /** The item to ask, or null to stop. */
  next(state: EngineState): string | null;
  /**
   * The state after an answer, to any item in any order. A second answer to an item takes the place of the first.
   * @param options `unknown`: "je ne sais pas encore"; then the outcome is false. `second`: what the item's second
   * observation showed, where it was looked at.
   */
  answer(state: EngineState, item: string, outcome: boolean, options?: Pick<LoggedAnswer, 'unknown' | 'second'>): EngineState;
  estimate(state: EngineState): Estimate;
  explain(state: EngineState): Explanation;
}

/**
 * The engine of a bank that is known to be sound; see `index.ts` for others. Its functions throw an Error for a state of another bank or version, and for an item that the
 * bank does not have.
 * @throws Error when the bank contradicts itself.
 */
export function createEngine(bank: Bank, options: EngineOptions = {}): Engine {
  const { mode = 'standard', easyStart = 0, relief = 0, exposure = 0.85, pool = 0.7, prior = defaultPrior, quotas = {} } = options;
  const model = readBank(bank, prior);
  const { aim, rule } = settingOf(mode, model.twoLevels);
  const pace = paceOf(bank, aim);
  const own = adapted(rule, options.stop, options.maxItems);
  const surer = adapted(whilePatchy, undefined, options.maxItems);
  const ruleAfter = (summary: Summary): StopRule => (isPatchy(own, summary) ? surer : own);
  const domainOf = (item: number): number => classOf(model, item).domain;
  const quotaOf = model.domains.map(({ id }, d) => {
    const { least = 1, most = Infinity } = quotas[id] ?? {};
    const items = bank.items.filter((_, item) => domainOf(item) === d).length;
    return { least: Math.min(least, most, items), most };
  });
  const beginning = priorPosterior(model);
  // What follows from a state, so that a step costs one answer and not the whole log.
  const posteriors = new WeakMap<EngineState, Posterior>();

  const indexOf = (item: string): number => {
    const index = model.indexOf.get(item);
    if (index === undefined) throw new Error(`Bank "${bank.id}" has no item "${item}".`);
    return index;
  };
  const observe = (posterior: Posterior, answer: LoggedAnswer): Posterior => update(model, posterior, indexOf(answer.item), answer);

  const posteriorOf = (state: EngineState): Posterior => {
    if (state.bank !== bank.id) throw new Error(`The state is of bank "${state.bank}", not of "${bank.id}".`);
    if (state.version !== 1) throw new Error(`The state is of version ${String(state.version)}, not of 1.`);
    let posterior = posteriors.get(state);
    if (!posterior) posteriors.set(state, (posterior = state.log.reduce(observe, beginning)));
    return posterior;
  };

  const askedIn = ({ log }: EngineState): Asked => {
    const items = log.map(({ item }) => indexOf(item));
    const asked = quotaOf.map((_, d) => items.filter((item) => domainOf(item) === d).length);
    return {
      items,
      failures: log.length - 1 - log.findLastIndex(({ outcome }) => outcome),
      owed: quotaOf.map(({ least }, d) => Math.max(least - asked[d]!, 0)),
      full: new Set(quotaOf.flatMap(({ most }, d) => (asked[d]! >= most ? [d] : []))),
    };
  };

  const check = (summary: Summary, { items, owed }: Asked): StopCheck =>
    checkStop(
      ruleAfter(summary),
      summary,
      items.length,
      bank.items.length - items.length,
      owed.reduce((a, b) => a + b, 0),
    );

  return {
    start: (seed) => ({ version: 1, bank: bank.id, seed, log: [] }),

    next(state) {
      const posterior = posteriorOf(state);
      const summary = summarise(model, posterior);
      const asked = askedIn(state);
      const stop = check(summary, asked);
      if (stop.reason) return null;
      const item = chooseItem(
        model,
        { ...classValues(model, posterior, summary, aim), pace },
        asked,
        ruleAfter(summary),
        stop,
        { easyStart, relief, exposure, pool },
        state.seed,
      );
      return bank.items[item]!.id;
    },

    answer(state, item, outcome, { unknown = false, second } = {}) {
      const posterior = posteriorOf(state);
      indexOf(item);
      const answer: LoggedAnswer = {
        item,
        outcome: outcome && !unknown,
        ...(unknown && { unknown }),
        ...(second !== undefined && !unknown && { second }),
      };
      const again = state.log.some((logged) => logged.item === item);
      const log = again ? state.log.map((logged) => (logged.item === item ? answer : logged)) : [...state.log, answer];
      const next: EngineState = { ...state, log };
      if (!again) posteriors.set(next, observe(posterior, answer));
      return next;
    },

    estimate(state) {
      const posterior = posteriorOf(state);
      const summary = summarise(model, posterior);
      const { reason } = check(summary, askedIn(state));
      return { ...estimateFrom(model, posterior, summary), ...(reason && { stop: reason }) };
    },

    explain(state) {
      const asked = askedIn(state);
      const summary = summarise(model, posteriorOf(state));
      const stop = check(summary, asked);
      const belief = (posterior: Posterior): Belief => {
        const { score, sd, bandProbs } = summarise(model, posterior);
        return { score, sd, bandProbs };
      };
      let posterior = beginning;
      let before = belief(posterior);
      const answers = state.log.map((answer, i) => {
        const { skill, subject, domain } = classOf(model, asked.items[i]!);
        posterior = observe(posterior, answer);
        const after = belief(posterior);
        const explained = {
          item: answer.item,
          skill,
          subject: model.subjects[subject]!.id,
          domain: model.domains[domain]!.id,
          outcome: answer.outcome,
          unknown: answer.unknown ?? false,
          ...(answer.second !== undefined && { second: answer.second }),
          before,
          after,
        };
        before = after;
        return explained;
      });
      const rule = ruleAfter(summary);
      return {
        engine: engineVersion,
        bank: bank.id,
        seed: state.seed,
        mode,
        patchy: rule !== own,
        rule,
        askedRule: own,
        aim,
        cuts: bank.cuts,
        answers,
        stop,
      };
    },
  };
}
