import { createEngine, engineVersion, type Bank, type EngineOptions, type EngineState } from '../../../src/engine/index.js';

/** A session, and what the engine says after each of its answers. Numbers are given by their 64 bits, in hexadecimal. */
export interface Session {
  readonly name: string;
  readonly bank: Bank;
  readonly options: EngineOptions;
  readonly seed: number;
  readonly log: EngineState['log'];
}
export interface Said {
  /** The next item after 0, 1, 2… answers; null to stop. */
  readonly next: readonly (string | null)[];
  /** Score, sd, 90 % interval and chances of the three bands after as many, in one string each. */
  readonly beliefs: readonly string[];
  /** The whole estimate after the last. */
  readonly estimate: unknown;
}
export interface Expected {
  readonly engine: string;
  readonly banks: readonly Bank[];
  readonly sessions: readonly (Omit<Session, 'bank'> & { readonly bank: string; readonly said: Said })[];
}

const view = new DataView(new ArrayBuffer(8));

/** A number as 16 hexadecimal digits: its sign, exponent and fraction as they are in memory. */
export function bitsOf(value: number): string {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** Plain data with each number as its bits. */
export function inBits(value: unknown): unknown {
  if (typeof value === 'number') return bitsOf(value);
  if (Array.isArray(value)) return value.map(inBits);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inBits(each)]));
  return value;
}

/** Rebuilds the state after each answer from bank, seed and log alone, with an engine of its own, and asks what it says. */
export function say({ bank, options, seed, log }: Session): Said {
  const states = Array.from({ length: log.length + 1 }, (_, n): EngineState => ({ version: 1, bank: bank.id, seed, log: log.slice(0, n) }));
  const next: (string | null)[] = [];
  const beliefs: string[] = [];
  for (const state of states) {
    const engine = createEngine(bank, options);
    const { score, sd, ci90, bandProbs } = engine.estimate(state);
    next.push(engine.next(state));
    beliefs.push([score, sd, ...ci90, ...bandProbs].map(bitsOf).join(' '));
  }
  const engine = createEngine(bank, options);
  const [last = engine.start(seed)] = states.slice(-1);
  return { next, beliefs, estimate: inBits(engine.estimate(last)) };
}

/** The command that writes the figures anew. */
export const renewal = 'node --import tsx test/engine/expected/renew.ts';

/** What is not as expected, one line each. None on any machine, as long as the engine's version is the same. */
export function differences({ engine, banks, sessions }: Expected): string[] {
  if (engine !== engineVersion)
    return [`The figures are of engine ${engine}, the engine is ${engineVersion}. If it was changed on purpose: ${renewal}`];
  const lines: string[] = [];
  for (const { said, ...session } of sessions) {
    const bank = banks.find(({ id }) => id === session.bank);
    if (!bank) throw new Error(`No bank "${session.bank}".`);
    const now = say({ ...session, bank });
    for (let n = 0; n <= session.log.length; n++) {
      if (now.next[n] !== said.next[n]) lines.push(`${session.name}, after ${n}: asks ${String(now.next[n])}, not ${String(said.next[n])}`);
      if (now.beliefs[n] !== said.beliefs[n])
        lines.push(`${session.name}, after ${n}: believes ${String(now.beliefs[n])}, not ${String(said.beliefs[n])}`);
    }
    if (JSON.stringify(now.estimate) !== JSON.stringify(said.estimate)) lines.push(`${session.name}: another estimate`);
  }
  return lines;
}
