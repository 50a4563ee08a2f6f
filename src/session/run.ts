import { toDiagnosticError, type DiagnosticError, type TaskResponse } from '../model/index.js';
import { createAttempts, type Attempts } from './attempts.js';
import { createMemory, type Aside, type Memory } from './memory.js';
import type { SessionOptions } from './session.js';
import type { SessionState } from './state.js';
import { createStore, type Store } from './store.js';

/** What the parts of a session share. */
export interface Run {
  readonly options: SessionOptions;
  readonly store: Store;
  readonly memory: Memory;
  readonly attempts: Attempts;
  pathway: string;
  /** Id of the open session. */
  id: string;
  /** The backend's own words, given back to it to go on. */
  resume: unknown;
  /** The learner was asked whether they would recommend this, and need not be asked again. */
  surveyed: boolean;
  /** The page has heard that the learner agrees to share: true when it leaves sending to the backend. */
  agreed: boolean | undefined;
  /** Other runs, the last one first. */
  aside: readonly Aside[];
  /** Asked to erase: nothing more is kept of this run. */
  forgotten: boolean;
  /** What events say of where they come from. */
  here(): { session: string; pathway: string };
  /** Tells the page; false when it shows its own message. */
  report(error: DiagnosticError): boolean;
  /** Does what may fail; then `onFailure` is shown with the error. */
  attempt(work: (signal: AbortSignal) => Promise<void>, onFailure: Partial<SessionState>): Promise<void>;
  /** Keeps on the device what is needed to go on, with the answer being given. */
  keep(draft?: TaskResponse): void;
}

export function createRun(options: SessionOptions): Run {
  const { owners, emit } = options;
  const store = createStore();
  const run: Run = {
    options,
    store,
    memory: createMemory(owners.storage, options.storageKey),
    attempts: createAttempts(),
    pathway: options.pathway,
    id: '',
    resume: undefined,
    surveyed: false,
    agreed: undefined,
    aside: [],
    forgotten: false,

    here: () => ({ session: run.id, pathway: run.pathway }),

    report: ({ code, message, recoverable }) => emit('error', { code, message, recoverable }),

    attempt: (work, onFailure) =>
      run.attempts.run(work, (thrown) => {
        const error = toDiagnosticError(thrown);
        store.set({ busy: false, ...onFailure, error, errorTaken: !run.report(error) });
      }),

    keep(draft) {
      const { status, step, revising, reading, sending, kept: before } = store.state;
      // What another tab keeps is its own.
      if ((run.resume === undefined && !run.aside.length) || run.forgotten || status === 'elsewhere') return;
      const item = step?.kind === 'item' && !revising ? step.item.id : undefined;
      const kept = run.memory.write({
        version: 1,
        pathway: run.pathway,
        resume: run.resume,
        ...(!sending.waiting && { savedAt: owners.clock.now() }),
        ...(reading && { reading }),
        ...(run.surveyed && { surveyed: true }),
        ...(run.aside.length && { aside: run.aside }),
        ...(draft && item !== undefined && { draft: { item, response: draft } }),
      });
      if (kept === before) return;
      if (!kept)
        emit('error', {
          code: 'storage-unavailable',
          message: 'The device keeps nothing: a reload begins anew.',
          recoverable: true,
        });
      store.set({ kept });
    },
  };
  return run;
}
