import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Schemas } from '../../../src/contract/index.js';
import { submissionFor, twoLevels } from '../../server/learner.js';

export interface Load {
  /** Processes of the service; each session spreads its requests over them in turn. */
  readonly addresses: readonly string[];
  /** Sessions under way at any moment. */
  readonly learners: number;
  /** Answers a second. They come whether the service keeps up or not, as those of people who know nothing of each other do. */
  readonly rate: number;
  readonly seconds: number;
  /** A launch token for the nth session. */
  readonly launch: (n: number) => Promise<string>;
  readonly origin: string;
}

export interface Measured {
  /** Milliseconds from when each answer was due to its receipt, sorted. */
  readonly answers: readonly number[];
  readonly sessions: number;
  readonly failures: readonly string[];
}

interface Asked {
  /** Network address of the learner, as a proxy would tell it. */
  readonly from: string;
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: unknown;
}

/** A session whose learner has a question before them. */
interface Open {
  readonly from: string;
  readonly id: string;
  readonly token: string;
  readonly step: Schemas['Step'];
  readonly taken: number;
}

/** Seconds of answers before those that are measured. */
const warming = 5;
/** Sessions that are opened at once at the beginning. */
const doors = 4;

/**
 * Whole sessions: opened, answered to their end, finished, and another one begun in their place.
 * @param measuring called when the answers that count begin.
 */
export async function run(
  { addresses, learners, rate, seconds, launch, origin }: Load,
  measuring: () => Promise<void> = () => Promise.resolve(),
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const failures: string[] = [];
  const answers: number[] = [];
  let [sessions, launched, requests] = [0, 0, 0];

  const ask = <T>({ from, method, path, token, body }: Asked): Promise<T> =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const address = addresses[requests++ % addresses.length]!;
      const headers = {
        authorization: `Bearer ${token}`,
        origin,
        'x-forwarded-for': from,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        'idempotency-key': randomUUID(),
      };
      request(`${address}${path}`, { method, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answered = Buffer.concat(chunks).toString();
          if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(answered) as T);
          else reject(new Error(`${response.statusCode}: ${answered}`));
        });
      })
        .on('error', reject)
        .end(text);
    });

  const running = new Set<Promise<void>>();
  const begun = (work: Promise<void>): void => {
    const settled = work.catch((error: unknown) => void failures.push(String(error))).finally(() => running.delete(settled));
    running.add(settled);
  };

  const waiting: Open[] = [];
  /** Answers that are due while every learner waits for the service: when they were. */
  const owed: number[] = [];
  const ready = (session: Open): void => {
    const due = owed.shift();
    if (due === undefined) waiting.push(session);
    else begun(answer(session, due));
  };
  const begin = async (): Promise<void> => {
    const n = launched++;
    const token = await launch(n);
    const from = `198.51.${(n >> 8) & 255}.${n & 255}`;
    const opened = await ask<Schemas['OpenedSession']>({
      from,
      method: 'POST',
      path: '/v1/sessions',
      token,
      body: { pathway: 'diagnostic-initial' },
    });
    ready({ ...opened, from });
  };

  let measured = Infinity;
  const answer = async ({ from, id, token, step, taken }: Open, due: number): Promise<void> => {
    try {
      const path = `/v1/sessions/${id}/submissions`;
      const receipt = await ask<Schemas['Receipt']>({ from, method: 'POST', path, token, body: submissionFor(step, taken + 1, twoLevels) });
      if (due >= measured) answers.push(performance.now() - due);
      if (receipt.step.kind !== 'end') return ready({ from, id, token, ...receipt });
      await ask({ from, method: 'POST', path: `/v1/sessions/${id}/finish`, token, body: {} });
      sessions++;
    } catch (error) {
      failures.push(String(error));
    }
    await begin();
  };

  let left = learners;
  const door = async (): Promise<void> => {
    while (left-- > 0) await begin();
  };
  await Promise.all(Array.from({ length: doors }, door));

  // The time between two answers of many people is exponential.
  let due = performance.now();
  const warm = due + warming * 1000;
  const end = warm + seconds * 1000;
  for (;;) {
    due += (-Math.log(1 - Math.random()) * 1000) / rate;
    if (measured === Infinity && due >= warm) {
      measured = due;
      await measuring();
    }
    if (due >= end) break;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    // Anybody's turn: so sessions are at different places in their course.
    const [next] = waiting.splice(Math.floor(Math.random() * waiting.length), 1);
    if (next) begun(answer(next, due));
    else owed.push(due);
  }
  while (running.size) await Promise.all(running);
  agent.destroy();
  return { answers: answers.sort((a, b) => a - b), sessions, failures };
}
