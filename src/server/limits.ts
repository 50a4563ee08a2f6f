import { isIP } from 'node:net';

interface Rate {
  /** At once. */
  readonly burst: number;
  readonly perSecond: number;
}

const perHour = 1 / 3600;

/** What is limited, for each of those who do it. A school, an agency or a whole town may ask from one network address. */
const rates = {
  /** Any request, by network address. */
  request: { burst: 1000, perSecond: 100 },
  /** Tokens that were refused, by network address: who guesses waits, a class whose tokens have expired does not. */
  refusal: { burst: 100, perSecond: 1 },
  /** Openings by nobody in particular, by network address: a class begins at the same minute. */
  stranger: { burst: 60, perSecond: 1 },
  /** What a session asks: an answer every few seconds, after an hour offline all that the page kept. */
  session: { burst: 60, perSecond: 20 },
  /** Launches, by learner: each page loaded is one. */
  launch: { burst: 30, perSecond: 0.2 },
  /** Sessions that begin, by learner: what they can see of the bank of items. */
  beginning: { burst: 10, perSecond: perHour / 4 },
  /** Sessions that begin, by partner. */
  beginnings: { burst: 1000, perSecond: 20 },
  /** What a partner's servers and its counsellors ask, together: they read in pages. */
  partner: { burst: 200, perSecond: 50 },
} as const satisfies Readonly<Record<string, Rate>>;

export type Limited = keyof typeof rates;

/** Says whether one more is welcome. */
export interface Limiter {
  /**
   * @param who does it: whatever tells them apart from others.
   * @param taken how many this is; 0 only asks.
   * @returns seconds to wait, or 0.
   */
  wait(what: Limited, who: string, taken?: number): number;
}

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
    wait(what, who, taken = 1) {
      const { burst, perSecond } = rates[what];
      const key = `${what} ${who}`;
      const at = now();
      const before = buckets.get(key) ?? { left: burst, at };
      const left = Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond);
      buckets.delete(key);
      buckets.set(key, { left: left >= 1 ? left - taken : left, at });
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      return left >= 1 ? 0 : (1 - left) / perSecond;
    },
  };
}

/** What tells one network from another: the address, or of IPv6 the half that a household is given. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [, inner] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (inner !== undefined) return inner;
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined): readonly string[] => (part ? part.split(':') : []);
  const zeros = Array.from({ length: 8 - groups(head).length - groups(tail).length }, () => '0');
  const whole = [...groups(head), ...(tail === undefined ? [] : zeros), ...groups(tail)];
  return whole
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
