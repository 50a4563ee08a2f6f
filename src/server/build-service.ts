import type { Hono, Context } from 'hono';
import { createDoorkeeper } from './access/doorkeeper.js';
import { createLaunchReader } from './access/launch-token.js';
import { createPartnerKeys } from './access/partner-keys.js';
import { createSessionTokens } from './access/session-token.js';
import type { Database } from './database/schema.js';
import { migrate } from './database/migrate.js';
import { sharedSecret } from './database/secrets.js';
import { createApp } from './http/app.js';
import type { Limiter } from './limits.js';
import type { Log } from './log.js';
import { createMetrics } from './metrics.js';
import type { OutboundFetch } from './outbound.js';
import type { SettingsRules } from './partner-settings.js';
import { createPartnerBook } from './partners.js';
import { resultHandlers } from './results/handlers.js';
import { createKeyRing } from './results/key-ring.js';
import type { Service, Shelf } from './service.js';
import { serviceHandlers } from './service-handlers.js';
import { sessionHandlers } from './sessions/handlers.js';

export interface ServiceParts extends SettingsRules {
  readonly db: Database;
  readonly shelf: Shelf;
  /** Asked at each use: it may be known only once the service listens. */
  readonly address: () => string;
  readonly adminKey: string | undefined;
  readonly addressOf: (context: Context) => string;
  readonly outbound: OutboundFetch;
  readonly limiter: Limiter;
  readonly now: () => Date;
  /** Of a new session: chooses among equally useful questions. A 32-bit whole number. */
  readonly seed: () => number;
  readonly log: Log;
}

/** Puts a service together over an open database, and brings its tables up to date. */
export async function buildService(parts: ServiceParts): Promise<{ readonly service: Service; readonly app: Hono }> {
  const { db, shelf, outbound, now, seed, log, adminKey, addressOf } = parts;
  await migrate(db);
  const partners = createPartnerBook(db, now);
  const service: Service = {
    db,
    shelf,
    partners,
    keys: createKeyRing(db, now),
    get address() {
      return parts.address();
    },
    now,
    seed,
    log,
    metrics: createMetrics(),
  };
  const tokens = createSessionTokens(await sharedSecret(db, 'session-tokens'), now);
  const launches = createLaunchReader(partners, createPartnerKeys(outbound, now), now);
  const doorkeeper = createDoorkeeper({ partners, launches, tokens, adminKey });
  const handlers = { ...sessionHandlers(service, tokens, parts.limiter), ...serviceHandlers(service, parts), ...resultHandlers(service) };
  return { service, app: createApp({ service, handlers, doorkeeper, limiter: parts.limiter, addressOf }) };
}
