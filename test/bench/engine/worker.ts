import { parentPort, workerData } from 'node:worker_threads';
import { playJob, type Job } from './play.js';
import type { Player } from './players/kinds.js';

const { players } = workerData as { players: readonly Player[] };
parentPort?.on('message', (job: Job) => parentPort?.postMessage(playJob(job, players)));
