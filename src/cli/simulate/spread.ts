import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { simulatePart, type Job } from './part.js';
import type { Run } from './play.js';

/** A thread costs more than it brings for fewer learners. */
const worthwhile = 200;
const mostThreads = 8;

/** As many threads as there are processors, for a job that is worth it. */
export const threadsFor = (learners: number): number => (learners < worthwhile ? 1 : Math.min(availableParallelism(), mostThreads));

/** In the built package the thread's code stands beside the command; from the sources, tsx reads it. */
function startThread(workerData: unknown): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./simulate-worker.js', import.meta.url), { workerData });
  const [tsx, code] = [import.meta.resolve('tsx/esm/api'), new URL('./worker.ts', import.meta.url).href].map((url) => JSON.stringify(url));
  return new Worker(`import(${tsx}).then(({ tsImport }) => tsImport(${code}, ${code}))`, { eval: true, workerData });
}

/**
 * Simulates a job. The runs are the same, in the same order, whatever the number of threads.
 * @param told called with the number of learners done so far.
 */
export async function simulate(job: Job, threads: number, told: (done: number) => void = () => undefined): Promise<readonly Run[]> {
  let done = 0;
  const count = (runs: readonly Run[]): void => told((done += runs.length));
  const here = async (part: number): Promise<Run[]> => {
    const all: Run[] = [];
    for (const runs of simulatePart(job, part, threads)) {
      all.push(...runs);
      count(runs);
      await setImmediate();
    }
    return all;
  };
  const elsewhere = async (part: number): Promise<Run[]> => {
    const all: Run[] = [];
    try {
      const worker = startThread({ job, part, parts: threads });
      worker.on('message', (runs: readonly Run[]) => {
        all.push(...runs);
        count(runs);
      });
      const [status] = (await once(worker, 'exit')) as [number];
      if (status === 0) return all;
      throw new Error(`The thread ended with status ${status}.`);
    } catch {
      // What a thread could not do is done here.
      done -= all.length;
      return here(part);
    }
  };
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, part) => (part > 0 ? elsewhere(part) : Promise.resolve([]))).concat(here(0)),
  );
  const rank = new Map(job.quotas.map(({ persona }, i) => [persona.id, i]));
  return parts.flat().sort((a, b) => rank.get(a.persona)! - rank.get(b.persona)! || a.n - b.n);
}
