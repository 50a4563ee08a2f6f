import { DiagnosticError, type Receipt, type SessionSnapshot, type Submission } from '../../model/index.js';
import { createDelivery } from './delivery.js';
import { errorOf } from './failures.js';
import { hold, type Held } from './held.js';
import type { KeptSession } from './kept.js';
import { withUnsent, type Unsent } from './outbox.js';
import type { Timers } from './owners.js';
import type { Asked } from './request.js';
import { furtherBy, nextOfReserve } from './reserve.js';
import type { OpenedSession, Route, Said } from './routes.js';
import { createSpeech, type Speech, type SpeechMeans } from './speech.js';

/** A learner does not wait longer than so many milliseconds where the reserve has a question. */
const patience = 4000;
/** Nor longer than so many, once there is no connection, where the service would say what a gate leads to. */
const gatePatience = 15_000;

/** One session on a service, as a page has it. */
export interface HttpRun {
  readonly held: Held;
  readonly speech: Speech;
  answer(submission: Submission, signal: AbortSignal): Promise<Receipt>;
  /** Goes on from what is kept; null when the service does not let it. */
  goOn(signal: AbortSignal): Promise<SessionSnapshot | null>;
  /** Goes on from what the service says. */
  enter(opened: OpenedSession, resumed: boolean, signal: AbortSignal): Promise<SessionSnapshot>;
  /** @throws {DiagnosticError} when the service says no, or so many tries were lost. */
  ask<R extends Route>(route: R, asked: Asked, tries: number, signal: AbortSignal): Promise<Said<R>>;
}

/** @throws the reason of `signal` as soon as it gives up. */
const unless = <T>(signal: AbortSignal, promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });

/** The question that an answer answers for the first time. */
function placeOf({ step }: KeptSession, submission: Submission): Unsent['place'] {
  if (submission.kind !== 'answer' || submission.revision || step?.kind !== 'item' || step.item.id !== submission.item) return undefined;
  return { number: step.number, phase: step.phase };
}

export function createRun(first: KeptSession, means: SpeechMeans & { readonly timers: Timers }): HttpRun {
  const { timers, waiting } = means;
  const held = hold(first);
  const speech = createSpeech(held, means);
  const delivery = createDelivery(held, speech);

  /** What a promise brings, unless it is given up first. @param wait begins to wait for that; returns what stops it. */
  const unlessGivenUp = async <T>(promise: Promise<T>, wait: (giveUp: () => void) => () => void): Promise<T | undefined> => {
    let stop = (): void => undefined;
    const given = new Promise<undefined>((resolve) => {
      stop = wait(() => resolve(undefined));
    });
    return Promise.race([promise, given]).finally(() => stop());
  };

  /** What a promise brings, unless the connection proves lost or slow first. */
  const soon = async <T>(promise: Promise<T>): Promise<T | undefined> => {
    if (held.offline) return undefined;
    return unlessGivenUp(promise, (giveUp) => {
      const stopTimer = timers.set(giveUp, patience);
      const unwatch = held.whenOffline(giveUp);
      return () => (stopTimer(), unwatch());
    });
  };

  /** What a promise brings, unless there is no connection after a while. */
  const unlessCutOff = <T>(promise: Promise<T>): Promise<T | undefined> =>
    unlessGivenUp(promise, (giveUp) => {
      let unwatch = (): void => undefined;
      const stopTimer = timers.set(() => (unwatch = held.whenOffline(giveUp)), gatePatience);
      return () => (stopTimer(), unwatch());
    });

  /** Shows the next question of the reserve, if the service need not be waited for. */
  const useReserve = (beyondGate = false): boolean => {
    const { kept } = held;
    const step = kept.step ? null : nextOfReserve(kept, beyondGate);
    if (!step) return false;
    const reserve = kept.reserve.filter(({ item }) => item.id !== step.item.id);
    held.change({ step, reserve, progress: furtherBy(step, kept.progress, reserve.length) });
    return true;
  };

  /** Waits for what comes next; undefined when it is of the reserve. */
  const nextFrom = async (receipt: Promise<Receipt>, signal: AbortSignal): Promise<Receipt | undefined> => {
    const soonest = await unless(signal, soon(receipt));
    if (soonest || useReserve()) return soonest;
    if (nextOfReserve(held.kept, true)) {
      const later = await unless(signal, unlessCutOff(receipt));
      if (later || useReserve(true)) return later;
    }
    return unless(signal, receipt);
  };

  const receiptOf = ({ id }: Submission, { step, progress } = held.kept): Receipt | undefined =>
    step ? { submission: id, progress, step, resume: held.kept } : undefined;

  const snapshot = (resumed: boolean): SessionSnapshot | undefined => {
    const { session, pathway, step, progress } = held.kept;
    return step ? { id: session, pathway, step, progress, resumed, resume: held.kept } : undefined;
  };

  /** Where the learner goes on, as soon as that is known. */
  const place = async (resumed: boolean, signal: AbortSignal): Promise<SessionSnapshot> => {
    const last = held.kept.outbox.at(-1);
    if (last) {
      const receipt = delivery.receipt(last.submission.id);
      delivery.start();
      try {
        if (!held.kept.step) await nextFrom(receipt, signal);
      } catch (thrown) {
        if (!(thrown instanceof DiagnosticError) || thrown.code !== 'answer-not-sent') throw thrown;
        // The learner is told once there is a screen to tell it on.
        held.tell('refused');
      }
    }
    const here = snapshot(resumed);
    if (here) return here;
    // What was in the outbox was refused: only the service knows the place.
    delivery.settle(await run.ask('readSession', {}, Infinity, signal));
    return snapshot(resumed)!;
  };

  const run: HttpRun = {
    held,
    speech,

    async answer(submission, signal) {
      const before = held.kept;
      const known = before.outbox.some(({ submission: { id } }) => id === submission.id);
      if (!known) held.change({ outbox: withUnsent(before.outbox, before.taken, submission, placeOf(before, submission)), step: null });
      else if (before.step) return receiptOf(submission)!;
      const receipt = delivery.receipt(submission.id);
      delivery.start();
      waiting.hurry();
      try {
        return (await nextFrom(receipt, signal)) ?? receiptOf(submission)!;
      } catch (thrown) {
        // Refused: the learner is still on this question.
        if (!held.kept.step && !held.kept.outbox.length) held.change({ step: before.step });
        throw thrown;
      }
    },

    async goOn(signal) {
      // It goes on asking when the learner does not wait: so it is known when the connection is back.
      const read = speech.insist('readSession', {}, Infinity, signal);
      read.catch(() => undefined);
      const soonest = await unless(signal, soon(read));
      if (!soonest && (held.kept.step || nextOfReserve(held.kept, true))) return place(true, signal);
      const outcome = soonest ?? (await unless(signal, read));
      return 'said' in outcome ? run.enter(outcome.said, true, signal) : null;
    },

    enter(opened, resumed, signal) {
      delivery.settle(opened);
      return place(resumed, signal);
    },

    async ask(route, asked, tries, signal) {
      const outcome = await speech.insist(route, asked, tries, signal);
      if ('said' in outcome) return outcome.said;
      throw errorOf(outcome.failure);
    },
  };
  return run;
}
