import { parentPort, workerData } from 'node:worker_threads';
import { simulatePart, type Job } from './part.js';

const { job, part, parts } = workerData as { readonly job: Job; readonly part: number; readonly parts: number };
for (const runs of simulatePart(job, part, parts)) parentPort?.postMessage(runs);
