import type { Release, TabsOwner } from './tabs.js';

/** Whether this tab is the one in which a session is: held under each name by which another tab could come to it. */
export interface Tenancy {
  /**
   * False while another tab has that name; `over` takes it from there.
   * @throws the signal's reason when given up meanwhile: then it is not held.
   */
  hold(name: string, signal: AbortSignal, over: boolean): Promise<boolean>;
  /** Gives up every name. */
  release(): void;
}

/** Without `tabs`, no tab knows of another. */
export function createTenancy(tabs: TabsOwner | undefined, lost: () => void): Tenancy {
  const held = new Map<string, Release>();
  const release = (): void => {
    held.forEach((free) => free());
    held.clear();
  };
  return {
    async hold(name, signal, over) {
      if (!tabs || held.has(name)) return true;
      const free = await tabs.take(name, over, () => {
        held.delete(name);
        release();
        lost();
      });
      if (signal.aborted) free?.();
      signal.throwIfAborted();
      if (free) held.set(name, free);
      return free !== null;
    },
    release,
  };
}
