import type { TestBank } from '../banks.js';
import type { Random } from '../random.js';
import type { Answer } from '../world.js';

/*
 * A skill-inference rule such as public campaigns use, written from a description of its behaviour. One question a skill
 * at most; difficulty is the published level.
 */

/** What is known of each skill: validated, invalidated, or not assessed yet. */
export type Knowledge = (boolean | undefined)[];

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The ability, 0.5 to 7.5 by halves, under which the results so far are least surprising; two fictitious results keep it finite. */
export function abilityOf(results: readonly { readonly level: number; readonly passed: boolean }[]): number {
  const all = [...results, { level: 0, passed: true }, { level: 7, passed: false }];
  let best = { theta: 0, surprise: Infinity };
  for (let theta = 0.5; theta < 7.75; theta += 0.5) {
    const surprise = Math.abs(all.reduce((sum, { level, passed }) => sum + Number(passed) - logistic(theta - level), 0));
    if (surprise < best.surprise - 1e-12) best = { theta, surprise };
  }
  return best.theta;
}

/** The result of a skill, and what it says of the others of its subject that are not assessed yet. */
export function infer({ places }: Pick<TestBank, 'places'>, known: Knowledge, skill: number, passed: boolean): Knowledge {
  const { subject, level } = places[skill]!;
  return known.map((value, i) => {
    if (i === skill) return passed;
    const other = places[i]!;
    if (value !== undefined || other.subject !== subject) return value;
    return passed ? other.level < level || value : other.level > level ? false : value;
  });
}

/** The skills that may be asked next, all equally good; none: stop. */
export function candidates(
  { places }: Pick<TestBank, 'places'>,
  playable: readonly boolean[],
  known: Knowledge,
  results: readonly { readonly level: number; readonly passed: boolean }[],
): number[] {
  let open = places.flatMap((_, i) => (playable[i] && known[i] === undefined ? [i] : []));
  const hardest = new Map<number, number>();
  for (const { subject, level } of places) hardest.set(subject, Math.max(hardest.get(subject) ?? 0, level));
  const easy = open.filter((i) => hardest.get(places[i]!.subject)! <= 3);
  if (easy.length > 0) open = easy;
  if (results.length === 0) {
    const lowest = Math.min(...open.map((i) => places[i]!.level));
    const start = open.some((i) => places[i]!.level === 2) ? 2 : lowest;
    return open.filter((i) => places[i]!.level === start);
  }
  const theta = abilityOf(results);
  const reward = (i: number): number => {
    const { subject, level } = places[i]!;
    const p = logistic(theta - level);
    let expected = 0;
    places.forEach((other, j) => {
      if (other.subject !== subject || known[j] !== undefined) return;
      if (other.level <= level) expected += p;
      if (other.level >= level) expected += 1 - p;
    });
    return expected;
  };
  const rewards = open.filter((i) => places[i]!.level - theta <= 2).map((skill) => ({ skill, value: reward(skill) }));
  const most = Math.max(...rewards.map(({ value }) => value));
  return rewards.filter(({ value }) => value > most - 1e-12).map(({ skill }) => skill);
}

export interface CampaignTrace {
  readonly items: readonly number[];
  readonly known: Knowledge;
  /** Milliseconds of each choice. */
  readonly times: readonly number[];
}

/** Plays the rule from beginning to end. */
export function playCampaign(testBank: TestBank, answers: readonly Pick<Answer, 'outcome'>[], random: Random): CampaignTrace {
  const { places, skillOf } = testBank;
  const itemsOf = places.map((): number[] => []);
  skillOf.forEach((skill, item) => itemsOf[skill]!.push(item));
  const playable = itemsOf.map(({ length }) => length > 0);
  let known: Knowledge = places.map(() => undefined);
  const results: { level: number; passed: boolean }[] = [];
  const items: number[] = [];
  const times: number[] = [];
  for (;;) {
    const start = performance.now();
    const open = candidates(testBank, playable, known, results);
    if (open.length === 0) return { items, known, times };
    const skill = open[random.below(open.length)]!;
    const item = itemsOf[skill]![random.below(itemsOf[skill]!.length)]!;
    const passed = answers[item]!.outcome;
    known = infer(testBank, known, skill, passed);
    results.push({ level: places[skill]!.level, passed });
    times.push(performance.now() - start);
    items.push(item);
  }
}
