/** What the client depends on and does not decide, so that a test can hold it in its hands. */
export interface HttpOwners {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timers: Timers;
  readonly network: Network;
  /** From 0 to 1, 1 excluded. */
  readonly random: () => number;
}

export interface Timers {
  /** Calls back once after so many milliseconds; returns what stops it. */
  set(callback: () => void, milliseconds: number): () => void;
}

/** What the device believes of its connection. */
export interface Network {
  online(): boolean;
  /** Calls back at each change; returns what stops it. */
  listen(changed: () => void): () => void;
}

const timers: Timers = {
  set(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

const network: Network = {
  online: () => globalThis.navigator?.onLine !== false,
  listen(changed) {
    const gone = new AbortController();
    // On a server there is neither page nor event.
    for (const name of ['online', 'offline']) globalThis.addEventListener?.(name, changed, { signal: gone.signal });
    return () => gone.abort();
  },
};

/** Those of the device. */
export const deviceOwners: HttpOwners = {
  fetch: (url, init) => globalThis.fetch(url, init),
  timers,
  network,
  random: () => Math.random(),
};
