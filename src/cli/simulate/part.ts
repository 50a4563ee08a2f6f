import type { Pack } from '../../model/index.js';
import { mix, mixText } from './draws.js';
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
 * Simulates one part of the learners out of `parts`, and hands over those of one number at a time. The n-th learner of
 * every persona has the same seed of the engine: personas are compared with the same luck, and share the work.
 */
export function* simulatePart({ pack, pathway, quotas, seed }: Job, part: number, parts: number): Generator<readonly Run[]> {
  const course = courseOf(pack, pathway);
  const luck = mixText(seed, 'engine');
  const most = Math.max(0, ...quotas.map(({ learners }) => learners));
  for (let n = part; n < most; n += parts) {
    const engineSeed = mix(luck, n);
    const places: Places = new Map();
    yield quotas.filter(({ learners }) => n < learners).map(({ persona }) => play(course, learnerOf(persona, n, seed), engineSeed, places));
  }
}
