import { lookup } from 'node:dns/promises';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';

export interface OutboundInit {
  /** GET unless said. */
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** For the whole exchange; 10,000 unless said. */
  readonly timeoutMs?: number;
  /** Of the answer's body; 65,536 unless said. */
  readonly maxBytes?: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Asks an address that a partner gave. It follows no redirection: 3xx is an answer like another.
 * @throws Error when the address is refused, cannot be reached, is too slow or says too much.
 */
export type OutboundFetch = (url: string, init: OutboundInit) => Promise<OutboundAnswer>;

const inner = new BlockList();
// This host, private and shared networks, links, documentation, multicast and reserved ranges.
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Some of these carry an IPv4 address: a way around the ranges above. (::ffff:0:0/96 is held against those.)
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]) {
  const [network = '', bits] = range.split('/');
  inner.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4');
}

/** Is it an address of the open Internet? */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && !inner.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

interface Place {
  readonly address: string;
  readonly family: number;
}

/** @param settings `allowPrivateAddresses`: for partners within the operator's own network. */
export function createOutbound({ allowPrivateAddresses }: { readonly allowPrivateAddresses: boolean }): OutboundFetch {
  const placeOf = async (hostname: string): Promise<Place> => {
    const bare = hostname.replace(/^\[|\]$/g, '');
    const family = isIP(bare);
    const places: readonly Place[] = family ? [{ address: bare, family }] : await lookup(bare, { all: true });
    const [first] = places;
    if (!first) throw new Error(`${hostname} has no address.`);
    // All of them: a name that has a public address beside an inner one is a trap.
    if (!allowPrivateAddresses && !places.every(({ address }) => isPublicAddress(address)))
      throw new Error(`${hostname} is not an address of the open Internet. The operator may allow it: --allow-private-addresses.`);
    return first;
  };

  return async (url, { method = 'GET', headers = {}, body, timeoutMs = 10_000, maxBytes = 65_536 }) => {
    const target = new URL(url);
    if (target.protocol !== 'https:' && target.protocol !== 'http:')
      throw new Error(`${target.protocol} cannot be asked: give an https address.`);
    if (target.protocol === 'http:' && !allowPrivateAddresses) throw new Error(`${url} is not encrypted: give an https address.`);
    if (target.username || target.password) throw new Error('An address with a password in it is not asked.');
    const signal = AbortSignal.timeout(timeoutMs);
    const late = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error(`${target.host} did not answer within ${timeoutMs} ms.`))),
    );
    const exchange = async (): Promise<OutboundAnswer> => {
      const place = await placeOf(target.hostname);
      const answer = await ask(target, place, { method, headers, body, signal });
      const answered = new Headers();
      for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) answered.set(name, String(value));
      return { status: answer.statusCode ?? 0, headers: answered, body: await textOf(answer, maxBytes, target.host) };
    };
    return Promise.race([exchange(), late]);
  };
}

interface Asked {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

/** Asks the very place that was checked, whatever the name says the next time it is looked up. */
const ask = (target: URL, place: Place, { method, headers, body, signal }: Asked): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = target.protocol === 'https:' ? secureRequest : plainRequest;
    const sent = {
      ...headers,
      'accept-encoding': 'identity',
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    };
    request(
      target,
      {
        method,
        headers: sent,
        signal,
        agent: false,
        lookup: (_, options, found) => (options.all ? found(null, [place]) : found(null, place.address, place.family)),
      },
      resolve,
    )
      .on('error', reject)
      .end(body);
  });

async function textOf(answer: IncomingMessage, maxBytes: number, host: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`${host} answered with more than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
