import type { Bank, EngineOptions, LoggedAnswer } from '../../src/engine/index.js';

/** A skill: its subject and level, e.g. "b-2", its weight, its calibrated difficulty. */
type SkillLine = readonly [id: string, weight: number, threshold?: number];

function bankOf(
  id: string,
  domains: Record<string, string>,
  lines: readonly SkillLine[],
  cuts: readonly [number, number],
  asked = '',
): Bank {
  const inDomain = (subject: string): string => Object.keys(domains).find((domain) => domains[domain]?.includes(subject)) ?? '';
  const letters = [...new Set(lines.map(([skill]) => skill.slice(0, 1)))];
  return {
    id,
    domains: Object.keys(domains),
    subjects: letters.map((subject) => ({
      id: subject,
      domain: inDomain(subject),
      skills: lines.map(([skill]) => skill).filter((skill) => skill.startsWith(subject)),
    })),
    skills: lines.map(([skill, weight, threshold]) => ({
      id: skill,
      subject: skill.slice(0, 1),
      domain: inDomain(skill.slice(0, 1)),
      level: Number(skill.slice(2)),
      weight,
      ...(threshold !== undefined && { threshold }),
    })),
    items: lines
      .filter(([skill]) => (asked || letters.join('')).includes(skill.slice(0, 1)))
      .flatMap(([skill], i) => [
        { id: `${skill}-open`, skill, guess: 0.01 * i, slip: 0.08, seconds: 60 },
        { id: `${skill}-list`, skill, guess: 0.25, slip: 0.04, seconds: 20 },
      ]),
    cuts,
  };
}

const right = (...items: string[]): LoggedAnswer[] => items.map((item) => ({ item, outcome: true }));
const wrong = (...items: string[]): LoggedAnswer[] => items.map((item) => ({ item, outcome: false }));
const unknown = (...items: string[]): LoggedAnswer[] => items.map((item) => ({ item, outcome: false, unknown: true }));

/** A bank, and answers after which everything is counted. */
export interface Example {
  readonly bank: Bank;
  readonly options?: EngineOptions;
  /** Weight of all skills, and limits of the bands half-way between attainable weights, in the weights of the bank. */
  readonly total: number;
  readonly limits: readonly [number, number];
  readonly logs: Readonly<Record<string, readonly LoggedAnswer[]>>;
}

export const examples: Example[] = [
  {
    // b-2 is harder than b-3: to be put back in order. About the cut 4: 3.5 and 4; about the cut 6.4: 6 and 6.5.
    bank: bankOf(
      'unequal weights and levels, two domains',
      { x: 'ac', y: 'b' },
      [
        ['a-1', 1],
        ['a-2', 2],
        ['b-1', 0.5],
        ['b-2', 1.5, 2.9],
        ['b-3', 1],
        ['c-2', 2],
      ],
      [0.5, 0.8],
    ),
    total: 8,
    limits: [3.75, 6.25],
    logs: {
      'no answer': [],
      'two right': right('a-1-open', 'b-2-list'),
      'right, wrong and unknown': [...right('a-1-open', 'b-2-list'), ...wrong('b-3-open'), ...unknown('c-2-list'), ...wrong('a-2-open')],
      'nothing known': unknown('a-1-open', 'b-1-open', 'c-2-open', 'b-2-open', 'a-2-list'),
      'hard ones passed, easy ones not': [
        ...wrong('a-1-open', 'a-1-list', 'b-1-open', 'b-1-list'),
        ...right('a-2-open', 'a-2-list', 'b-3-open', 'b-3-list', 'c-2-open'),
      ],
      'every question, twice a skill': [
        ...right('a-1-open', 'a-1-list', 'b-1-open', 'b-1-list', 'b-2-list', 'c-2-list'),
        ...wrong('a-2-list', 'b-2-open', 'b-3-list'),
        ...unknown('a-2-open', 'b-3-open', 'c-2-open'),
      ],
    },
  },
  {
    // About the cut 3: 2 and 3; about the cut 4.8: 4 and 5.
    bank: bankOf(
      'three domains, calibrated difficulties, a domain without question and one without skill',
      { x: 'a', y: 'b', z: 'c', empty: '' },
      [
        ['a-1', 1, -0.3],
        ['a-3', 1, 1.25],
        ['b-2', 1, 3.1],
        ['b-4', 1, 3.12],
        ['b-7', 1, 8.4],
        ['c-5', 1],
      ],
      [0.5, 0.8],
      'ab',
    ),
    total: 6,
    limits: [2.5, 4.5],
    logs: {
      'no answer': [],
      'one unknown': unknown('b-4-open'),
      'right, wrong and unknown': [...right('a-3-open', 'b-4-list'), ...wrong('b-7-list', 'a-1-open'), ...unknown('b-7-open')],
    },
  },
  {
    // About the cut 2.4: 2 and 3, in weights of 3; about the cut 3.
    bank: bankOf(
      'one domain, another population, another cut, equal weights that are not 1',
      { x: 'abc' },
      [
        ['a-1', 3],
        ['b-1', 3],
        ['b-6', 3],
        ['c-8', 3],
      ],
      [0.6, 0.75],
    ),
    options: { prior: [{ share: 2, mean: 3, sd: 0.9 }] },
    total: 12,
    limits: [7.5, 10.5],
    logs: {
      'no answer': [],
      'right and unknown': [...right('a-1-open', 'b-1-list', 'b-6-open'), ...unknown('c-8-list')],
    },
  },
];
