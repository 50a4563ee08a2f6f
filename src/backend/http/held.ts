import type { BackendNews } from '../backend.js';
import type { KeptSession } from './kept.js';

/** What the page knows of one session: each change is told, so that it is kept before anything is done about it. */
export interface Held {
  readonly kept: KeptSession;
  /** The last request did not reach the service, or had no answer. */
  readonly offline: boolean;
  change(next: Partial<KeptSession>): void;
  setOffline(offline: boolean): void;
  /** Calls when the connection is lost, at once where it is. Returns what stops it. */
  whenOffline(lost: () => void): () => void;
  /** Tells, once, what happened to the session. */
  tell(trouble: 'moved' | 'refused'): void;
  /** Returns what stops it. */
  watch(told: (news: BackendNews) => void): () => void;
}

export function hold(first: KeptSession): Held {
  const listeners = new Set<(news: BackendNews) => void>();
  const waiting = new Set<() => void>();
  let kept = first;
  let offline = false;
  /** What happened while nobody watched, as when a page is opened. */
  let untold: 'moved' | 'refused' | undefined;
  const news = (trouble: BackendNews['trouble'] = offline ? 'offline' : undefined): BackendNews => ({
    resume: kept,
    waiting: kept.outbox.length,
    ...(trouble && { trouble }),
  });
  const tell = (trouble?: BackendNews['trouble']): void => listeners.forEach((told) => told(news(trouble)));
  return {
    get kept() {
      return kept;
    },
    get offline() {
      return offline;
    },
    change(next) {
      kept = { ...kept, ...next };
      tell();
    },
    setOffline(now) {
      if (offline === now) return;
      offline = now;
      if (offline) waiting.forEach((lost) => lost());
      tell();
    },
    whenOffline(lost) {
      waiting.add(lost);
      if (offline) lost();
      return () => void waiting.delete(lost);
    },
    tell(trouble) {
      if (!listeners.size && untold !== 'refused') untold = trouble;
      tell(trouble);
    },
    watch(told) {
      listeners.add(told);
      if (untold) told(news(untold));
      untold = undefined;
      if (offline || kept.outbox.length) told(news());
      return () => void listeners.delete(told);
    },
  };
}
