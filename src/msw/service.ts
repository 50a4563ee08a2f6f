import { contract, type OperationId } from '../contract/index.js';
import { operations } from './operations.js';
import { problem, type Answer } from './problem.js';
import { createStandIn, type StandInOptions } from './stand-in.js';

/** What the stand-in reads of a request. */
export interface Given {
  readonly headers: Headers;
  /** The body; empty when there is none. */
  readonly text: string;
  readonly signal: AbortSignal;
}

/** Answers one request to one operation of the contract. */
export type Respond = (operation: OperationId, names: Readonly<Record<string, string>>, given: Given) => Promise<Answer>;

/** The operations that the stand-in knows, as the contract has them. */
export const known = contract.filter(({ id }) => id in operations);

/** A service that lives in memory and stands in for a real one. The pack is read at the first request. */
export function createService(options: StandInOptions): Respond {
  let standIn: ReturnType<typeof createStandIn> | undefined;
  return async (id, names, { headers, text, signal }) => {
    const operation = operations[id];
    if (!operation) return problem(404, 'route-unknown', 'The stand-in does not know this operation.');
    standIn ??= createStandIn(options);
    const token = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
    const key = headers.get('idempotency-key') ?? undefined;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return operation(await standIn, { names, token, key, body, signal });
  };
}
