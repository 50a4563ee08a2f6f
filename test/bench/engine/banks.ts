import type { Bank } from '../../../src/engine/index.js';
import type { SecondObservation } from '../../../src/model/index.js';
import { randomOf } from './random.js';

/** Which habits help: those of a phone, those of an office, or neither. */
export type Nature = 'phone' | 'office' | 'neither';

/** A second observation of an item. */
export interface Second {
  /** Index of its skill. */
  readonly skill: number;
  readonly guess: number;
  readonly slip: number;
}

/** A bank as published, and what the worlds need to know of its subjects. */
export interface TestBank {
  readonly bank: Bank;
  /** For each skill of the bank. */
  readonly places: readonly { readonly subject: number; readonly domain: number; readonly nature: Nature; readonly level: number }[];
  /** For each item of the bank: the index of its skill. */
  readonly skillOf: readonly number[];
  /** For each item: the other levels of its subject that it could show too. The published bank does without. */
  readonly seconds: readonly { readonly harder?: Second; readonly easier?: Second }[];
  /** How many levels further on its learners are than those of a bank of the four lowest levels. */
  readonly ahead: number;
}

/** A kind of item, and which share of a bank is of it. */
interface Kind {
  readonly share: number;
  readonly guess: number;
  readonly slip: number;
  readonly seconds: number;
}

const tasks: readonly Kind[] = [
  { share: 0.3, guess: 0.02, slip: 0.08, seconds: 75 },
  { share: 0.1, guess: 0.05, slip: 0.07, seconds: 50 },
  { share: 0.18, guess: 0.06, slip: 0.06, seconds: 50 },
  { share: 0.17, guess: 0.1, slip: 0.06, seconds: 40 },
  { share: 0.2, guess: 0.25, slip: 0.05, seconds: 30 },
  { share: 0.05, guess: 0.5, slip: 0.05, seconds: 20 },
];

/** Half of it is choice, and more slips: what tests of digital skills are mostly made of. */
const questions: readonly Kind[] = [
  { share: 0.15, guess: 0.02, slip: 0.12, seconds: 75 },
  { share: 0.15, guess: 0.04, slip: 0.1, seconds: 45 },
  { share: 0.2, guess: 0.08, slip: 0.1, seconds: 50 },
  { share: 0.4, guess: 0.25, slip: 0.08, seconds: 35 },
  { share: 0.1, guess: 0.5, slip: 0.06, seconds: 20 },
];

/** Subjects by domain: the first so many are those of a bank of so many. */
const subjects: readonly (readonly [name: string, domain: number, nature: Nature])[] = [
  ['search', 0, 'neither'],
  ['files', 0, 'office'],
  ['mail', 1, 'office'],
  ['social', 1, 'phone'],
  ['calls', 1, 'phone'],
  ['text', 2, 'office'],
  ['tables', 2, 'office'],
  ['passwords', 3, 'neither'],
  ['scams', 3, 'neither'],
  ['smartphone', 4, 'phone'],
  ['web', 4, 'phone'],
  ['procedures', 4, 'neither'],
  ['attachments', 1, 'office'],
  ['application', 2, 'neither'],
  ['privacy', 3, 'phone'],
  ['repair', 4, 'neither'],
  ['agenda', 1, 'office'],
  ['chat', 1, 'phone'],
  ['maps', 0, 'phone'],
  ['pictures', 2, 'phone'],
  ['slides', 2, 'office'],
  ['printing', 4, 'office'],
  ['health', 3, 'neither'],
  ['sources', 0, 'neither'],
];

interface Family {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly ahead: number;
  /** Number of subjects; then the least and the most: of the first level, the levels of a subject, the items of a skill. */
  readonly outlines: readonly (readonly [count: number, first: Range, levels: Range, items: Range])[];
}
type Range = readonly [least: number, most: number];

const families: readonly Family[] = [
  {
    // The first levels, as for who begins.
    name: 'low',
    kinds: tasks,
    ahead: 0,
    outlines: [
      [12, [1, 1], [4, 4], [2, 4]],
      [16, [1, 2], [3, 4], [1, 3]],
      [24, [1, 2], [3, 5], [1, 4]],
    ],
  },
  {
    // Levels 1 to 8, each subject a part of them.
    name: 'wide',
    kinds: tasks,
    ahead: 1.7,
    outlines: [
      [12, [1, 4], [4, 5], [1, 4]],
      [16, [1, 5], [3, 4], [1, 3]],
      [24, [1, 5], [2, 4], [1, 3]],
    ],
  },
  {
    // Long ladders in each subject, few items a skill.
    name: 'classic',
    kinds: questions,
    ahead: 1.5,
    outlines: [
      [12, [1, 1], [6, 8], [1, 2]],
      [16, [1, 2], [5, 7], [1, 2]],
      [24, [1, 2], [4, 7], [1, 2]],
    ],
  },
];

function makeBank({ name: family, kinds, ahead }: Family, [count, first, levels, items]: Family['outlines'][number]): TestBank {
  const random = randomOf('bank', family, count);
  const between = ([least, most]: Range): number => least + random.below(most - least + 1);
  const domains = ['information', 'communication', 'content', 'safety', 'environment'];
  const bank = {
    id: `${family}-${count}`,
    domains,
    subjects: [] as Bank['subjects'][number][],
    skills: [] as Bank['skills'][number][],
    items: [] as Bank['items'][number][],
    cuts: [0.5, 0.8] as const,
  };
  const places: TestBank['places'][number][] = [];
  const skillOf: number[] = [];
  subjects.slice(0, count).forEach(([name, d, nature], s) => {
    const domain = domains[d]!;
    const lowest = between(first);
    const ids = Array.from({ length: between(levels) }, (_, i) => `${name}-${lowest + i}`);
    bank.subjects.push({ id: name, domain, skills: ids });
    ids.forEach((id, i) => {
      const level = lowest + i;
      const skill = bank.skills.push({ id, subject: name, domain, level, weight: 1 }) - 1;
      places.push({ subject: s, domain: d, nature, level });
      for (let n = between(items); n > 0; n--) {
        let draw = random.uniform();
        const { guess, slip, seconds } = kinds.find(({ share }) => (draw -= share) < 0) ?? kinds[0]!;
        bank.items.push({ id: `${id}-${n}`, skill: id, guess, slip, seconds: Math.round(seconds * (0.85 + 0.06 * (level - ahead))) });
        skillOf.push(skill);
      }
    });
  });
  const seconds = skillOf.map((skill, item) => {
    // Where something is done or written there is more to be seen: the next harder level, and the next easier one.
    if (bank.items[item]!.guess > 0.05) return {};
    const beside = (other: number): Second | undefined =>
      places[other]?.subject === places[skill]!.subject ? { skill: other, guess: 0.05, slip: 0.1 } : undefined;
    const [harder, easier] = [beside(skill + 1), beside(skill - 1)];
    return { ...(harder && { harder }), ...(easier && { easier }) };
  });
  return { bank, places, skillOf, seconds, ahead };
}

/** The banks of the benchmark: the same in every run. */
export const testBanks: readonly TestBank[] = families.flatMap((family) => family.outlines.map((outline) => makeBank(family, outline)));

/** The bank with thresholds such as a calibration gives: the true ones with an error, sd in levels. */
export function calibrated(bank: Bank, thresholds: readonly number[], errors: readonly number[]): Bank {
  return { ...bank, skills: bank.skills.map((skill, i) => ({ ...skill, threshold: thresholds[i]! + errors[i]! })) };
}

/** The bank whose tasks show other levels too, and take 40 % longer for it. */
export const twoLevels = ({ bank, seconds }: TestBank): Bank => ({
  ...bank,
  items: bank.items.map((item, i) => {
    const { harder, easier } = seconds[i] ?? {};
    if (!harder && !easier) return item;
    const shown = ({ skill, guess, slip }: Second): SecondObservation => ({ skill: bank.skills[skill]!.id, guess, slip });
    return {
      ...item,
      seconds: Math.round(1.4 * item.seconds),
      ...(harder && { harder: shown(harder) }),
      ...(easier && { easier: shown(easier) }),
    };
  }),
});
