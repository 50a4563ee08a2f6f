import { checkedRequest } from '../contract/check.js';
import type { Operation } from '../contract/index.js';
import { Problem } from '../contract/problem.js';
import { refuse, respond, type Answer } from '../contract/respond.js';
import { admit } from './caller.js';
import { operations, type Call } from './operations.js';
import { createStandIn, type StandIn, type StandInOptions } from './stand-in.js';

/** Answers one request to one operation of the contract. @param path the names in its address. */
export type Service = (operation: Operation, path: Readonly<Record<string, string>>, request: Request) => Promise<Response>;

/**
 * A service that lives in memory and stands in for a real one. The pack is read at the first request.
 * @param address of the service, without a slash at the end.
 */
export function createService(address: string, options: StandInOptions): Service {
  let standIn: Promise<StandIn> | undefined;
  return async (operation, path, request) => {
    try {
      standIn ??= createStandIn(address, options);
      const answer = await perform(await standIn, operation, path, request);
      return respond(operation, answer, request.headers.get('if-none-match') ?? undefined);
    } catch (thrown) {
      if (thrown instanceof Problem) return refuse(thrown);
      throw thrown;
    }
  };
}

async function perform(standIn: StandIn, operation: Operation, path: Readonly<Record<string, string>>, request: Request): Promise<Answer> {
  const { headers, url, signal } = request;
  const header = (name: string): string | undefined => headers.get(name) ?? undefined;
  const caller = await admit(standIn, operation, /^Bearer (.+)$/i.exec(header('authorization') ?? '')?.[1]);
  const key = header('idempotency-key');
  const ifMatch = header('if-match');
  const parts = checkedRequest(operation, {
    path,
    query: Object.fromEntries(new URL(url).searchParams),
    headers: { ...(key !== undefined && { 'Idempotency-Key': key }), ...(ifMatch !== undefined && { 'If-Match': ifMatch }) },
    body: operation.body ? await readBody(request) : undefined,
  });
  // The contract was just held against each part: from here on they are what the operation's type says.
  const call = { ...parts, caller, key, ifMatch, signal } as unknown as Call<never>;
  return (operations[operation.id] as (standIn: StandIn, call: Call<never>) => Answer | Promise<Answer>)(standIn, call);
}

async function readBody(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await request.text());
  } catch {
    throw new Problem('request-invalid', { detail: 'The body is not JSON.', errors: [{ at: 'body', message: 'is not JSON' }] });
  }
}
