import { createContentSource, type ContentSource, type Fetch } from '../backend/embedded/content-source.js';
import { createConductor, type Conductor } from '../backend/run/conductor.js';
import type { StandInEvent } from './feed.js';
import type { StandInPartner } from './partners.js';
import type { StandInSession } from './session.js';

export interface StandInOptions {
  /** Folder of a compiled pack, or its `pack.json`. */
  readonly content: string;
  /** The partner of launch tokens and partner keys, unless `writePartner` said whose they are; `demo` unless said. */
  readonly partner?: string;
  /** Chooses among equally useful questions; drawn at random unless given. A 32-bit whole number. */
  readonly seed?: number;
  /** How the content is fetched, instead of the page's own way. */
  readonly fetch?: Fetch;
  /** Milliseconds since 1970; the device's clock unless given. */
  readonly now?: () => number;
}

/** What the stand-in of a service remembers. */
export interface StandIn {
  readonly conductor: Conductor;
  readonly source: ContentSource;
  /** Of the service, without a slash at the end. */
  readonly address: string;
  /** Who launch tokens and partner keys are from when nothing says otherwise. */
  readonly partner: string;
  readonly partners: Map<string, StandInPartner>;
  readonly sessions: Map<string, StandInSession>;
  /** Session ids by token. */
  readonly tokens: Map<string, string>;
  /** Oldest first. */
  events: readonly StandInEvent[];
  /** Events that there ever were. */
  happened: number;
  /** What each launch token was used for, by partner and `jti`. */
  readonly launches: Map<string, string | undefined>;
  readonly seed: () => number;
  /** ISO 8601. */
  readonly now: (after?: number) => string;
}

const engine = (): Promise<typeof import('../engine/index.js')> => import('../engine/index.js');

/** @param address of the service. */
export async function createStandIn(address: string, options: StandInOptions): Promise<StandIn> {
  const { content, seed, fetch, partner = 'demo', now = () => Date.now() } = options;
  const source = createContentSource(content, fetch ?? ((url, init) => globalThis.fetch(url, init)));
  const pack = await source.pack(new AbortController().signal);
  return {
    conductor: createConductor({ pack, item: source.item, engine }),
    source,
    address,
    partner,
    partners: new Map(),
    events: [],
    happened: 0,
    sessions: new Map(),
    tokens: new Map(),
    launches: new Map(),
    seed: () => seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    now: (after = 0) => new Date(now() + after).toISOString(),
  };
}
