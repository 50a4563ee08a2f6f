import { parseArgs } from 'node:util';
import { players, yardstick } from './players.js';
import type { Player } from './players/kinds.js';

/** Seeds below are for development, the others are held out: nobody tunes on them. */
export const firstHeldOut = 1_000_000;
const namedSeeds: Readonly<Record<string, number>> = { dev: 1, 'held-out': firstHeldOut + 1 };

const what: Readonly<Record<string, string>> = {
  learners: 'a whole number, 1 or more',
  seed: `"dev", "held-out" or a whole number, 1 or more (below ${firstHeldOut}: development)`,
};

/** So many that each of the six groups of the patchy world has 102 learners. */
const enough = 204;

export interface Options {
  readonly learners: number;
  readonly seed: number;
  readonly players: readonly Player[];
  readonly json: boolean;
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
      seed: { type: 'string', default: 'held-out' },
      only: { type: 'string' },
    },
  });
  const whole = (text: string, option: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${option} ${text}: give ${what[option]}.`);
    return value;
  };
  const wanted = values.only?.split(',').map((id) => id.trim());
  const stranger = wanted?.find((id) => !players.some((player) => player.id === id));
  if (stranger !== undefined) throw new Error(`--only ${stranger}: no such player. There are ${players.map(({ id }) => id).join(', ')}.`);
  return {
    learners: values.learners === undefined ? (values.quick ? 10 : enough) : whole(values.learners, 'learners'),
    seed: namedSeeds[values.seed] ?? whole(values.seed, 'seed'),
    players: players.filter(({ id, aside }) => (wanted ? wanted.includes(id) : !aside) || id === yardstick),
    json: values.json,
  };
}
