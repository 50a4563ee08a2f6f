import { createHmac } from 'node:crypto';
import type { Schemas } from '../../contract/index.js';
import { franceTravailPayload } from '../../reports/france-travail.js';
import type { KnownPartner } from '../access/caller.js';
import { eventOf, type EventRow } from '../results/feed.js';
import type { SessionRow } from '../results/session-row.js';
import type { Service } from '../service.js';

const stages = { 'session.started': 2, 'session.finished': 3, 'session.shared': 4 } as const;

/** What a partner is told of an event, in the format that it chose, as JSON. */
export function bodyOf({ shelf }: Service, partner: KnownPartner, event: EventRow, session: SessionRow): string {
  if (partner.settings.webhook?.format !== 'france-travail') return JSON.stringify(eventOf(event) satisfies Schemas['Event']);
  // Told late, an event still says what was true when it happened.
  return JSON.stringify(franceTravailPayload(session, shelf.conductor(session.pack).pack, partner.settings.name, stages[event.type]));
}

/**
 * Headers of a webhook by the Standard Webhooks specification: HMAC-SHA256 over id, time and body.
 * @param secret `whsec_` and base64.
 */
export function signedHeaders(id: string, body: string, secret: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'user-agent': 'pix-diagnostic',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
