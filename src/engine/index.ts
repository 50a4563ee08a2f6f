import type { Bank } from '../model/index.js';
import { checkBank, checkOptions } from './check-input.js';
import { createEngine as create, type Engine, type EngineOptions } from './create-engine.js';

export type { Bank, EngineMode, EngineState, Estimate, LoggedAnswer, StopReason } from '../model/index.js';
export { engineVersion, type Engine, type EngineOptions, type Quota } from './create-engine.js';
export { bandsOf, defaultLoss, leastLoss } from './decision.js';
export type { Belief, ExplainedAnswer, Explanation } from './explain.js';
export type { PriorPart } from './prior.js';
export type { StopCheck, StopRule } from './stop.js';

/**
 * The engine of a bank. Its functions throw an Error for a state of another bank or version, and for an item that the
 * bank does not have.
 * @throws Error when the bank contradicts itself, or when a number of it or of the options is none that there can be.
 */
export function createEngine(bank: Bank, options: EngineOptions = {}): Engine {
  checkBank(bank);
  checkOptions(bank, options);
  return create(bank, options);
}
