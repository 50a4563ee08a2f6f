import type { HttpOwners, Network } from '../../src/backend/http/owners.js';
import type { OperationId, ProblemCode } from '../../src/contract/index.js';
import { operationOf, type Service } from './service-rig.js';
import type { VirtualTime } from './virtual-time.js';

/** What becomes of one request. */
export interface Fate {
  /** Milliseconds to the service, and back. */
  readonly there: number;
  readonly back: number;
  /** Lost on the way to the service, or its answer on the way back. */
  readonly lost?: 'there' | 'back';
  /** Something before the service answers instead. */
  readonly instead?: { readonly status: number; readonly code?: ProblemCode; readonly retryAfter?: number };
  /** It reaches the service once more, so many milliseconds later. */
  readonly again?: number;
}

/** A network whose every request has a fate that the test decides. */
export interface Wire {
  /** As one page sees it; a page that crashed hears nothing more. */
  page(): { readonly owners: Omit<HttpOwners, 'random'>; crash(): void };
  readonly network: Network;
  setOnline(online: boolean): void;
  /** Operations that reached the service, in order. */
  readonly reached: OperationId[];
}

function answerInstead({ status, code, retryAfter }: NonNullable<Fate['instead']>): Response {
  const headers = { ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) };
  if (code === undefined) return new Response('<h1>Bad gateway</h1>', { status, headers });
  return new Response(JSON.stringify({ type: `urn:pix-diagnostic:problem:${code}`, title: code, status, code }), { status, headers });
}

export function wire(service: Service, time: VirtualTime, draw: (operation: OperationId, key?: string) => Fate): Wire {
  const listeners = new Set<() => void>();
  const reached: OperationId[] = [];
  let online = true;
  const network: Network = {
    online: () => online,
    listen: (changed) => (listeners.add(changed), () => void listeners.delete(changed)),
  };

  /** Undefined when nobody was there to answer. */
  const reach = async (url: string, { signal: _, ...init }: RequestInit): Promise<Response | undefined> => {
    const request = new Request(url, init);
    reached.push(operationOf(request).id);
    try {
      return await time.work(service(request));
    } catch (thrown) {
      if (thrown instanceof TypeError) return undefined;
      throw thrown;
    }
  };

  return {
    network,
    reached,
    setOnline(now) {
      online = now;
      listeners.forEach((changed) => changed());
    },
    page() {
      let alive = true;
      const heard = new Set<() => void>();
      const fetch: HttpOwners['fetch'] = (url, init) =>
        new Promise((resolve, reject) => {
          const fail = (reason: Error): void => void (alive && reject(reason));
          const lose = (): void => fail(new TypeError('Failed to fetch'));
          init.signal?.addEventListener('abort', () => fail(init.signal?.reason as Error));
          if (!online) return void time.timers.set(lose, 1);
          const key = new Headers(init.headers).get('idempotency-key') ?? undefined;
          const { there, back, lost, instead, again } = draw(operationOf(new Request(url, { method: init.method ?? 'GET' })).id, key);
          const arrive = async (): Promise<void> => {
            if (lost === 'there') return lose();
            if (again !== undefined) time.timers.set(() => void reach(url, init), again);
            const response = instead ? answerInstead(instead) : await reach(url, init);
            time.timers.set(lost === 'back' || !response ? lose : () => void (alive && resolve(response)), back);
          };
          time.timers.set(() => void arrive(), there);
        });
      return {
        owners: {
          fetch,
          timers: { set: (callback, milliseconds) => time.timers.set(() => void (alive && callback()), milliseconds) },
          network: {
            online: network.online,
            listen(changed) {
              const own = (): void => void (alive && changed());
              heard.add(own);
              return network.listen(own);
            },
          },
        },
        crash() {
          alive = false;
          heard.forEach((own) => listeners.delete(own));
        },
      };
    },
  };
}

/** Everything arrives, at once. */
export const fair: Fate = { there: 20, back: 20 };
