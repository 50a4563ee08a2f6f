import type { Release, TabsOwner } from './tabs.js';

/** Whether this tab is the one in which a kept session is. */
export interface Tenancy {
  /**
   * False while another tab has it; `over` takes it from there.
   * @throws the signal's reason when given up meanwhile: then it is not held.
   */
  hold(signal: AbortSignal, over: boolean): Promise<boolean>;
  release(): void;
}

/** Without `tabs`, every tab has its own session. */
export function createTenancy(tabs: TabsOwner | undefined, name: string, lost: () => void): Tenancy {
  let held: Release | undefined;
  return {
    async hold(signal, over) {
      if (!tabs || held) return true;
      const release = await tabs.take(name, over, () => {
        held = undefined;
        lost();
      });
      if (signal.aborted) release?.();
      signal.throwIfAborted();
      held = release ?? undefined;
      return release !== null;
    },
    release() {
      held?.();
      held = undefined;
    },
  };
}
