import type { BackendNews } from '../backend/index.js';
import type { Reading, SessionSnapshot } from '../model/index.js';
import type { Journey } from './journey.js';
import type { Aside, Kept } from './memory.js';
import { open } from './open.js';
import type { Run } from './run.js';
import type { Session } from './session.js';
import { initialState, type SessionState } from './state.js';
import { createTenancy } from './tenancy.js';

/** Opens the session, and opens it again: after a failure, a reload, another tab or another device. */
export type Opening = Pick<Session, 'connect' | 'disconnect' | 'load' | 'restart' | 'takeOver'> & {
  /** Opens another run of this learner, or begins a pathway; `aside` is what waits then. */
  turn(to: Pick<Aside, 'pathway'> & Partial<Aside>, aside: readonly Aside[]): Promise<void>;
};

export function createOpening(run: Run, { show, again, drop }: Pick<Journey, 'show' | 'again' | 'drop'>): Opening {
  const { options, store, memory, attempts, attempt } = run;
  const { backend, owners, emit } = options;
  const { set } = store;
  let stopListening: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;

  const giveUp = (change: Partial<SessionState> = {}): void => {
    stopWatching?.();
    stopWatching = undefined;
    attempts.giveUp();
    const { busy, sharing, survey } = store.state;
    if (!busy && sharing !== 'sending' && survey !== 'sending' && !change.status) return;
    set({ busy: false, ...(sharing === 'sending' && { sharing: 'no' }), ...(survey === 'sending' && { survey: 'asked' }), ...change });
  };

  const tenancy = createTenancy(owners.tabs, () => giveUp({ status: 'elsewhere' }));
  /** What is kept is in one tab at a time, where tabs share it. */
  const holdKept = async (signal: AbortSignal, over: boolean): Promise<boolean> =>
    owners.storage.ofTab === true || tenancy.hold(options.storageKey, signal, over);

  const hear = ({ resume, waiting, trouble }: BackendNews): void => {
    const { status, resumed, draft } = store.state;
    run.resume = resume;
    store.replace({ ...store.state, sending: { waiting, ...(trouble && { trouble }) }, ...(trouble === 'refused' && { refused: true }) });
    // Before the start there is no session to go on with.
    if (status !== 'intro' || resumed) run.keep(draft);
    set({});
    if (trouble !== 'moved') return;
    giveUp();
    attempts.renew();
    drop();
    void load({ moved: true });
  };

  const watch = (): void => {
    stopWatching?.();
    stopWatching = backend.watch?.(run.id, hear);
  };

  const opened = async (
    { pathway: about, step: first, progress, resumed }: SessionSnapshot,
    signal: AbortSignal,
    draft: Kept['draft'],
    straight: boolean,
  ): Promise<void> => {
    const { fraction } = store.state.progress;
    const common = { pathway: about, progress: { ...progress, fraction: Math.max(fraction, progress.fraction) }, resumed };
    const step = first.kind === 'item' && draft?.item === first.item.id ? { ...first, response: draft.response } : first;
    const ready = { pathway: run.pathway, mode: about.mode, resumed };
    if (!straight) {
      set({ ...common, status: 'intro', step, resumable: resumed });
      emit('ready', ready);
      return;
    }
    emit('ready', ready);
    emit('start', { ...run.here(), resumed });
    await show(step, signal, common);
  };

  /** `over`: takes the session from another tab, as it is kept · `moved`: another device went on. */
  const load = ({ over = false, moved = false } = {}): Promise<void> =>
    attempt(
      async (signal) => {
        set({ status: 'loading', online: owners.network.online(), sending: initialState.sending, moved }, 'error', 'step', 'answers');
        if (!(await holdKept(signal, over))) return set({ status: 'elsewhere' });
        const again = over || run.resume !== undefined;
        const found = memory.read(owners.clock.now());
        const kept = again || options.resume !== 'never' ? found : null;
        // What was kept may be a pathway that was recommended here and started.
        const resume = over ? (kept?.resume ?? run.resume) : (run.resume ?? kept?.resume);
        if (kept?.reading) set({ reading: kept.reading });
        run.surveyed = kept?.surveyed ?? false;
        run.aside = kept?.aside ?? run.aside;
        set({ aside: run.aside });
        const { snapshot, pathway } = await open(backend, kept?.pathway ?? run.pathway, options.pathway, resume, signal);
        signal.throwIfAborted();
        run.pathway = pathway;
        if (resume !== undefined && !snapshot.resumed)
          emit('error', {
            code: 'resume-failed',
            message: 'What was kept is not of this pack, or cannot be read: the session begins anew.',
            recoverable: true,
          });
        ({ id: run.id, resume: run.resume } = snapshot);
        // The service may have given the same session to another tab.
        if (!(await tenancy.hold(run.id, signal, over))) return set({ status: 'elsewhere' });
        watch();
        // What happened meanwhile may have begun another opening.
        signal.throwIfAborted();
        await opened(snapshot, signal, kept?.draft, snapshot.resumed && (again || options.resume === 'auto'));
      },
      { status: 'error' },
    );

  /** Back in the page: another tab may have the session now, or have gone on with it. */
  const comeBack = (): Promise<void> =>
    attempt(async (signal) => {
      if (!(await holdKept(signal, false)) || !(await tenancy.hold(run.id, signal, false))) set({ status: 'elsewhere' });
      else if (memory.changed()) await load({ over: true });
      else watch();
    }, {});

  /** Leaves this run for another one. */
  const leave = async (to: Parameters<Opening['turn']>[0], aside: readonly Aside[], reading?: Reading): Promise<void> => {
    giveUp();
    tenancy.release();
    attempts.renew();
    memory.erase();
    run.pathway = to.pathway;
    run.resume = to.resume;
    run.surveyed = to.surveyed ?? false;
    run.agreed = undefined;
    run.forgotten = false;
    run.aside = aside;
    drop();
    const { online, status } = store.state;
    store.replace({ ...initialState, online, ...(reading && { reading }) });
    run.keep();
    await load({ over: status === 'elsewhere' });
  };

  return {
    connect() {
      if (stopListening) return;
      const update = (): void => {
        const online = owners.network.online();
        const { status, error } = store.state;
        set({ online });
        // A lost connection is nothing that anybody has to see to.
        if (!online) return;
        if (status === 'error' && error?.recoverable) void load();
        else again();
      };
      stopListening = owners.network.listen(update);
      if (store.state.online !== owners.network.online()) update();
      const { status } = store.state;
      if (!attempts.signal.aborted || status === 'elsewhere') return;
      attempts.renew();
      if (status === 'loading') void load();
      else if (status !== 'error') void comeBack();
    },

    disconnect() {
      stopListening?.();
      stopListening = undefined;
      giveUp();
      tenancy.release();
    },

    load: () => load(),

    async takeOver() {
      if (store.state.status !== 'elsewhere') return;
      giveUp();
      attempts.renew();
      drop();
      await load({ over: true });
    },

    restart: () => leave({ pathway: options.pathway }, []),

    async turn(to, aside) {
      await leave(to, aside, store.state.reading);
    },
  };
}
