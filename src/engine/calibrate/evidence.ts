import type { LoggedAnswer, SecondObservation } from '../../model/index.js';
import { likelihoodOf, type Observation, type Observed } from '../answers.js';
import { classOf, type Model } from '../model.js';

/** All answers of one session to one subject, as one likelihood. Sessions with the same answers share it. */
export interface Pattern {
  readonly subject: number;
  /** ℓ(t) for t = 0…L, largest 1. */
  readonly likelihood: Float64Array;
}

/** One session: for each domain met, a pattern for each subject met, by number. */
export type Evidence = readonly (readonly number[])[];

/** Patterns, each with its number. */
export interface PatternBook {
  readonly patterns: readonly Pattern[];
  /** The pattern of some answers, all of the subject; none gives a likelihood of 1. */
  numberOf(subject: number, answers: readonly LoggedAnswer[]): number;
}

/** A log made ready for computing. */
export interface Data {
  readonly patterns: readonly Pattern[];
  readonly sessions: readonly Evidence[];
  /** Answers that count, by index of item. */
  readonly counts: Int32Array;
}

const within = (x: number): number => Math.min(Math.max(x, 0.01), 0.7);

/**
 * P(pass | t) as the bank publishes it: guess without the skill, 1 − slip with it, each 0.01 to 0.7. The engine's
 * padding is left out: it insures one learner against wrong labels, and here the labels are what is looked for.
 */
export function published(model: Model, item: number): Observed {
  const { rank, subject, harder, easier } = classOf(model, item);
  const own = model.bank.items[item]!;
  const { levels } = model.subjects[subject]!;
  const observation = (at: number, { guess, slip }: Pick<SecondObservation, 'guess' | 'slip'>): Observation => ({
    rank: at,
    pass: Float64Array.from({ length: levels }, (_, t) => (t >= at ? 1 - within(slip) : within(guess))),
  });
  return {
    ...observation(rank, own),
    ...(harder && own.harder && { harder: observation(harder.rank, own.harder) }),
    ...(easier && own.easier && { easier: observation(easier.rank, own.easier) }),
  };
}

/** An empty book. */
export function patternBook(model: Model): PatternBook {
  const observed = model.bank.items.map((_, item) => published(model, item));
  const patterns: Pattern[] = [];
  const numbers = new Map<string, number>();
  return {
    patterns,
    numberOf(subject, answers) {
      const key = answers.map(({ item, outcome, unknown = false, second }) => {
        const answered = model.classIndex[model.indexOf.get(item)!]!;
        return answered * 12 + (second === undefined ? 0 : second ? 8 : 4) + Number(outcome) * 2 + Number(unknown);
      });
      const name = `${subject}:${key.sort((a, b) => a - b).join()}`;
      let number = numbers.get(name);
      if (number === undefined) {
        const product = new Float64Array(model.subjects[subject]!.levels).fill(1);
        for (const answer of answers) {
          const item = model.indexOf.get(answer.item)!;
          likelihoodOf(answer, observed[item]!).forEach((value, t) => (product[t]! *= value));
        }
        const top = Math.max(...product);
        number = patterns.push({ subject, likelihood: product.map((value) => value / top) }) - 1;
        numbers.set(name, number);
      }
      return number;
    },
  };
}

/** Answers by subject. */
export function bySubject(model: Model, log: readonly LoggedAnswer[]): Map<number, LoggedAnswer[]> {
  const groups = new Map<number, LoggedAnswer[]>();
  for (const answer of log) {
    const { subject } = classOf(model, model.indexOf.get(answer.item)!);
    const group = groups.get(subject);
    if (group) group.push(answer);
    else groups.set(subject, [answer]);
  }
  return groups;
}

/** Reads the logs of sessions; answers to the items `leftOut` do not count. Every item must be of the bank. */
export function readLogs(model: Model, logs: readonly (readonly LoggedAnswer[])[], leftOut: ReadonlySet<string>): Data {
  const book = patternBook(model);
  const counts = new Int32Array(model.bank.items.length);
  const sessions = logs.map((log): Evidence => {
    const counted = log.filter(({ item }) => !leftOut.has(item));
    for (const { item } of counted) counts[model.indexOf.get(item)!]!++;
    const groups = bySubject(model, counted);
    const domains = model.domains.map(({ subjects }) =>
      subjects.flatMap((s) => {
        const answers = groups.get(s);
        return answers ? [book.numberOf(s, answers)] : [];
      }),
    );
    return domains.filter((met) => met.length > 0);
  });
  return { patterns: book.patterns, sessions: sessions.filter((domains) => domains.length > 0), counts };
}
