import { DiagnosticError, type Feedback, type Receipt } from '../../model/index.js';
import { errorOf } from './failures.js';
import type { Held } from './held.js';
import { after, renumbered, requestOf, stillMeant, type Unsent } from './outbox.js';
import type { Failure } from './request.js';
import { neverBack, withReserve } from './reserve.js';
import type { OpenedSession, Said } from './routes.js';
import type { Speech } from './speech.js';

/** Brings what is in the outbox to the service: one at a time, in order, until it is there. */
export interface Delivery {
  /** Begins, unless it is at it. */
  start(): void;
  /** What comes after a submission of the outbox, from the service. @throws {DiagnosticError} when it was refused. */
  receipt(submission: string): Promise<Receipt>;
  /** Takes over where the service says that the session is. */
  settle(read: OpenedSession): void;
}

/** The service may fail so many times at one submission before it is asked whether it is well otherwise. */
const mostFaults = 10;

interface Waiter {
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: DiagnosticError) => void;
}

export function createDelivery(held: Held, speech: Speech): Delivery {
  const waiters = new Map<string, Waiter>();
  /** What was told of submissions that took effect. */
  const taken = new Map<string, Feedback | undefined>();
  const own = new AbortController().signal;
  let delivering = false;
  let moved = false;

  const answerWaiters = (): void => {
    const { step, progress, outbox } = held.kept;
    if (!step || outbox.length) return;
    for (const [submission, { resolve }] of waiters) {
      const feedback = taken.get(submission);
      resolve({ submission, ...(feedback && { feedback }), progress, step, resume: held.kept });
    }
    waiters.clear();
  };

  const fail = (submission: string, error: DiagnosticError): void => {
    waiters.get(submission)?.reject(error);
    waiters.delete(submission);
  };

  const take = ({ sequence, submission }: Unsent, receipt: Said<'submit'>): void => {
    const { kept } = held;
    const { id } = submission;
    // What was proposed may be another pathway, with other questions.
    const reserve = submission.kind === 'continue' && submission.accept ? [] : kept.reserve;
    const outbox = after(kept.outbox, id);
    const step = kept.step ?? (outbox.length ? null : receipt.step);
    taken.set(id, receipt.feedback);
    held.change({
      outbox,
      step,
      taken: Math.max(kept.taken, receipt.taken, sequence),
      reserve: withReserve({ reserve, outbox }, receipt.reserve, step),
      progress: neverBack(kept.progress, receipt.progress),
    });
  };

  /** It never takes effect; the learner, if still there, may answer otherwise. */
  const refuse = (id: string, { reason }: Failure): void => {
    const { step, outbox, taken: effective } = held.kept;
    const goneOn = step !== null || outbox.at(-1)?.submission.id !== id;
    held.change({ outbox: renumbered(after(outbox, id), effective) });
    fail(id, new DiagnosticError('answer-not-sent', reason, { recoverable: true }));
    if (goneOn) held.tell('refused');
  };

  /** The service is not where this page believed it to be. @param without a submission that is there, or never will be. */
  const catchUp = async (without?: string): Promise<Failure | undefined> => {
    const outcome = await speech.insist('readSession', {}, Infinity, own);
    if ('failure' in outcome) return outcome.failure;
    const read = outcome.said;
    const { kept } = held;
    const rest = after(kept.outbox, read.lastSubmission);
    const others = rest.length === kept.outbox.length && (read.taken !== kept.taken || without !== undefined);
    moved ||= others;
    const outbox = renumbered(
      (others ? stillMeant(rest) : rest).filter(({ submission: { id } }) => id !== without),
      read.taken,
    );
    const step = (others ? null : kept.step) ?? (outbox.length ? null : read.step);
    const reserve = withReserve({ reserve: others ? [] : kept.reserve, outbox }, read.reserve, step);
    held.change({ outbox, step, taken: read.taken, reserve, progress: neverBack(kept.progress, read.progress) });
    return undefined;
  };

  /** Something other than a bad connection: what can be done about it; a failure, when nothing can. */
  const face = async ({ sequence, submission: { id } }: Unsent, failure: Failure): Promise<Failure | undefined> => {
    switch (failure.problem?.code) {
      case 'sequence-conflict': {
        const unread = await catchUp();
        const [first] = held.kept.outbox;
        return first?.submission.id === id && first.sequence === sequence ? failure : unread;
      }
      // It is there under another number, or about what is no more.
      case 'key-reused':
      case 'item-not-asked':
      case 'session-finished':
        return catchUp(id);
    }
    if (failure.problem?.code === 'unexpected') {
      const unread = await catchUp();
      // It may have taken effect before the service failed.
      if (unread ?? held.kept.outbox[0]?.submission.id !== id) return unread;
    } else if (failure.kind !== 'refused' || failure.problem?.code === 'session-unknown') return failure;
    refuse(id, failure);
    return undefined;
  };

  /** Fails the service at this submission, again and again, and at nothing else? */
  const isHopeless = (): ((failure: Failure) => Promise<boolean>) => {
    let faults = 0;
    return async ({ problem }) =>
      problem?.code === 'unexpected' && ++faults >= mostFaults && 'said' in (await speech.insist('readSession', {}, 1, own));
  };

  const deliver = async (): Promise<void> => {
    try {
      for (let head = held.kept.outbox[0]; head; head = held.kept.outbox[0]) {
        const asked = { key: head.submission.id, body: requestOf(head) };
        const outcome = await speech.insist('submit', asked, Infinity, own, isHopeless());
        if ('said' in outcome) take(head, outcome.said);
        else {
          const failure = await face(head, outcome.failure);
          // It stays on the device: with another token it may still go.
          if (failure) return [...waiters.keys()].forEach((id) => fail(id, errorOf(failure)));
        }
        answerWaiters();
      }
      if (!moved) return;
      moved = false;
      held.tell('moved');
    } finally {
      delivering = false;
    }
  };

  return {
    start() {
      if (delivering) return;
      delivering = true;
      void deliver();
    },

    receipt(submission) {
      const receipt = new Promise<Receipt>((resolve, reject) => waiters.set(submission, { resolve, reject }));
      // Whoever asked may have given up, or gone on with the reserve.
      receipt.catch(() => undefined);
      answerWaiters();
      return receipt;
    },

    settle(read) {
      const { kept } = held;
      if (read.taken < kept.taken && (kept.step || kept.outbox.length)) return held.change({ token: read.token });
      const outbox = after(kept.outbox, read.lastSubmission);
      const expected = kept.taken + kept.outbox.length - outbox.length;
      const asExpected = read.taken === expected;
      const step = (asExpected ? kept.step : null) ?? (outbox.length ? null : read.step);
      held.change({
        token: read.token,
        outbox,
        step,
        taken: read.taken,
        reserve: withReserve({ reserve: asExpected ? kept.reserve : [], outbox }, read.reserve, step),
        progress: neverBack(kept.progress, read.progress),
      });
      // One before the last that counts was refused, and its page gone before the learner could be told.
      if (read.taken < expected) held.tell('refused');
      answerWaiters();
    },
  };
}
