import { initialState, type SessionState } from './state.js';

/** The state, and who hears of its changes. */
export interface Store {
  readonly state: SessionState;
  /** Changes some of it, drops other keys, and tells. */
  set(change: Partial<SessionState>, ...drop: (keyof SessionState)[]): void;
  /** Changes it without telling: the screen knows already, or hears soon. */
  replace(state: SessionState): void;
  subscribe(changed: () => void): () => void;
}

export function createStore(): Store {
  const subscribers = new Set<() => void>();
  let state = initialState;
  return {
    get state() {
      return state;
    },
    set(change, ...drop) {
      const next = { ...state };
      drop.forEach((key) => delete next[key]);
      state = { ...next, ...change };
      subscribers.forEach((changed) => changed());
    },
    replace(next) {
      state = next;
    },
    subscribe(changed) {
      subscribers.add(changed);
      return () => void subscribers.delete(changed);
    },
  };
}
