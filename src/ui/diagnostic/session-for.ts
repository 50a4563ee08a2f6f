import { importAgain } from '../../import-again.js';
import { createEmbeddedBackend, type Backend } from '../../backend/index.js';
import { DiagnosticError, type Offer, type Recommendation, type Result, type Text } from '../../model/index.js';
import { createSession, deviceClock, deviceNetwork, deviceStorage, deviceTabs, type Emit, type Session } from '../../session/index.js';
import { ownContent } from './content-url.js';
import { fetchedBackend } from './fetched-backend.js';
import type { Choice } from './settings.js';

/** What the page asked for, checked. */
export interface SessionSettings {
  readonly pathway: string;
  readonly partner: string;
  readonly backend: string;
  readonly backendInstance: Backend | undefined;
  readonly content: string | null;
  readonly preview: string | null;
  readonly storage: Choice<'storage'>;
  readonly resume: Choice<'resume'>;
  readonly sharing: () => Choice<'sharing'>;
}

/** What the page may still change while the session runs. */
interface Host {
  readonly baseURI: string;
  readonly offers: readonly Offer[];
  readonly getToken: (() => Promise<string>) | undefined;
  readonly recommend: ((result: Result) => readonly Recommendation[] | undefined) | undefined;
}

/** How a session is heard. */
interface Voices {
  readonly emit: Emit;
  /** A text as the learner reads it. */
  readonly words: (text: Text) => string;
  readonly report: (error: DiagnosticError) => void;
}

const http = importAgain(() => import('../../backend/http/http-backend.js'));

/** An address: of a site, or from the root or the folder of the page. */
const isAddress = (backend: string): boolean => /^(https?:\/|\.?)\//i.test(backend);

/** A session with the page's settings, on this device. */
export function sessionFor(settings: SessionSettings, host: Host, { emit, words, report }: Voices): Session {
  const { pathway, partner, backend, backendInstance, resume, sharing, storage } = settings;
  return createSession({
    backend: backendInstance ?? (isAddress(backend) ? remoteBackend(settings, host) : ownBackend(settings, host, report)),
    pathway,
    owners: {
      storage: deviceStorage(storage),
      clock: deviceClock,
      network: deviceNetwork,
      tabs: deviceTabs(),
    },
    storageKey: ['pix-diagnostic', partner, pathway, ...(isAddress(backend) ? [backend] : [])].join(':'),
    resume,
    sharing,
    offers: () => host.offers,
    recommend: (result) => host.recommend?.(result),
    words,
    emit,
  });
}

function remoteBackend({ backend, partner }: SessionSettings, host: Host): Backend {
  return fetchedBackend(async () => {
    const { createHttpBackend } = await http();
    const { getToken } = host;
    return createHttpBackend({
      url: new URL(backend, host.baseURI).href,
      ...(partner && { partner }),
      // Whichever the page has set by then.
      ...(getToken && { getToken: () => (host.getToken ?? getToken)() }),
    });
  });
}

function ownBackend({ backend, content, preview }: SessionSettings, { baseURI }: Host, report: (error: DiagnosticError) => void): Backend {
  if (backend !== 'embedded')
    report(
      new DiagnosticError('setting-invalid', `backend="${backend}" is neither "embedded" nor an address: "embedded" is used.`, {
        recoverable: true,
      }),
    );
  return createEmbeddedBackend({ content: content ? new URL(content, baseURI).href : ownContent(), ...(preview !== null && { preview }) });
}
