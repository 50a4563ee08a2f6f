import type { Run } from './run.js';

/** Sessions remembered at most. */
const most = 2000;

/** What this process last knew of the sessions that it served: it saves reading, and is right only if nobody else wrote since. */
export interface Memory {
  recall(id: string): Run | undefined;
  /** @returns the same session as it was remembered, if nothing happened since: what was worked out of it still holds. */
  keep(run: Run): Run;
  forget(id: string): void;
}

export function createMemory(): Memory {
  const runs = new Map<string, Run>();
  return {
    recall: (id) => runs.get(id),
    keep(run) {
      const known = runs.get(run.id);
      const same = known && known.taken === run.taken && known.finishedAt?.getTime() === run.finishedAt?.getTime();
      const kept = same ? { ...run, record: known.record } : run;
      // The last one used is the last one forgotten.
      runs.delete(run.id);
      runs.set(run.id, kept);
      if (runs.size > most) runs.delete(runs.keys().next().value!);
      return kept;
    },
    forget: (id) => void runs.delete(id),
  };
}
