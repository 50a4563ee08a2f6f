import {
  toDiagnosticError,
  type DiagnosticError,
  type Receipt,
  type Result,
  type SessionSnapshot,
  type Step,
  type Submission,
  type TaskResponse,
} from '../model/index.js';
import { createAttempts } from './attempts.js';
import { createMemory } from './memory.js';
import { open } from './open.js';
import type { Session, SessionOptions } from './session.js';
import { initialState, type SessionState, type Status } from './state.js';
import { inWords, resultDetail, withSteps } from './told.js';

/** A question left open for longer than this was not being answered all the time, in seconds. */
const longestActive = 600;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const statusOf = (step: Step): Status => (step.kind === 'item' ? 'question' : step.kind === 'end' ? 'result' : 'checkpoint');

/** Creates the store of one learner's run. Nothing happens before `connect` and `load`. */
export function createSession(options: SessionOptions): Session {
  const { backend, owners, emit } = options;
  const memory = createMemory(owners.storage, options.storageKey);
  const subscribers = new Set<() => void>();
  let state: SessionState = initialState;
  let pathway = options.pathway;
  let id = '';
  /** The backend's own words, given back to it to go on. */
  let resumeWith: unknown;
  /** A submission not yet acknowledged: sent again under the same id. */
  let pending: Submission | undefined;
  /** In learning mode: what comes after the feedback. */
  let afterFeedback: Receipt | undefined;
  let beforePause: Status = 'intro';
  let shownAt = 0;
  /** Milliseconds on the question before the pause. */
  let spent = 0;
  const attempts = createAttempts();
  /** What the page last heard of the progress. */
  let told = { answered: 0, fraction: 0 };
  /** Asked to erase: nothing more is kept of this run. */
  let forgotten = false;
  let stopListening: (() => void) | undefined;

  const set = (change: Partial<SessionState>, ...drop: (keyof SessionState)[]): void => {
    const next = { ...state };
    drop.forEach((key) => delete next[key]);
    state = { ...next, ...change };
    subscribers.forEach((changed) => changed());
  };

  const here = (): { session: string; pathway: string } => ({ session: id, pathway });

  const report = ({ code, message, recoverable }: DiagnosticError): boolean => emit('error', { code, message, recoverable });

  const attempt = (work: (signal: AbortSignal) => Promise<void>, onFailure: Partial<SessionState>): Promise<void> =>
    attempts.run(work, (thrown) => {
      const error = toDiagnosticError(thrown);
      set({ busy: false, ...onFailure, error, errorTaken: !report(error) });
    });

  const keep = (draft?: TaskResponse): void => {
    if (resumeWith === undefined || forgotten) return;
    const item = state.step?.kind === 'item' && !state.revising ? state.step.item.id : undefined;
    const kept = memory.write({
      version: 1,
      pathway,
      resume: resumeWith,
      savedAt: owners.clock.now(),
      ...(state.reading && { reading: state.reading }),
      ...(draft && item !== undefined && { draft: { item, response: draft } }),
    });
    if (kept === state.kept) return;
    if (!kept)
      emit('error', {
        code: 'storage-unavailable',
        message: 'The device keeps nothing: the session goes on, but a reload begins anew.',
        recoverable: true,
      });
    set({ kept });
  };

  /** A break taken while an answer was on its way goes on; what came meanwhile is there after it. */
  const unlessPaused = (status: Status): Status => {
    if (state.status !== 'paused') return status;
    beforePause = status;
    return 'paused';
  };

  const show = async (step: Step, signal: AbortSignal, extra: Partial<SessionState> = {}): Promise<void> => {
    if (step.kind === 'end') return finish(signal, extra);
    const answers = step.kind === 'checkpoint' && step.checkpoint === 'review' ? await backend.answers(id, signal) : undefined;
    signal.throwIfAborted();
    shownAt = owners.clock.now();
    spent = 0;
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
    const outcome = await backend.finish(id, options.offers(), signal);
    signal.throwIfAborted();
    resumeWith = outcome.resume;
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
        progress: { ...state.progress, fraction: 1, minutesLeft: 0 },
      },
      'draft',
      'feedback',
      'error',
      'step',
    );
    emit('result', resultDetail(result, options.words));
    if (options.sharing() === 'auto' && !shared) await session.share();
  };

  const send = async (submission: Submission, signal: AbortSignal): Promise<Receipt> => {
    pending = submission;
    set({ busy: true }, 'error');
    const receipt = await backend.answer(id, submission, signal);
    signal.throwIfAborted();
    pending = undefined;
    resumeWith = receipt.resume;
    keep();
    set({ progress: { ...receipt.progress, fraction: Math.max(state.progress.fraction, receipt.progress.fraction) } });
    return receipt;
  };

  const tellProgress = (): void => {
    const { answered, fraction, minutesLeft } = state.progress;
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

  const opened = async (
    { pathway: about, step: first, progress, resumed }: SessionSnapshot,
    signal: AbortSignal,
    draft: { item: string; response: TaskResponse } | undefined,
    straight: boolean,
  ): Promise<void> => {
    const common = { pathway: about, progress: { ...progress, fraction: Math.max(state.progress.fraction, progress.fraction) }, resumed };
    const step = first.kind === 'item' && draft?.item === first.item.id ? { ...first, response: draft.response } : first;
    if (!straight) {
      set({ ...common, status: 'intro', step, resumable: resumed });
      emit('ready', { pathway, mode: about.mode, resumed });
      return;
    }
    emit('ready', { pathway, mode: about.mode, resumed });
    emit('start', { ...here(), resumed });
    await show(step, signal, common);
  };

  const session: Session = {
    get state() {
      return state;
    },

    subscribe(changed) {
      subscribers.add(changed);
      return () => void subscribers.delete(changed);
    },

    connect() {
      if (stopListening) return;
      const update = (): void => set({ online: owners.network.online() });
      stopListening = owners.network.listen(update);
      if (state.online !== owners.network.online()) update();
      if (!attempts.signal.aborted) return;
      attempts.renew();
      if (state.status === 'loading') void session.load();
    },

    disconnect() {
      stopListening?.();
      stopListening = undefined;
      attempts.giveUp();
      if (state.busy || state.sharing === 'sending') set({ busy: false, ...(state.sharing === 'sending' && { sharing: 'no' }) });
    },

    load: () =>
      attempt(
        async (signal) => {
          set({ status: 'loading', online: owners.network.online() }, 'error', 'step', 'answers');
          const again = resumeWith !== undefined;
          const kept = again || options.resume !== 'never' ? memory.read(owners.clock.now()) : null;
          // What was kept may be a pathway that was recommended here and started.
          const resume = resumeWith ?? kept?.resume;
          if (kept?.reading) set({ reading: kept.reading });
          const { snapshot, pathway: found } = await open(backend, kept?.pathway ?? pathway, options.pathway, resume, signal);
          signal.throwIfAborted();
          pathway = found;
          if (resume !== undefined && !snapshot.resumed)
            emit('error', {
              code: 'resume-failed',
              message: 'What the device had kept is not of this pack, or cannot be read: the session begins anew.',
              recoverable: true,
            });
          ({ id, resume: resumeWith } = snapshot);
          await opened(snapshot, signal, kept?.draft, snapshot.resumed && (again || options.resume === 'auto'));
        },
        { status: 'error' },
      ),

    start: () =>
      attempt(
        async (signal) => {
          const { status, step, resumable, busy } = state;
          if (status !== 'intro' || !step || busy) return;
          set({ busy: true });
          keep();
          emit('start', { ...here(), resumed: resumable });
          await show(step, signal, { resumable: false });
        },
        { status: 'error' },
      ),

    draft(response) {
      state = { ...state, draft: response };
      keep(response);
    },

    submit: (response) =>
      attempt(async (signal) => {
        const { step, busy, status, revising, feedback } = state;
        if (step?.kind !== 'item' || busy || status !== 'question' || feedback) return;
        const { item, number, phase } = step;
        const seconds = Math.min(longestActive, (owners.clock.now() - shownAt) / 1000);
        const sent = pending?.kind === 'answer' && pending.item === item.id && same(pending.response, response) ? pending : undefined;
        const receipt = await send(
          sent ?? { kind: 'answer', id: crypto.randomUUID(), item: item.id, response, seconds, ...(revising && { revision: true }) },
          signal,
        );
        emit('answer', { ...here(), item: item.id, number, phase, unknown: response === null });
        // The host may have begun anew, or taken the element away.
        signal.throwIfAborted();
        if (!receipt.feedback) return moveOn(receipt);
        afterFeedback = receipt;
        set({ busy: false, feedback: receipt.feedback });
      }, {}),

    retry() {
      if (!state.feedback) return;
      afterFeedback = undefined;
      shownAt = owners.clock.now();
      set({}, 'feedback');
    },

    proceed: (accept = false) =>
      attempt(async (signal) => {
        if (state.busy) return;
        if (afterFeedback) {
          const receipt = afterFeedback;
          afterFeedback = undefined;
          return moveOn(receipt);
        }
        if (state.step?.kind !== 'checkpoint' && state.step?.kind !== 'lesson') return;
        await moveOn(
          await send(
            pending?.kind === 'continue' && pending.accept === accept ? pending : { kind: 'continue', id: crypto.randomUUID(), accept },
            signal,
          ),
        );
      }, {}),

    reopen: (item) =>
      attempt(async (signal) => {
        if (state.busy || state.step?.kind !== 'checkpoint') return;
        set({ busy: true });
        await show(await backend.reopen(id, item, signal), signal, { revising: true });
      }, {}),

    leaveReopened() {
      if (state.revising)
        set({ status: 'checkpoint', revising: false, step: { kind: 'checkpoint', checkpoint: 'review' } }, 'draft', 'error');
    },

    read(reading) {
      set({ reading });
      // Before the start there is no session to go on with.
      if (state.status !== 'intro') keep(state.draft);
    },

    pause() {
      if (state.status !== 'question' && state.status !== 'checkpoint') return;
      beforePause = state.status;
      spent = owners.clock.now() - shownAt;
      set({ status: 'paused' });
      emit('pause', here());
    },

    resume() {
      if (state.status !== 'paused') return;
      shownAt = owners.clock.now() - spent;
      set({ status: beforePause });
      emit('resume', here());
    },

    async restart(next) {
      attempts.giveUp();
      attempts.renew();
      memory.erase();
      pathway = next ?? options.pathway;
      resumeWith = pending = afterFeedback = undefined;
      forgotten = false;
      told = { answered: 0, fraction: 0 };
      const { online, reading } = state;
      state = { ...initialState, online, ...(next && reading && { reading }) };
      await session.load();
    },

    share: () =>
      attempt(
        async (signal) => {
          const { result, sharing } = state;
          if (!result || sharing === 'sending' || sharing === 'shared') return;
          set({ sharing: 'sending' }, 'error');
          const shared: Result = { ...result, state: 'shared' };
          // Prevented: the host sends the result on by its own way. A second try is not told again.
          const allowed = sharing === 'failed' || emit('share', { result: shared });
          if (allowed || !backend.capabilities.sends) {
            const { resume } = await backend.share(id, signal);
            signal.throwIfAborted();
            resumeWith = resume;
            keep();
          }
          set({ sharing: 'shared', result: shared });
        },
        { sharing: 'failed' },
      ),

    async explain() {
      const { signal } = attempts;
      try {
        const explanation = await backend.explain(id, signal);
        signal.throwIfAborted();
        return { ...explanation, result: state.result ?? explanation.result };
      } catch (thrown) {
        const error = toDiagnosticError(thrown);
        if (!signal.aborted) report(error);
        throw error;
      }
    },

    tell(recommendation) {
      const { result } = state;
      return result !== undefined && emit('pathway', { recommendation: inWords(recommendation, options.words), result });
    },

    async follow(recommendation) {
      if (!session.tell(recommendation)) return;
      await session.restart(recommendation.id);
      await session.start();
    },

    forget() {
      memory.erase();
      forgotten = true;
    },
  };
  return session;
}
