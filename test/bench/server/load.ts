import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Schemas } from '../../../src/contract/index.js';
import { submissionFor, twoLevels } from '../../server/learner.js';

export interface Load {
  /** Processes of the service; each session spreads its requests over them in turn. */
  readonly addresses: readonly string[];
  /** Sessions under way at any moment. */
  readonly learners: number;
  /** Milliseconds that a learner takes between an answer and the next, on average; they are drawn around it. */
  readonly pause: number;
  readonly seconds: number;
  /** A launch token for the nth session. */
  readonly launch: (n: number) => Promise<string>;
  readonly origin: string;
}

export interface Measured {
  /** Milliseconds of each answer, sorted. */
  readonly answers: readonly number[];
  /** All that were taken, also while warming up. */
  readonly taken: number;
  readonly sessions: number;
  readonly seconds: number;
  readonly failures: readonly string[];
}

interface Asked {
  /** Its network address, as a proxy would tell it: a thousand learners do not share one. */
  readonly from: string;
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: unknown;
}

/** Whole sessions, one after the other for each learner: opened, answered to their end, finished. */
export async function run({ addresses, learners, pause, seconds, launch, origin }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const failures: string[] = [];
  const answers: number[] = [];
  let [sessions, launched, requests, all] = [0, 0, 0, 0];
  const warm = performance.now() + 3000;
  const end = warm + seconds * 1000;

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

  const session = async (n: number): Promise<void> => {
    const from = `198.51.${n >> 8}.${n & 255}`;
    const opened = await ask<Schemas['OpenedSession']>({
      from,
      method: 'POST',
      path: '/v1/sessions',
      token: await launch(launched++),
      body: { pathway: 'diagnostic-initial' },
    });
    let { step, taken } = opened as Pick<Schemas['Receipt'], 'step' | 'taken'>;
    while (step.kind !== 'end' && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
      const began = performance.now();
      const path = `/v1/sessions/${opened.id}/submissions`;
      ({ step, taken } = await ask<Schemas['Receipt']>({
        from,
        method: 'POST',
        path,
        token: opened.token,
        body: submissionFor(step, taken + 1, twoLevels),
      }));
      all++;
      const now = performance.now();
      if (began > warm && now < end) answers.push(now - began);
    }
    if (step.kind === 'end') await ask({ from, method: 'POST', path: `/v1/sessions/${opened.id}/finish`, token: opened.token, body: {} });
    sessions++;
  };
  const learner = async (n: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, (3000 * n) / learners));
    while (performance.now() < end) await session(n).catch((error: unknown) => failures.push(String(error)));
  };
  await Promise.all(Array.from({ length: learners }, (_, n) => learner(n)));
  agent.destroy();
  return { answers: answers.sort((a, b) => a - b), taken: all, sessions, seconds, failures };
}
