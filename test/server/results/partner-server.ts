import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutboundFetch } from '../../../src/server/outbound.js';

export interface Received {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** A partner's web server that hears webhooks. */
export interface PartnerServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** What it answers from now on. */
  answer(status: number): void;
  close(): Promise<void>;
}

export async function openPartnerServer(): Promise<PartnerServer> {
  const received: Received[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (next) => void (status = next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Over the loopback, without the guard against inner addresses. */
export const send: OutboundFetch = async (url, init) => {
  const signal = AbortSignal.timeout(init.timeoutMs ?? 10_000);
  const { status, headers } = await fetch(url, { ...init, redirect: 'manual', signal });
  return { status, headers, body: '' };
};
