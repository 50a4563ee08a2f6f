/** Runs what may fail or be given up. What happens after giving up changes nothing. */
export interface Attempts {
  readonly givenUp: boolean;
  /** Gives up what is on its way. */
  readonly signal: AbortSignal;
  run(work: (signal: AbortSignal) => Promise<void>, failed: (thrown: unknown) => void): Promise<void>;
  giveUp(): void;
  /** Allows attempts again, after giving up. */
  renew(): void;
}

export function createAttempts(): Attempts {
  let abort = new AbortController();
  return {
    get givenUp() {
      return abort.signal.aborted;
    },
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
