import type { Backend } from '../../src/backend/index.js';
import { createEmbeddedBackend, type EmbeddedOptions } from '../../src/backend/index.js';
import type { Pack, Receipt, SessionSnapshot, Step, Submission, TaskResponse } from '../../src/model/index.js';
import { fileAt, pack, right, solutionOf, wrong } from './small-pack.js';

/** Never given up. */
export const live = new AbortController().signal;

/** The pack read from memory: for tests that are not about the network. `change` may replace a file, or throw. */
export const fromMemory =
  (change: (path: string, file: unknown) => unknown = (_, file) => file) =>
  async (url: string, { signal }: { readonly signal: AbortSignal }): Promise<Response> => {
    await Promise.resolve();
    signal.throwIfAborted();
    const path = url.replace('memory:/', '');
    const file = change(path, fileAt(path));
    return file === undefined ? new Response('', { status: 404 }) : Response.json(file);
  };

/** The embedded backend over the small pack, with a fixed draw and a fixed clock. */
export const smallBackend = (options: Partial<EmbeddedOptions> = {}): Backend =>
  createEmbeddedBackend({ content: 'memory:/', fetch: fromMemory(), seed: 7, now: () => Date.UTC(2026, 2, 2, 9), ...options });

/** The small pack with one pathway changed. */
export const packWith = (id: string, change: Partial<Pack['pathways'][number]>): Pack => ({
  ...pack,
  pathways: pack.pathways.map((pathway) => (pathway.id === id ? { ...pathway, ...change } : pathway)),
});

/** How a made-up learner answers: null is "je ne sais pas encore". */
export type Learner = (item: string) => TaskResponse | null;
export const knowsAll: Learner = (item) => solutionOf(item);
export const knowsNothing: Learner = () => null;
/** Passes up to a level of each subject. */
export const knowsUpTo =
  (level: number): Learner =>
  (item) =>
    Number(item.split('-')[1]) <= level ? right : wrong;
/** Passes the subjects named, and no other. */
export const knowsSubjects =
  (...subjects: readonly string[]): Learner =>
  (item) =>
    subjects.includes(item.split('-')[0] ?? '') ? right : wrong;

let counter = 0;
export const answerTo = (item: string, response: TaskResponse | null, id = `answer-${++counter}`, revision = false): Submission => ({
  kind: 'answer',
  id,
  item,
  response,
  seconds: 12,
  ...(revision && { revision }),
});
export const goOn = (accept = false, id = `continue-${++counter}`): Submission => ({ kind: 'continue', id, accept });

export interface Walk {
  readonly opened: SessionSnapshot;
  /** Items in the order asked. */
  readonly asked: readonly string[];
  readonly receipts: readonly Receipt[];
  readonly last: Step;
}

/** Answers until the backend says something that `until` stops at; the end at the latest. Proposals are declined. */
export async function walk(
  backend: Backend,
  pathway: string,
  learner: Learner,
  until: (step: Step) => boolean = () => false,
): Promise<Walk> {
  const opened = await backend.open({ pathway }, live);
  const asked: string[] = [];
  const receipts: Receipt[] = [];
  let step = opened.step;
  while (step.kind !== 'end' && !until(step)) {
    if (receipts.length > 60) throw new Error('This session never ends.');
    if (step.kind === 'item') asked.push(step.item.id);
    const submission =
      step.kind === 'item' ? answerTo(step.item.id, learner(step.item.id), `s${receipts.length}`) : goOn(false, `s${receipts.length}`);
    const receipt = await backend.answer(opened.id, submission, live);
    receipts.push(receipt);
    step = receipt.step;
  }
  return { opened, asked, receipts, last: step };
}

export const isItem = (step: Step | undefined): step is Extract<Step, { kind: 'item' }> => step?.kind === 'item';
export const itemOf = (step: Step | undefined): string => (isItem(step) ? step.item.id : '');

/** Fails unless `promise` rejects; what it rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & { readonly code?: string; readonly recoverable?: boolean }> {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof Error) return thrown;
    throw new Error(`not an Error: ${String(thrown)}`, { cause: thrown });
  }
  throw new Error('This was to fail, and did not.');
}
