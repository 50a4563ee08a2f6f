import { createAfterResult } from './after-result.js';
import { createJourney } from './journey.js';
import { createOpening } from './opening.js';
import { createRun } from './run.js';
import type { Session, SessionOptions } from './session.js';

/** Creates the store of one learner's run. Nothing happens before `connect` and `load`. */
export function createSession(options: SessionOptions): Session {
  const run = createRun(options);
  const { store, memory } = run;
  const { drop: unsay, ...afterResult } = createAfterResult(run);
  const { drop, show, ...journey } = createJourney(run, async () => {
    if (options.sharing() === 'auto') await afterResult.share();
  });
  const opening = createOpening(run, show, () => {
    drop();
    unsay();
  });

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    ...opening,
    ...journey,
    ...afterResult,

    read(reading) {
      store.set({ reading });
      // Before the start there is no session to go on with.
      if (store.state.status !== 'intro') run.keep(store.state.draft);
    },

    async follow(recommendation) {
      if (!afterResult.tell(recommendation)) return;
      await opening.restart(recommendation.id);
      await journey.start();
    },

    forget() {
      memory.erase();
      run.forgotten = true;
    },
  };
}
