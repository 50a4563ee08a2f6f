import { fromBase64, fromJson, utf8 } from './bytes.js';
import { demand, VerifyError } from './error.js';

/** Of a request: those of Fetch, or of Node. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookOptions {
  readonly now?: () => Date;
  /** Seconds by which the time of the message may differ from now; 300 unless said. */
  readonly tolerance?: number;
}

export interface VerifiedWebhook {
  /** The same when a message is sent again: take it once. */
  readonly id: string;
  readonly sentAt: Date;
  /** The message: an event, in the format that the partner chose. */
  readonly message: Readonly<Record<string, unknown>>;
}

/**
 * Verifies a webhook (Standard Webhooks, HMAC-SHA256).
 * @param body as it was received, byte by byte: never parsed and written again.
 * @param secret `whsec_…`.
 * @throws {VerifyError} with a `code`; answer 401 then.
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string,
  { now = () => new Date(), tolerance = 300 }: WebhookOptions = {},
): Promise<VerifiedWebhook> {
  const header = (name: string): string => {
    const value = headers instanceof Headers ? headers.get(name) : headers[name];
    demand(typeof value === 'string', 'headers', `No header ${name}.`);
    return value;
  };
  const id = header('webhook-id');
  const timestamp = header('webhook-timestamp');
  const given = header('webhook-signature');
  demand(/^\d{1,12}$/.test(timestamp), 'headers', 'webhook-timestamp is not a number.');
  demand(Math.abs(now().getTime() / 1000 - Number(timestamp)) <= tolerance, 'time', 'Too old, or from the future.');
  demand(secret.startsWith('whsec_'), 'secret', 'A secret begins with whsec_.');

  const bytes = typeof body === 'string' ? utf8(body) : body;
  const start = utf8(`${id}.${timestamp}.`);
  const signed = new Uint8Array(start.length + bytes.length);
  signed.set(start);
  signed.set(bytes, start.length);
  const key = await crypto.subtle.importKey('raw', fromBase64(secret.slice(6), 'secret'), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  for (const one of given.split(' '))
    if (one.startsWith('v1,') && (await crypto.subtle.verify('HMAC', key, fromBase64(one.slice(3)), signed)))
      return { id, sentAt: new Date(Number(timestamp) * 1000), message: fromJson(bytes) };
  throw new VerifyError('signature', 'No signature is that of the secret.');
}
