import { importAgain } from '../import-again.js';
import type { AfterResult } from './after-result.js';
import { createJourney } from './journey.js';
import { createOpening } from './opening.js';
import type { Aside } from './memory.js';
import { createRun, type Run } from './run.js';
import type { Session, SessionOptions } from './session.js';
import { inWords } from './told.js';

const afterResultCode = importAgain(() => import('./after-result.js'));

/** So many runs wait at most. */
const mostAside = 4;

/** What waits once this run does too, and `left` no more. */
function withThisOne({ store, pathway, resume, surveyed, aside }: Run, left: Aside | undefined): readonly Aside[] {
  const { pathway: about, status } = store.state;
  const here = { pathway, title: about?.title ?? pathway, finished: status === 'result', resume, surveyed };
  return [here, ...aside.filter((other) => other !== left && other.pathway !== pathway)].slice(0, mostAside);
}

/** Creates the store of one learner's run. Nothing happens before `connect` and `load`. */
export function createSession(options: SessionOptions): Session {
  const run = createRun(options);
  const { store, memory, attempt } = run;
  let after: AfterResult | undefined;
  const afterResult = async (): Promise<AfterResult> => (after ??= (await afterResultCode()).createAfterResult(run));
  const { drop, show, again, ...journey } = createJourney(run, afterResult);
  const { turn, ...opening } = createOpening(run, { show, again, drop });

  const session: Session = {
    get state() {
      return store.state;
    },
    get sends() {
      return options.backend.capabilities.sends;
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
      const { id } = recommendation;
      if (!session.tell(recommendation)) return;
      const begun = run.aside.find(({ pathway, finished }) => pathway === id && !finished);
      await turn(begun ?? { pathway: id }, withThisOne(run, begun));
      // Where it was begun, it is there already.
      await journey.start();
    },

    turnTo: (aside) => turn(aside, withThisOne(run, aside)),

    keepIn(storage) {
      memory.move(storage);
      // Before the start there is no session to go on with.
      if (store.state.status !== 'intro') run.keep(store.state.draft);
    },

    forget() {
      memory.erase();
      run.forgotten = true;
    },
  };
  return session;
}
