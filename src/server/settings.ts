import { fileURLToPath } from 'node:url';
import type { DatabaseSettings } from './database/open.js';

export interface ServerSettings {
  /** 0: any free one. */
  readonly port: number;
  /** Address on which to listen. */
  readonly host: string;
  readonly database: DatabaseSettings;
  /** Folders of compiled packs; new sessions get the first one. */
  readonly packs: readonly string[];
  /** File of partners, JSON or YAML. */
  readonly config: string | undefined;
  /** How the world reaches the service: `https://diagnostic.example.org`. Where it listens unless said. */
  readonly address: string | undefined;
  /** The operator's secret; without one, nobody may change partners or read the metrics. */
  readonly adminKey: string | undefined;
  /** A proxy of the operator stands before the service: the last address of `X-Forwarded-For` is the caller's. */
  readonly trustProxy: boolean;
  /** Webhooks and key sets may be at private addresses. */
  readonly allowPrivateAddresses: boolean;
  /** Publishes a new key now, which signs an hour later. */
  readonly rotateKeys: boolean;
}

/** What the command line said. */
export interface ServeFlags {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  readonly config?: string;
  readonly pack?: readonly string[];
  readonly address?: string;
  readonly 'trust-proxy'?: boolean;
  readonly 'allow-private-addresses'?: boolean;
  readonly 'rotate-keys'?: boolean;
}

/** The pack that comes with the package. */
const ownPack = fileURLToPath(new URL('packs/socle-fr', import.meta.url));

/** @throws Error that says which setting is wrong. */
export function settingsFrom(flags: ServeFlags, env: Readonly<Record<string, string | undefined>>): ServerSettings {
  const portText = flags.port ?? env['PORT'] ?? '8080';
  const port = Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`The port is a whole number from 0 to 65535, not "${portText}".`);
  const address = flags.address ?? env['PIX_DIAGNOSTIC_ADDRESS'];
  if (address !== undefined && !(URL.canParse(address) && /^https?:/.test(address)))
    throw new Error(`The address is an https address, not "${address}".`);
  const adminKey = env['PIX_DIAGNOSTIC_ADMIN_KEY'];
  if (adminKey !== undefined && adminKey.length < 16)
    throw new Error('PIX_DIAGNOSTIC_ADMIN_KEY has fewer than 16 characters: draw a longer one, with: openssl rand -hex 32');
  const url = env['DATABASE_URL'];
  return {
    port,
    host: flags.host ?? env['HOST'] ?? '127.0.0.1',
    database: url ? { url } : { folder: flags.data ?? 'pix-diagnostic-data' },
    packs: flags.pack?.length ? flags.pack : [ownPack],
    config: flags.config,
    address: address?.replace(/\/+$/, ''),
    adminKey,
    trustProxy: flags['trust-proxy'] ?? false,
    allowPrivateAddresses: flags['allow-private-addresses'] ?? false,
    rotateKeys: flags['rotate-keys'] ?? false,
  };
}
