import type { Engine, EngineState } from '../../../../src/engine/index.js';
import type { TestBank } from '../banks.js';
import type { Answer } from '../world.js';

/** Tells the engine a learner's answer to an item. */
const tell = (engine: Engine, state: EngineState, item: string, { outcome, unknown, second }: Answer): EngineState =>
  engine.answer(state, item, outcome, { unknown, ...(second !== undefined && { second }) });

export interface EngineTrace {
  readonly items: readonly number[];
  readonly state: EngineState;
  /** Milliseconds of each step: the choice, and taking the answer in. */
  readonly times: readonly number[];
}

/** Plays a session from beginning to end. */
export function playEngine(engine: Engine, indexOf: ReadonlyMap<string, number>, answers: readonly Answer[], seed: number): EngineTrace {
  let state = engine.start(seed);
  const items: number[] = [];
  const times: number[] = [];
  for (;;) {
    const start = performance.now();
    const id = engine.next(state);
    if (id === null) return { items, state, times };
    const item = indexOf.get(id)!;
    state = tell(engine, state, id, answers[item]!);
    times.push(performance.now() - start);
    items.push(item);
  }
}

/** The state after answers to given questions, whoever chose them. */
export const stateAfter = (engine: Engine, { bank }: TestBank, answers: readonly Answer[], items: readonly number[]): EngineState =>
  items.reduce((state, item) => tell(engine, state, bank.items[item]!.id, answers[item]!), engine.start(0));
