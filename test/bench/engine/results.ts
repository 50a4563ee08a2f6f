import { figuresOf, gainIn, groupBy, groupFigures, pairs, worstGroup, type Figure, type Figures, type GroupFigure } from './metrics.js';
import type { Outcome } from './outcome.js';
import { yardstick } from './players.js';
import type { Player } from './players/kinds.js';

/** All that is said of one player. */
export interface Result {
  readonly id: string;
  readonly title: string;
  readonly all: Figures;
  readonly worlds: Readonly<Record<string, Figures>>;
  readonly banks: Readonly<Record<string, Figures>>;
  /** Against the yardstick, on the same learners. */
  readonly gain: { readonly band: Figure; readonly clear: Figure };
  readonly groups: readonly GroupFigure[];
  readonly worst?: GroupFigure;
}

const figuresBy = (outcomes: readonly Outcome[], key: (outcome: Outcome) => string): Readonly<Record<string, Figures>> =>
  Object.fromEntries([...groupBy(outcomes, key)].map(([id, some]) => [id, figuresOf(some)]));

export function resultsOf(outcomes: readonly Outcome[], players: readonly Player[]): Result[] {
  const byPlayer = groupBy(outcomes, ({ player }) => player);
  return players.map(({ id, title }) => {
    const own = byPlayer.get(id)!;
    const paired = pairs(own, byPlayer.get(yardstick)!);
    const groups = groupFigures(paired);
    const worst = worstGroup(groups);
    return {
      id,
      title,
      all: figuresOf(own),
      worlds: figuresBy(own, ({ world }) => world),
      banks: figuresBy(own, ({ bank }) => bank),
      gain: gainIn(paired),
      groups,
      ...(worst && { worst }),
    };
  });
}

/** Truth: shares of the three bands, and of learners within 3 points of a cut, by world. */
export function populationOf(outcomes: readonly Outcome[]): { world: string; learners: number; bands: number[]; near: number }[] {
  const one = outcomes.filter(({ player }) => player === yardstick);
  return [...groupBy(one, ({ world }) => world)].map(([world, some]) => {
    const share = (of: (outcome: Outcome) => boolean): number => some.filter(of).length / some.length;
    return {
      world,
      learners: some.length,
      bands: [0, 1, 2].map((band) => share((outcome) => outcome.band === band)),
      near: share(({ distance }) => distance <= 0.03 + 1e-9),
    };
  });
}
