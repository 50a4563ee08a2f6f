import { parseArgs } from 'node:util';
import { players, yardstick } from './players.js';
import { testBanks } from './banks.js';
import type { Player } from './players/kinds.js';
import type { Noise } from './world.js';
import { worlds } from './worlds/index.js';

/** Seeds below are for development, the others are held out: nobody tunes on them. */
export const firstHeldOut = 1_000_000;
/** A change of the engine that was judged on a held-out seed takes the next one. Taken: 1000001 to 1000015. */
const namedSeeds: Readonly<Record<string, number>> = { dev: 1, 'held-out': firstHeldOut + 15 };

const what: Readonly<Record<string, string>> = {
  learners: 'a whole number, 1 or more',
  seed: `"dev", "held-out" or a whole number, 1 or more (below ${firstHeldOut}: development)`,
};

/** So many that each of the six groups of the patchy world has 108 learners. */
const enough = 72;

/** With more than that, the careless of a world would slip more than always. */
const mostSlips = 4;
/** Somebody says so two times in three. */
const mostSilence = 1.5;

export interface Options {
  readonly learners: number;
  readonly seed: number;
  readonly players: readonly Player[];
  readonly json: boolean;
  readonly noise: Noise;
  /** Ids of the worlds and of the banks played. */
  readonly worlds: readonly string[];
  readonly banks: readonly string[];
  /** A table for each of them too. */
  readonly by: readonly ('world' | 'bank')[];
}

function refuse(option: string, id: string, known: readonly string[]): never {
  throw new Error(`--${option} ${id}: there is ${known.join(', ')}.`);
}

/**
 * Reads the command line.
 * @throws Error, one clear line, when it is not understood.
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      learners: { type: 'string' },
      seed: { type: 'string', default: 'dev' },
      slips: { type: 'string', default: '1' },
      silence: { type: 'string', default: '1' },
      world: { type: 'string' },
      bank: { type: 'string' },
      by: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const whole = (text: string, option: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${option} ${text}: give ${what[option]}.`);
    return value;
  };
  const times = (text: string, option: string, most: number): number => {
    const value = text.trim() === '' ? NaN : Number(text);
    if (!(value >= 0 && value <= most)) throw new Error(`--${option} ${text}: give a number from 0 to ${most}.`);
    return value;
  };
  const wanted = values.only?.split(',').map((id) => id.trim());
  const stranger = wanted?.find((id) => !players.some((player) => player.id === id));
  if (stranger !== undefined) throw new Error(`--only ${stranger}: no such player. There are ${players.map(({ id }) => id).join(', ')}.`);
  const list = <T extends string>(text: string, known: readonly T[], option: string): readonly T[] =>
    text.split(',').map((id) => known.find((each) => each === id.trim()) ?? refuse(option, id, known));
  const some = (text: string | undefined, known: readonly string[], option: string): readonly string[] =>
    text === undefined ? known : list(text, known, option);
  return {
    worlds: some(
      values.world,
      worlds.map(({ id }) => id),
      'world',
    ),
    banks: some(
      values.bank,
      testBanks.map(({ bank }) => bank.id),
      'bank',
    ),
    by: values.by === undefined ? [] : list(values.by, ['world', 'bank'] as const, 'by'),
    learners: values.learners === undefined ? (values.quick ? 4 : enough) : whole(values.learners, 'learners'),
    seed: namedSeeds[values.seed] ?? whole(values.seed, 'seed'),
    players: players.filter(({ id, aside }) => (wanted ? wanted.includes(id) : !aside) || id === yardstick),
    json: values.json,
    noise: { slips: times(values.slips, 'slips', mostSlips), silence: times(values.silence, 'silence', mostSilence) },
  };
}
