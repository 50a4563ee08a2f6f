import { parseArgs } from 'node:util';
import { players, yardstick } from './players.js';
import type { Player } from './players/kinds.js';

/** Seeds below are for development, the others are held out: nobody tunes on them. */
export const firstHeldOut = 1_000_000;
const namedSeeds: Readonly<Record<string, number>> = { dev: 1, 'held-out': firstHeldOut + 1 };

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
  const whole = (text: string, option: string, least: number): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least) throw new Error(`--${option} ${text}: give a whole number, ${least} or more.`);
    return value;
  };
  const wanted = values.only?.split(',').map((id) => id.trim());
  const stranger = wanted?.find((id) => !players.some((player) => player.id === id));
  if (stranger !== undefined) throw new Error(`--only ${stranger}: no such player. There are ${players.map(({ id }) => id).join(', ')}.`);
  return {
    learners: values.learners === undefined ? (values.quick ? 10 : 204) : whole(values.learners, 'learners', 1),
    seed: namedSeeds[values.seed] ?? whole(values.seed, 'seed', 1),
    players: players.filter(({ id }) => !wanted || wanted.includes(id) || id === yardstick),
    json: values.json,
  };
}
