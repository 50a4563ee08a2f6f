import type { Receipt, Submission, TaskResponse } from '../model/index.js';
import type { Run } from './run.js';

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Sends what the learner gives; what was not acknowledged is sent again under the same id. */
export interface Sender {
  answer(item: string, response: TaskResponse | null, more: { seconds: number; revision?: true }, signal: AbortSignal): Promise<Receipt>;
  goOn(accept: boolean, signal: AbortSignal): Promise<Receipt>;
  /** What was not acknowledged. */
  readonly pending: Submission | undefined;
  /** Forgets it. */
  drop(): void;
}

export function createSender(run: Run): Sender {
  const { options, store } = run;
  let pending: Submission | undefined;

  const send = async (submission: Submission, signal: AbortSignal): Promise<Receipt> => {
    pending = submission;
    store.set({ busy: true, moved: false, refused: false }, 'error');
    const receipt = await options.backend.answer(run.id, submission, signal);
    signal.throwIfAborted();
    pending = undefined;
    run.resume = receipt.resume;
    run.keep();
    const { progress } = receipt;
    store.set({ progress: { ...progress, fraction: Math.max(store.state.progress.fraction, progress.fraction) } });
    return receipt;
  };

  return {
    get pending() {
      return pending;
    },
    answer(item, response, more, signal) {
      const again = pending?.kind === 'answer' && pending.item === item && same(pending.response, response);
      return send(again && pending ? pending : { kind: 'answer', id: crypto.randomUUID(), item, response, ...more }, signal);
    },
    goOn(accept, signal) {
      const again = pending?.kind === 'continue' && pending.accept === accept;
      return send(again && pending ? pending : { kind: 'continue', id: crypto.randomUUID(), accept }, signal);
    },
    drop() {
      pending = undefined;
    },
  };
}
