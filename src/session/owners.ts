import type { TabsOwner } from './tabs.js';

/**
 * What a session depends on and does not decide: each owner is described by get, set and listen, so that any fault
 * can be had by swapping one. The screen never touches them.
 */
export interface Owners {
  readonly storage: StorageOwner;
  readonly clock: ClockOwner;
  readonly network: NetworkOwner;
  /** A session is in one tab at a time, where there is something to tell tabs apart. */
  readonly tabs?: TabsOwner | undefined;
}

/** A few strings kept on the device. Every call may throw: refused, full, private mode. */
export interface StorageOwner {
  /** No other tab sees what is kept. */
  readonly ofTab?: boolean;
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

export interface ClockOwner {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface NetworkOwner {
  online(): boolean;
  /** Calls back at each change; returns what stops it. */
  listen(changed: () => void): () => void;
}

export type StorageKind = 'session' | 'local' | 'none';

/** Nothing outlives the page. */
export function memoryStorage(): StorageOwner {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

/** The browser's storage, looked up at each call: reading `localStorage` itself throws where storage is refused. */
const webStorage = (area: () => Storage, ofTab: boolean): StorageOwner => ({
  ofTab,
  get: (key) => area().getItem(key),
  set: (key, value) => area().setItem(key, value),
  remove: (key) => area().removeItem(key),
});

export function deviceStorage(kind: StorageKind): StorageOwner {
  if (kind === 'none') return { ...memoryStorage(), ofTab: true };
  return kind === 'local' ? webStorage(() => localStorage, false) : webStorage(() => sessionStorage, true);
}

export const deviceClock: ClockOwner = { now: () => Date.now() };

export const deviceNetwork: NetworkOwner = {
  online: () => globalThis.navigator?.onLine !== false,
  listen(changed) {
    globalThis.addEventListener('online', changed);
    globalThis.addEventListener('offline', changed);
    return () => {
      globalThis.removeEventListener('online', changed);
      globalThis.removeEventListener('offline', changed);
    };
  },
};
