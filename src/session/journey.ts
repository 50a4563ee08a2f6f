import type { Receipt, Step, TaskResponse } from '../model/index.js';
import { createActiveTime } from './active-time.js';
import type { AfterResult } from './after-result.js';
import type { Run } from './run.js';
import { createSender, same } from './sender.js';
import type { Session } from './session.js';
import type { SessionState, Status } from './state.js';
import { resultDetail, withSteps } from './told.js';

const statusOf = (step: Step): Status => (step.kind === 'item' ? 'question' : step.kind === 'end' ? 'result' : 'checkpoint');

type Steps = 'start' | 'draft' | 'submit' | 'retry' | 'proceed' | 'reopen' | 'leaveReopened' | 'pause' | 'resume';

/** From one step to the next, up to the result. */
export interface Journey extends Pick<Session, Steps> {
  /** Shows a step, with other changes of the state. */
  show(step: Step, signal: AbortSignal, extra?: Partial<SessionState>): Promise<void>;
  /** Sends what could not be sent, as long as it is what the learner wants. */
  again(): void;
  /** Forgets what was on its way. */
  drop(): void;
}

/** `afterResult` brings what the learner may do once there is a result. */
export function createJourney(run: Run, afterResult: () => Promise<AfterResult>): Journey {
  const { options, store, attempt, keep, here } = run;
  const { backend, owners, emit } = options;
  const { set } = store;
  const sender = createSender(run);
  const time = createActiveTime(owners.clock);
  /** In learning mode: what comes after the feedback. */
  let afterFeedback: Receipt | undefined;
  let beforePause: Status = 'intro';
  /** What the page last heard of the progress. */
  let told = { answered: 0, fraction: 0 };

  /** A break taken while an answer was on its way goes on; what came meanwhile is there after it. */
  const unlessPaused = (status: Status): Status => {
    if (store.state.status !== 'paused') return status;
    beforePause = status;
    return 'paused';
  };

  const show: Journey['show'] = async (step, signal, extra = {}) => {
    if (step.kind === 'end') return finish(signal, extra);
    const answers = step.kind === 'checkpoint' && step.checkpoint === 'review' ? await backend.answers(run.id, signal) : undefined;
    signal.throwIfAborted();
    time.begin();
    const draft = step.kind === 'item' ? step.response : undefined;
    set(
      {
        status: unlessPaused(statusOf(step)),
        step,
        busy: false,
        revising: false,
        ...(answers && { answers }),
        ...(draft && { draft }),
        ...extra,
      },
      'draft',
      'feedback',
      'error',
    );
    if (step.kind !== 'item') return;
    const { item, number, phase } = step;
    emit('question', { ...here(), item: item.id, type: item.task.type, number, phase });
  };

  const finish = async (signal: AbortSignal, extra: Partial<SessionState>): Promise<void> => {
    // What is only needed after the result comes with it; the result does not fail with it.
    const [outcome] = await Promise.all([backend.finish(run.id, options.offers(), signal), afterResult().catch(() => undefined)]);
    signal.throwIfAborted();
    run.resume = outcome.resume;
    const result = withSteps(outcome.result, options.recommend(outcome.result));
    const shared = result.state === 'shared';
    keep();
    set(
      {
        ...extra,
        status: unlessPaused('result'),
        result,
        busy: false,
        sharing: shared ? 'shared' : 'no',
        survey: backend.capabilities.surveys && !run.surveyed ? 'asked' : 'no',
        progress: { ...store.state.progress, fraction: 1, minutesLeft: 0 },
      },
      'draft',
      'feedback',
      'error',
      'step',
    );
    emit('result', resultDetail(result, options.words));
    if (options.sharing() === 'auto' && !shared) await (await afterResult()).share();
  };

  const tellProgress = (): void => {
    const { answered, fraction, minutesLeft } = store.state.progress;
    if (told.answered === answered && told.fraction === fraction) return;
    told = { answered, fraction };
    emit('progress', { ...here(), answered, fraction, minutesLeft });
  };

  const moveOn = ({ step }: Receipt): Promise<void> =>
    // The answer has been taken: if what comes next cannot be had, trying again opens the session at that place.
    attempt(
      async (signal) => {
        set({ busy: true });
        tellProgress();
        await show(step, signal);
      },
      { status: 'error' },
    );

  const journey: Journey = {
    show,

    again() {
      const { pending } = sender;
      const { error, draft } = store.state;
      if (!pending || !error?.recoverable) return;
      if (pending.kind === 'continue') void journey.proceed(pending.accept);
      else if (same(draft ?? null, pending.response)) void journey.submit(pending.response);
    },

    drop() {
      sender.drop();
      afterFeedback = undefined;
      told = { answered: 0, fraction: 0 };
    },

    start: () =>
      attempt(
        async (signal) => {
          const { status, step, resumable, busy } = store.state;
          if (status !== 'intro' || !step || busy) return;
          set({ busy: true });
          keep();
          emit('start', { ...here(), resumed: resumable });
          await show(step, signal, { resumable: false });
        },
        { status: 'error' },
      ),

    draft(response: TaskResponse) {
      store.replace({ ...store.state, draft: response });
      keep(response);
      backend.ahead?.(run.id);
    },

    submit: (response) =>
      attempt(async (signal) => {
        const { step, busy, status, revising, feedback } = store.state;
        if (step?.kind !== 'item' || busy || status !== 'question' || feedback) return;
        const { item, number, phase } = step;
        const more = { seconds: time.seconds(), ...(revising && { revision: true as const }) };
        const receipt = await sender.answer(item.id, response, more, signal);
        emit('answer', { ...here(), item: item.id, number, phase, unknown: response === null });
        // The host may have begun anew, or taken the element away.
        signal.throwIfAborted();
        if (!receipt.feedback) return moveOn(receipt);
        afterFeedback = receipt;
        set({ busy: false, feedback: receipt.feedback });
      }, {}),

    retry() {
      if (!store.state.feedback) return;
      afterFeedback = undefined;
      time.begin();
      set({}, 'feedback');
    },

    proceed: (accept = false) =>
      attempt(async (signal) => {
        if (store.state.busy) return;
        if (afterFeedback) {
          const receipt = afterFeedback;
          afterFeedback = undefined;
          return moveOn(receipt);
        }
        const kind = store.state.step?.kind;
        if (kind !== 'checkpoint' && kind !== 'lesson') return;
        await moveOn(await sender.goOn(accept, signal));
      }, {}),

    reopen: (item) =>
      attempt(async (signal) => {
        if (store.state.busy || store.state.step?.kind !== 'checkpoint') return;
        set({ busy: true });
        await show(await backend.reopen(run.id, item, signal), signal, { revising: true });
      }, {}),

    leaveReopened() {
      if (store.state.revising)
        set({ status: 'checkpoint', revising: false, step: { kind: 'checkpoint', checkpoint: 'review' } }, 'draft', 'error');
    },

    pause() {
      const { status } = store.state;
      if (status !== 'question' && status !== 'checkpoint') return;
      beforePause = status;
      time.pause();
      set({ status: 'paused' });
      emit('pause', here());
    },

    resume() {
      if (store.state.status !== 'paused') return;
      time.goOn();
      set({ status: beforePause });
      emit('resume', here());
    },
  };
  return journey;
}
