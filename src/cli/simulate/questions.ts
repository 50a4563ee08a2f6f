import type { Engine, EngineState, Estimate } from '../../engine/index.js';
import type { Attempt } from './learner.js';

/** What follows from a seed of the engine and some answers. Kept, so that a step costs one answer and not the whole log. */
export interface Place {
  readonly engine: Engine;
  readonly state: EngineState;
  next?: string | null;
  estimate?: Estimate;
  readonly after: Map<string, Place>;
}

const at = (engine: Engine, state: EngineState): Place => ({ engine, state, after: new Map() });

/** Before any answer. */
export const beginning = (engine: Engine, seed: number): Place => at(engine, engine.start(seed));

/** After one more answer. */
export function answered(place: Place, item: string, { passed, unknown, second }: Pick<Attempt, 'passed' | 'unknown' | 'second'>): Place {
  const key = `${unknown ? '?' : passed ? '+' : '-'}${second === undefined ? '' : second ? '+' : '-'}${item}`;
  let next = place.after.get(key);
  if (!next)
    place.after.set(
      key,
      (next = at(
        place.engine,
        place.engine.answer(place.state, item, passed, { ...(unknown && { unknown }), ...(second !== undefined && { second }) }),
      )),
    );
  return next;
}

/** The item to ask, or null to stop. */
export function nextItem(place: Place): string | null {
  if (place.next === undefined) place.next = place.engine.next(place.state);
  return place.next;
}

/** What is believed. */
export const estimateAt = (place: Place): Estimate => (place.estimate ??= place.engine.estimate(place.state));
