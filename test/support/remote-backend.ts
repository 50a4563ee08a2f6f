import type { Backend, BackendNews } from '../../src/backend/index.js';
import { answerTo, live, smallBackend } from './runs.js';
import { right } from './small-pack.js';

/** A backend as one behind a network: it tells news, signs, sends and asks for a recommendation. */
export interface Remote {
  readonly backend: Backend;
  /** Tells something to whoever watches. */
  tell(news: Partial<BackendNews>): void;
  /** How many watch. */
  readonly watchers: number;
  /** Another device answers the question that this one shows; what the backend then gives to go on. */
  answerElsewhere(item: string): Promise<unknown>;
  readonly surveyed: readonly number[];
}

export function remoteBackend(inner: Backend = smallBackend()): Remote {
  const watching = new Set<(news: BackendNews) => void>();
  const surveyed: number[] = [];
  let session = '';
  let resume: unknown;
  return {
    surveyed,
    get watchers() {
      return watching.size;
    },
    tell(news) {
      watching.forEach((told) => told({ resume, waiting: 0, ...news }));
    },
    async answerElsewhere(item) {
      ({ resume } = await inner.answer(session, answerTo(item, right), live));
      return resume;
    },
    backend: {
      ...inner,
      capabilities: { attests: true, sends: true, surveys: true },
      async open(...args) {
        const snapshot = await inner.open(...args);
        ({ id: session, resume } = snapshot);
        return snapshot;
      },
      async answer(...args) {
        const receipt = await inner.answer(...args);
        ({ resume } = receipt);
        return receipt;
      },
      attest: (id) => Promise.resolve(`signed ${id}`),
      survey: (_, recommend) => {
        surveyed.push(recommend);
        return Promise.resolve();
      },
      watch(_, told) {
        watching.add(told);
        return () => void watching.delete(told);
      },
    },
  };
}
