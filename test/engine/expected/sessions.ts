import { createEngine, type Bank, type EngineOptions, type EngineState } from '../../../src/engine/index.js';
import { makeBank } from '../banks.js';
import { generator } from '../learners.js';
import type { Session } from './bits.js';

const weights: Record<string, number> = { 'a-1': 1, 'a-2': 2, 'b-1': 0.5, 'b-2': 1.5, 'b-3': 1, 'c-2': 2, 'd-4': 1 };

/** Unequal weights and levels, a calibrated difficulty out of order, a domain without question and one without skill. */
const uneven: Bank = {
  id: 'uneven',
  domains: ['x', 'y', 'unasked', 'empty'],
  subjects: [
    { id: 'a', domain: 'x', skills: ['a-1', 'a-2'] },
    { id: 'b', domain: 'y', skills: ['b-1', 'b-2', 'b-3'] },
    { id: 'c', domain: 'x', skills: ['c-2'] },
    { id: 'd', domain: 'unasked', skills: ['d-4'] },
  ],
  skills: Object.entries(weights).map(([id, weight]) => ({
    id,
    subject: id.slice(0, 1),
    domain: { a: 'x', b: 'y', c: 'x' }[id.slice(0, 1)] ?? 'unasked',
    level: Number(id.slice(2)),
    weight,
    ...(id === 'b-2' && { threshold: 2.9 }),
  })),
  items: Object.keys(weights)
    .filter((skill) => skill !== 'd-4')
    .flatMap((skill, i) => [
      { id: `${skill}-open`, skill, guess: 0.01 * i, slip: 0.08, seconds: 60 },
      { id: `${skill}-list`, skill, guess: 0.25, slip: 0.04, seconds: 20 },
    ]),
  cuts: [0.45, 0.75],
};
const even = makeBank(6, 4, 2, 3);
const rich: Bank = {
  ...even,
  id: 'two-levels',
  items: even.items.map((item) => {
    const [subject = '', level] = item.skill.split('-');
    const harder = `${subject}-${Number(level) + 1}`;
    return { ...item, ...(even.skills.some(({ id }) => id === harder) && { harder: { skill: harder, guess: 0.05, slip: 0.1 } }) };
  }),
};
export const banks: readonly Bank[] = [uneven, even, rich];

type Reply = EngineState['log'][number];

/** The questions that the engine chooses, answered. */
function adaptive(name: string, bank: Bank, options: EngineOptions, seed: number, reply: (item: string) => Omit<Reply, 'item'>): Session {
  const engine = createEngine(bank, options);
  let state = engine.start(seed);
  for (let item = engine.next(state); item !== null; item = engine.next(state)) {
    const { outcome, unknown = false, second } = reply(item);
    state = engine.answer(state, item, outcome, { unknown, ...(second !== undefined && { second }) });
  }
  return { name, bank, options, seed, log: state.log };
}

/** Passes so many in a hundred, does not know so many. */
const byChance = (seed: number, passes: number, unknown: number): (() => Omit<Reply, 'item'>) => {
  const random = generator(seed);
  return () => {
    const x = 100 * random();
    return { outcome: x < passes, ...(x >= 100 - unknown && { unknown: true }) };
  };
};

/** The sessions whose figures are kept: those of every mode, with one level and with two, right and wrong, known and not. */
export const makeSessions = (): Session[] => [
  adaptive('uneven bank, mixed answers', uneven, {}, 1, byChance(1, 55, 20)),
  adaptive('uneven bank, all passed, thorough', uneven, { mode: 'thorough', exposure: 1 }, 2, () => ({ outcome: true })),
  adaptive('uneven bank, nothing known', uneven, { mode: 'express' }, 3, () => ({ outcome: false, unknown: true })),
  adaptive('even bank, express, easy start', even, { mode: 'express', easyStart: 2 }, -7, byChance(2, 70, 5)),
  adaptive('even bank, mixed answers', even, {}, 4294967295, byChance(3, 60, 15)),
  adaptive(
    'even bank, other population, at most 9',
    even,
    { prior: [{ share: 1, mean: 2.5, sd: 1.5 }], maxItems: 9 },
    12,
    byChance(4, 35, 0),
  ),
  adaptive('even bank, thorough', even, { mode: 'thorough' }, 99, byChance(5, 50, 10)),
  adaptive('even bank, a rule of its own', even, { stop: { confidence: 0.8, decay: 0.01, sd: 1 } }, 8, byChance(6, 60, 10)),
  ...(['express', 'standard', 'thorough'] as const).map((mode, i) =>
    adaptive(`two levels, ${mode}`, rich, { mode }, 31 + i, (item) => ({ outcome: item.length % 3 > 0, second: item.endsWith('1') })),
  ),
  {
    name: 'even bank, every question, hard ones passed and easy ones not',
    bank: even,
    options: {},
    seed: 5,
    log: even.items.map(({ id, skill }) => ({ item: id, outcome: Number(skill.slice(-1)) > 2 })),
  },
];
