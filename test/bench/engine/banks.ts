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
}

const kinds = [
  { share: 0.3, guess: 0.02, slip: 0.08, seconds: 75 },
  { share: 0.1, guess: 0.05, slip: 0.07, seconds: 50 },
  { share: 0.18, guess: 0.06, slip: 0.06, seconds: 50 },
  { share: 0.17, guess: 0.1, slip: 0.06, seconds: 40 },
  { share: 0.2, guess: 0.25, slip: 0.05, seconds: 30 },
  { share: 0.05, guess: 0.5, slip: 0.05, seconds: 20 },
];

/** Subjects by domain. The first twelve letters of the alphabet of a bank are its first subjects: see {@link outlines}. */
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

/** Size, lowest and highest first level, fewest and most levels, fewest and most items a skill. */
const outlines = [
  { count: 12, first: [1, 1], levels: [4, 4], items: [2, 4] },
  { count: 16, first: [1, 2], levels: [3, 4], items: [1, 3] },
  { count: 24, first: [1, 2], levels: [3, 5], items: [1, 4] },
] as const;

function makeBank({ count, first, levels, items }: (typeof outlines)[number]): TestBank {
  const random = randomOf('bank', count);
  const between = ([low, high]: readonly [number, number]): number => low + random.below(high - low + 1);
  const domains = ['information', 'communication', 'content', 'safety', 'environment'];
  const bank = {
    id: `bank-${count}`,
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
        bank.items.push({ id: `${id}-${n}`, skill: id, guess, slip, seconds: Math.round(seconds * (0.85 + 0.06 * level)) });
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
  return { bank, places, skillOf, seconds };
}

/** The banks of the benchmark: the same in every run. */
export const testBanks: readonly TestBank[] = outlines.map(makeBank);

/** The bank with thresholds such as a calibration gives: the true ones with an error, sd in levels. */
export function calibrated({ bank }: TestBank, thresholds: readonly number[], errors: readonly number[]): Bank {
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
