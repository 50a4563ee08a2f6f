import { createHash, randomInt, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Hono } from 'hono';
import { contract, type Schemas } from '../../src/contract/index.js';
import type { PartnerSettings } from '../../src/server/access/caller.js';
import { buildService, type ServiceParts } from '../../src/server/build-service.js';
import type { Database } from '../../src/server/database/schema.js';
import { createLimiter } from '../../src/server/limits.js';
import { silent } from '../../src/server/log.js';
import type { Service } from '../../src/server/service.js';
import { createShelf } from '../../src/server/shelf.js';
import { faultsOfResponse } from '../support/answers.js';
import { compileServerPack, type ServerPack } from '../support/server-pack.js';

export const pack: ServerPack = await compileServerPack();
const shelf = await createShelf([pack.folder]);
const signing = await generateKeyPair('ES256', { extractable: true });
const foreign = await generateKeyPair('ES256', { extractable: true });

export const adminKey = 'a secret of the operator, long enough';
export const partnerKey = 'pdk_mission';
export const otherPartnerKey = 'pdk_other';
/** The pages of the partners. */
export const [page, openPage] = ['https://mission.example', 'https://library.example'];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pathways = ['diagnostic-initial', 'abc-diag', 'th-mail', 'uc-securite'];
const launch = {
  issuer: 'https://mission.example/',
  keys: { keys: [{ ...(await exportJWK(signing.publicKey)), kid: 'one' } as { kty: string }] },
};

export const settings: Readonly<Record<'mission' | 'library' | 'other', PartnerSettings>> = {
  mission: { name: 'Mission Locale', origins: [page], launch, pathways, partnerKeys: [sha256(partnerKey)] },
  library: { name: 'Médiathèque', origins: [openPage], launch: 'open', pathways },
  other: { name: 'Une autre', origins: [page], launch: 'open', pathways, partnerKeys: [sha256(otherPartnerKey)] },
};

export interface Asked {
  readonly token?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** One process of the service, and what came out of it. */
export interface House {
  readonly app: Hono;
  readonly service: Service;
  /** Every JSON answer so far. */
  readonly told: unknown[];
  /** Asks as a page does; each answer is held against the contract. */
  ask<T = Schemas['Problem']>(method: string, path: string, asked?: Asked): Promise<Answered<T>>;
  /** Some time passes. */
  later(seconds: number): void;
}

/** A process of the service over a database, which several may share, with the partners of these tests. */
export async function openHouse(db: Database, more: Partial<ServiceParts> = {}): Promise<House> {
  const house = await buildHouse(db, more);
  for (const [id, own] of Object.entries(settings)) await house.service.partners.write(id, own);
  return house;
}

/** A process of the service over a database as it is. */
export async function buildHouse(db: Database, more: Partial<ServiceParts> = {}): Promise<House> {
  let ahead = 0;
  const { app, service } = await buildService({
    db,
    shelf,
    address: () => 'https://diagnostic.example',
    adminKey,
    allowPrivateAddresses: false,
    addressOf: () => '192.0.2.1',
    outbound: () => Promise.reject(new Error('nobody is there')),
    limiter: createLimiter(),
    now: () => new Date(Date.now() + ahead),
    seed: () => randomInt(2 ** 32),
    log: silent,
    ...more,
  });
  const told: unknown[] = [];
  return {
    app,
    service,
    told,
    async ask<T>(method: string, path: string, { token, body, key, origin = page, headers = {} }: Asked = {}) {
      const response = await app.request(path, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(origin !== null && { origin }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      await checkAnswer(method, path, response);
      const text = await response.text();
      const json = (text ? JSON.parse(text) : undefined) as T;
      told.push(json);
      return { status: response.status, body: json, headers: response.headers };
    },
    later: (seconds) => void (ahead += seconds * 1000),
  };
}

async function checkAnswer(method: string, path: string, response: Response): Promise<void> {
  const [plain = ''] = path.split('?');
  const operation = contract.find(
    (candidate) => candidate.method.toUpperCase() === method && new RegExp(`^${candidate.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain),
  );
  const faults = operation ? await faultsOfResponse(operation.id, response) : [];
  if (faults.length) throw new Error(`not what the contract says: ${faults.join(', ')}: ${(await response.text()).slice(0, 500)}`);
}

export interface LaunchWish {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signed by somebody else. */
  readonly forged?: boolean;
  /** Seconds. */
  readonly issuedAt?: number;
  readonly life?: number;
}

/** A launch token, as a partner's server signs it. */
export async function launchToken({
  claims = {},
  forged = false,
  issuedAt = Date.now() / 1000,
  life = 240,
}: LaunchWish = {}): Promise<string> {
  const at = Math.floor(issuedAt);
  return new SignJWT({ iss: launch.issuer, aud: 'pix-diagnostic', origin: page, sub: 'a-learner', jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuedAt(at)
    .setExpirationTime(at + life)
    .sign((forged ? foreign : signing).privateKey);
}
