import { createContentSource, type ContentSource, type Fetch } from '../backend/embedded/content-source.js';
import { createConductor, type Conductor } from '../backend/run/conductor.js';
import { createSigner, type Signer } from './attestation.js';
import type { StandInSession } from './session.js';

export interface StandInOptions {
  /** Folder of a compiled pack, or its `pack.json`. */
  readonly content: string;
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
  readonly signer: Signer;
  readonly sessions: Map<string, StandInSession>;
  /** Session ids by token. */
  readonly tokens: Map<string, string>;
  /** What each launch token was used for, by `jti`. */
  readonly launches: Map<string, string | undefined>;
  readonly seed: () => number;
  /** ISO 8601. */
  readonly now: (after?: number) => string;
}

const engine = (): Promise<typeof import('../engine/index.js')> => import('../engine/index.js');

export async function createStandIn({ content, seed, fetch, now = () => Date.now() }: StandInOptions): Promise<StandIn> {
  const source = createContentSource(content, fetch ?? ((url, init) => globalThis.fetch(url, init)));
  const pack = await source.pack(new AbortController().signal);
  return {
    conductor: createConductor({ pack, item: source.item, engine }),
    source,
    signer: createSigner(),
    sessions: new Map(),
    tokens: new Map(),
    launches: new Map(),
    seed: () => seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    now: (after = 0) => new Date(now() + after).toISOString(),
  };
}
