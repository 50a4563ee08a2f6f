/** Runs what may fail or be given up. What happens after giving up changes nothing. */
export interface Attempts {
  /** Aborted once given up. */
  readonly signal: AbortSignal;
  run(work: (signal: AbortSignal) => Promise<void>, failed: (thrown: unknown) => void): Promise<void>;
  giveUp(): void;
  /** Allows attempts again, after giving up. */
  renew(): void;
}

export function createAttempts(): Attempts {
  let abort = new AbortController();
  return {
    get signal() {
      return abort.signal;
    },
    async run(work, failed) {
      const { signal } = abort;
      if (signal.aborted) return;
      try {
        await work(signal);
      } catch (thrown) {
        if (!signal.aborted) failed(thrown);
      }
    },
    giveUp: () => abort.abort(),
    renew() {
      abort = new AbortController();
    },
  };
}
