import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildService } from './build-service.js';
import { openDatabase } from './database/open.js';
import { startDeliveries } from './events/deliveries.js';
import { createLimiter } from './limits.js';
import { logLines, type Log } from './log.js';
import { createOutbound } from './outbound.js';
import { loadPartners } from './partner-settings.js';
import { startRetention } from './retention.js';
import type { ServerSettings } from './settings.js';
import { createShelf } from './shelf.js';

/** Milliseconds that running requests have to end when the server stops. */
const grace = 10_000;

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes no more requests, ends those that run, stops the workers, closes the database. */
  close(): Promise<void>;
}

/**
 * Runs the service in this process.
 * @throws Error when the settings, the packs, the partners or the database cannot be used.
 */
export async function startServer(settings: ServerSettings, log: Log = logLines()): Promise<RunningServer> {
  const shelf = await createShelf(settings.packs);
  const outbound = createOutbound(settings);
  const db = await openDatabase(settings.database);
  try {
    let listening = '';
    const { service, app } = await buildService({
      db,
      shelf,
      outbound,
      address: () => settings.address ?? listening,
      adminKey: settings.adminKey,
      allowPrivateAddresses: settings.allowPrivateAddresses,
      addressOf: settings.trustProxy ? forwardedAddress : remoteAddress,
      limiter: createLimiter(),
      now: () => new Date(),
      seed: () => randomInt(2 ** 32),
      log,
    });
    if (settings.config !== undefined) await loadPartners(settings.config, service.partners, shelf.conductor(shelf.current).pack, settings);
    if (settings.rotateKeys) await service.keys.rotate();
    const server = createAdaptorServer({
      fetch: app.fetch,
      serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
    }) as Server;
    listening = await listen(server, settings);
    const workers = [startDeliveries(service, { outbound }), startRetention(service)];
    log('info', 'listening', { address: listening, packs: shelf.versions.join(' ') });
    return {
      address: listening,
      async close() {
        await stopListening(server);
        await Promise.all(workers.map((worker) => worker.stop()));
        await db.destroy();
        log('info', 'stopped');
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

const remoteAddress = (context: Context): string => getConnInfo(context).remote.address ?? 'unknown';
/** The last one is the one that our proxy saw; those before it are whatever the caller wrote. */
const forwardedAddress = (context: Context): string =>
  context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || remoteAddress(context);

const listen = (server: Server, { host, port }: ServerSettings): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      const { address, family, port: actual } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`);
    });
  });

const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
