import { importAgain } from '../import-again.js';
import type { AfterResult } from './after-result.js';
import { createJourney } from './journey.js';
import { createOpening } from './opening.js';
import { createRun } from './run.js';
import type { Session, SessionOptions } from './session.js';
import { inWords } from './told.js';

const afterResultCode = importAgain(() => import('./after-result.js'));

/** Creates the store of one learner's run. Nothing happens before `connect` and `load`. */
export function createSession(options: SessionOptions): Session {
  const run = createRun(options);
  const { store, memory, attempt } = run;
  let after: AfterResult | undefined;
  const afterResult = async (): Promise<AfterResult> => (after ??= (await afterResultCode()).createAfterResult(run));
  const { drop, show, ...journey } = createJourney(run, afterResult);
  const opening = createOpening(run, show, drop);

  const session: Session = {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    ...opening,
    ...journey,

    share: () => attempt(async () => (await afterResult()).share(), { sharing: 'failed' }),

    survey: (recommend) => attempt(async () => (await afterResult()).survey(recommend), { survey: 'failed' }),

    async explain() {
      const { signal } = run.attempts;
      return (await afterResult()).explain(signal);
    },

    read(reading) {
      store.set({ reading });
      // Before the start there is no session to go on with.
      if (store.state.status !== 'intro') run.keep(store.state.draft);
    },

    tell(recommendation) {
      const { result } = store.state;
      return result !== undefined && options.emit('pathway', { recommendation: inWords(recommendation, options.words), result });
    },

    async follow(recommendation) {
      if (!session.tell(recommendation)) return;
      await opening.restart(recommendation.id);
      await journey.start();
    },

    forget() {
      memory.erase();
      run.forgotten = true;
    },
  };
  return session;
}
