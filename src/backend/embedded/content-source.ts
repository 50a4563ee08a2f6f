import { parseItem, parsePack } from '../../content/pack.js';
import { DiagnosticError, type Item, type Pack } from '../../model/index.js';

export type Fetch = (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;

/** Reads one compiled pack, file by file; each file is fetched once. */
export interface ContentSource {
  /** What an entry gate needs of the pack, which comes first; the whole of it, when it is one file. */
  front(signal: AbortSignal): Promise<Pack>;
  pack(signal: AbortSignal): Promise<Pack>;
  item(id: string, signal: AbortSignal): Promise<Item>;
  /** Fetches items that will probably be needed; failures are left for when they are. */
  prefetch(ids: readonly string[], signal: AbortSignal): void;
}

/** Tries at most, and the wait before each one in milliseconds: a bad network is the normal case. */
const waits = [0, 400, 1500];
/** A file that has not come after so many milliseconds is asked for again. */
const patience = 20_000;

/** @param url the folder of the pack, or its `pack.json`. */
export function createContentSource(url: string, fetch: Fetch): ContentSource {
  const folder = url.replace(/pack\.json$/, '').replace(/\/*$/, '/');
  const files = new Map<string, { readonly content: Promise<unknown>; readonly asker?: AbortSignal; readonly ahead?: boolean }>();

  const itemPath = (id: string): string => `items/${encodeURIComponent(id)}.json`;
  const read = async <T>(path: string, parse: (json: unknown) => T, signal: AbortSignal, ahead = false): Promise<T> => {
    let file = files.get(path);
    if (!file) {
      file = { content: fetchJson(`${folder}${path}`, fetch, signal).then(parse), asker: signal, ahead };
      files.set(path, file);
    }
    try {
      return (await file.content) as T;
    } catch (thrown) {
      if (files.get(path) === file) files.delete(path);
      // Whoever asked first gave up, or only asked ahead of time; this one needs it now.
      if ((file.asker?.aborted || (file.ahead && !ahead)) && !signal.aborted) return read(path, parse, signal);
      throw thrown;
    }
  };

  const item = (id: string, signal: AbortSignal, ahead?: boolean): Promise<Item> => read(itemPath(id), parseItem, signal, ahead);
  const openFront = (json: unknown): Pack => {
    const front = parsePack(json);
    front.opening?.forEach((opening) => files.set(itemPath(opening.id), { content: Promise.resolve(opening) }));
    return front;
  };
  const front = (signal: AbortSignal): Promise<Pack> => read('pack.json', openFront, signal);
  return {
    front,
    async pack(signal) {
      const first = await front(signal);
      return first.items.length ? first : read('rest.json', (rest) => parsePack(first, rest), signal);
    },
    item: (id, signal) => item(id, signal),
    prefetch: (ids, signal) => ids.forEach((id) => void item(id, signal, true).catch(() => undefined)),
  };
}

async function fetchJson(url: string, fetch: Fetch, signal: AbortSignal): Promise<unknown> {
  let failure: DiagnosticError | undefined;
  for (const wait of waits) {
    signal.throwIfAborted();
    if (wait) await sleep(wait, signal);
    try {
      const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) });
      if (response.ok) return await readJson(response, url);
      failure = unreachable(url, `it answered ${response.status}`, undefined, [404, 410].includes(response.status));
      if (response.status < 500 && response.status !== 429) break;
    } catch (thrown) {
      signal.throwIfAborted();
      if (thrown instanceof DiagnosticError) throw thrown;
      failure = unreachable(url, thrown instanceof Error ? thrown.message : String(thrown), thrown);
    }
  }
  throw failure ?? unreachable(url, 'no try was made', undefined);
}

async function readJson(response: Response, url: string): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DiagnosticError(
      'content-invalid',
      `${url} is not JSON: it begins with ${JSON.stringify(text.slice(0, 40))}. Serve the compiled pack there.`,
      { recoverable: true, cause },
    );
  }
}

const unreachable = (url: string, reason: string, cause: unknown, missing = false): DiagnosticError =>
  new DiagnosticError(
    missing ? 'content-missing' : 'content-unreachable',
    `${url} could not be fetched: ${reason}. Check the "content" address and that the page may connect to it.`,
    { recoverable: true, cause },
  );

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => (clearTimeout(timer), reject(signal.reason as Error));
    const timer = setTimeout(() => (signal.removeEventListener('abort', giveUp), resolve()), milliseconds);
    signal.addEventListener('abort', giveUp, { once: true });
  });
