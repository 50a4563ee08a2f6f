import { Worker } from 'node:worker_threads';
import type { Outcome } from './outcome.js';
import type { Job } from './play.js';
import type { Player } from './players/kinds.js';

const threads = 2;

/**
 * Plays the jobs on two threads. The outcomes come in the order of the jobs, and are the same however many threads there
 * are, but for the times.
 * @param progress called with the number of jobs done.
 */
export async function playAll(jobs: readonly Job[], players: readonly Player[], progress: (done: number) => void): Promise<Outcome[]> {
  const results = jobs.map((): Outcome[] => []);
  let [next, done] = [0, 0];
  const run = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { players } });
      let current = -1;
      const go = (): void => {
        current = next++;
        if (current < jobs.length) worker.postMessage(jobs[current]);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (outcomes: Outcome[]) => {
        results[current] = outcomes;
        progress(++done);
        go();
      });
      worker.on('error', reject);
      go();
    });
  await Promise.all(Array.from({ length: threads }, run));
  return results.flat();
}
