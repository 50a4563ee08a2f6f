import type { OperationId } from '../contract/index.js';

/** What is known of a request before anything is looked up for it. */
export interface Asking {
  readonly operation: OperationId;
  readonly token: string | undefined;
  /** Network address of who asks. */
  readonly address: string;
}

/** Says whether one more request is welcome. */
export interface Limiter {
  /** Seconds to wait, or 0. */
  wait(asking: Asking): number;
}

interface Rate {
  /** Requests at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** A learner answers every few seconds, a page that was offline sends what it kept; a partner's server reads in pages. */
const withToken: Rate = { burst: 60, perSecond: 20 };
/** A class behind one address begins at the same minute; nobody needs more. */
const opening: Rate = { burst: 60, perSecond: 1 };
const anonymous: Rate = { burst: 120, perSecond: 20 };

/** Callers remembered at most: who has not asked for long is forgotten first, and begins anew with a full bucket. */
const most = 50_000;

interface Bucket {
  left: number;
  at: number;
}

/** Buckets of this process: with several processes, each caller may do so many times as much. */
export function createLimiter(now: () => number = () => performance.now()): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    wait({ operation, token, address }) {
      const rate = token !== undefined ? withToken : operation === 'openSession' ? opening : anonymous;
      const who = token ?? `${rate === opening ? 'opening' : 'anonymous'} ${address}`;
      const at = now();
      const before = buckets.get(who) ?? { left: rate.burst, at };
      const left = Math.min(rate.burst, before.left + ((at - before.at) / 1000) * rate.perSecond);
      buckets.delete(who);
      buckets.set(who, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      return left >= 1 ? 0 : (1 - left) / rate.perSecond;
    },
  };
}
