import type { Conductor } from '../backend/run/conductor.js';
import type { KnownPartner, PartnerSettings } from './access/caller.js';
import type { Database } from './database/schema.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';

/** The compiled packs of the service: the current one, and older ones for the sessions that began with them. */
export interface Shelf {
  /** `id@version` of the pack of new sessions. */
  readonly current: string;
  readonly versions: readonly string[];
  /** @throws {Problem} `unavailable` when the service does not have that pack. */
  conductor(version: string): Conductor;
}

/** Partners: from the configuration file and from the API, kept in the database. */
export interface PartnerBook {
  /** @throws {Problem} `partner-unknown`. */
  find(id: string): Promise<KnownPartner>;
  /** By the issuer of its launch tokens. */
  issuedBy(issuer: string): Promise<KnownPartner | undefined>;
  /** By one of its partner keys. */
  withKey(sha256: string): Promise<KnownPartner | undefined>;
  /** Is it the origin of a page of some partner? */
  knowsOrigin(origin: string): Promise<boolean>;
  /** Those that may use the service. */
  all(): Promise<readonly ListedPartner[]>;
  /** Adds, changes, or lets in again. @throws {Problem} `changed-meanwhile`, `request-invalid` when it has a rival. */
  write(id: string, settings: PartnerSettings, how?: PartnerWrite): Promise<KnownPartner>;
  /** From now on nobody may use the service on its behalf. @throws {Problem} `partner-unknown`. */
  disable(id: string): Promise<void>;
}

export interface ListedPartner extends KnownPartner {
  /** Its settings come from the configuration file. */
  readonly fromFile: boolean;
}

export interface PartnerWrite {
  /** What the revision must be now; whatever unless said. */
  readonly revision?: number | undefined;
  readonly fromFile?: boolean;
}

/** Signs what partners verify, and publishes the keys to do so. */
export interface KeyRing {
  /**
   * A compact JWS (ES256) over JSON.
   * @param type `typ` of the header.
   * @param keySet address of the published keys: the header then carries the key, named by its whole address, as Open Badges wants it.
   */
  sign(payload: Readonly<Record<string, unknown>>, type: string, keySet?: string): Promise<string>;
  /** Publishes a new key now, which signs an hour later; what the one before signed stays valid. */
  rotate(): Promise<void>;
  /** Public JWKs: the one that signs, then the one that will, if there is one, then those that did. */
  published(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** What every part of the service works with. Nothing here remembers a session: any process may serve any request. */
export interface Service {
  readonly db: Database;
  readonly shelf: Shelf;
  readonly partners: PartnerBook;
  readonly keys: KeyRing;
  /** Address under which the world knows the service, without a slash at the end: `https://diagnostic.example.org`. */
  readonly address: string;
  readonly now: () => Date;
  /** Of a new session. */
  readonly seed: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
}
