import { randomUUID } from 'node:crypto';
import type { Schemas } from '../../src/contract/index.js';
import type { Result, TaskResponse } from '../../src/model/index.js';
import { launchToken, pack, type House } from './house.js';

type Opened = Schemas['OpenedSession'];
type Receipt = Schemas['Receipt'];

/** How a learner answers. */
export type Knows = (item: string) => TaskResponse | null;
export const solution = (item: string): TaskResponse => pack.items.get(item)!.solution;
/** Passes the first two levels. */
export const twoLevels: Knows = (item) => (Number(item.split('-')[1]) <= 2 ? solution(item) : null);

export interface Played {
  readonly opened: Opened;
  readonly asked: readonly string[];
  readonly receipts: readonly Receipt[];
}

export async function open(house: House, pathway = 'diagnostic-initial', learner: string = randomUUID()): Promise<Opened> {
  const token = await launchToken({ claims: { sub: learner } });
  const { status, body } = await house.ask<Opened>('POST', '/v1/sessions', { token, body: { pathway }, key: randomUUID() });
  if (status !== 201 && status !== 200) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return body;
}

/** What a page sends for a step. */
export const submissionFor = (step: Schemas['Step'], sequence: number, knows: Knows): Schemas['SubmissionRequest'] =>
  step.kind === 'item'
    ? { kind: 'answer', sequence, item: step.item.id, response: knows(step.item.id), seconds: 12 }
    : { kind: 'continue', sequence };

export const send = (house: House, { id, token }: Opened, body: Schemas['SubmissionRequest'], key: string = randomUUID()) =>
  house.ask<Receipt>('POST', `/v1/sessions/${id}/submissions`, { token, body, key });

/** Plays a session to its end. `houseFor`: the process that serves the nth request. */
export async function play(houseFor: (n: number) => House, opened: Opened, knows: Knows): Promise<Played> {
  const asked: string[] = [];
  const receipts: Receipt[] = [];
  let { step, taken } = opened as { step: Schemas['Step']; taken: number };
  while (step.kind !== 'end') {
    if (step.kind === 'item') asked.push(step.item.id);
    const { status, body } = await send(houseFor(taken), opened, submissionFor(step, taken + 1, knows));
    if (status !== 200) throw new Error(`not taken: ${JSON.stringify(body)}`);
    receipts.push(body);
    ({ step, taken } = body);
  }
  return { opened, asked, receipts };
}

export const finish = (house: House, { id, token }: Opened) =>
  house.ask<Result>('POST', `/v1/sessions/${id}/finish`, { token, body: {}, key: randomUUID() });
