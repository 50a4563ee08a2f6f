import type { HttpOwners } from './owners.js';

/** Milliseconds before the second try at most, and between any two tries at most. */
const first = 500;
const longest = 30_000;

/** Waits between tries. */
export interface Waiting {
  /**
   * Ever longer, drawn at random so that a whole class does not come back in one moment; less when the connection is
   * back, never less than the service asked for. Rejects when `signal` gives up.
   * @param tries made so far. @param retryAfter milliseconds.
   */
  pause(tries: number, retryAfter: number | undefined, signal: AbortSignal): Promise<void>;
  /** Those who wait for the connection try now. */
  hurry(): void;
}

export function createWaiting({ timers, network, random }: Pick<HttpOwners, 'timers' | 'network' | 'random'>): Waiting {
  const waiting = new Set<() => void>();
  return {
    hurry: () => waiting.forEach((go) => go()),
    pause: (tries, retryAfter = 0, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const end = (): void => {
          stop();
          unheard();
          waiting.delete(go);
          signal.removeEventListener('abort', giveUp);
        };
        const go = (): void => (end(), resolve());
        const giveUp = (): void => (end(), reject(signal.reason as Error));
        const spread = random() * Math.min(longest, first * 2 ** Math.min(tries, 10));
        const stop = timers.set(go, retryAfter + spread);
        const unheard = retryAfter ? () => undefined : network.listen(() => network.online() && go());
        if (!retryAfter) waiting.add(go);
        signal.addEventListener('abort', giveUp, { once: true });
      }),
  };
}
