import type { Pack } from '../../model/index.js';
import { mixText } from './draws.js';
import { learnerOf } from './learner.js';
import type { Quota } from './personas.js';
import { courseOf, play, type Places, type Run } from './play.js';

/** What to simulate. Plain JSON. */
export interface Job {
  readonly pack: Pack;
  readonly pathway: string;
  readonly quotas: readonly Quota[];
  /** A whole number. */
  readonly seed: number;
}

/**
 * Simulates one part of the learners out of `parts`, and hands over those of one number at a time. Each has a seed of the
 * engine of their own, so that learners are independent and a standard error counts them all.
 */
export function* simulatePart({ pack, pathway, quotas, seed }: Job, part: number, parts: number): Generator<readonly Run[]> {
  const course = courseOf(pack, pathway);
  const most = Math.max(0, ...quotas.map(({ learners }) => learners));
  for (let n = part; n < most; n += parts) {
    yield quotas
      .filter(({ learners }) => n < learners)
      .map(({ persona }) => {
        const learner = learnerOf(persona, n, seed);
        const places: Places = new Map();
        return play(course, learner, mixText(learner.seed, 'engine'), places);
      });
  }
}
