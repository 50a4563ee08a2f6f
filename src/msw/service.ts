import { contract, type OperationId } from '../contract/index.js';
import { operations } from './operations.js';
import { problem, toResponse } from './problem.js';
import { createStandIn, type StandInOptions } from './stand-in.js';

/** Answers one request to one operation of the contract. */
export type Respond = (operation: OperationId, names: Readonly<Record<string, string>>, request: Request) => Promise<Response>;

/** The operations that the stand-in knows, as the contract has them. */
export const known = contract.filter(({ id }) => id in operations);

/** A service that lives in memory and stands in for a real one. The pack is read at the first request. */
export function createService(options: StandInOptions): Respond {
  let standIn: ReturnType<typeof createStandIn> | undefined;
  return async (id, names, request) => {
    const { headers, signal } = request;
    standIn ??= createStandIn(options);
    const text = await request.text();
    const operation = operations[id];
    if (!operation) return toResponse(problem(404, 'route-unknown', 'The stand-in does not know this operation.'));
    const token = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
    const key = headers.get('idempotency-key') ?? undefined;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return toResponse(await operation(await standIn, { names, token, key, body, signal }));
  };
}
