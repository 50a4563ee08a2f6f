import { failureFields } from '../http/failure.js';
import type { OutboundFetch } from '../outbound.js';
import type { EventRow } from '../results/feed.js';
import type { Service } from '../service.js';
import { bodyOf, signedHeaders } from './message.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** Waits after each try that failed; after the last one it is given up. More than three days in all. */
const waits = [5 * second, minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 24 * hour, 36 * hour];
/** A try is over after so long. */
const patience = 15 * second;

/** A delivery that this process took. */
export interface Due {
  readonly partner_id: string;
  readonly event_id: string;
  /** With this one. */
  readonly attempts: number;
}

type End =
  | { readonly state: 'done' }
  | {
      readonly state: 'dead' | 'waiting';
      /** For the partner to read. */
      readonly reason: string;
      /** What went wrong, for the operator: a reason may have the partner's address in it, and its secrets. */
      readonly failure?: ReturnType<typeof failureFields>;
    };

async function tell(service: Service, send: OutboundFetch, { partner_id: id, event_id: event }: Due): Promise<End> {
  const { db, partners, now } = service;
  const partner = await partners.find(id);
  const { webhook } = partner.settings;
  if (!webhook) return { state: 'dead', reason: 'The partner has no webhook any more.' };
  const row = await db.selectFrom('events').selectAll().where('partner_id', '=', id).where('id', '=', event).executeTakeFirst();
  const session =
    row && (await db.selectFrom('sessions').selectAll().where('partner_id', '=', id).where('id', '=', row.session_id).executeTakeFirst());
  // Erased meanwhile, and the delivery with it.
  if (!session) return { state: 'done' };
  const body = bodyOf(service, partner, row satisfies EventRow, session);
  const headers = signedHeaders(event, body, webhook.secret, now());
  const { status } = await send(webhook.url, { method: 'POST', headers, body, timeoutMs: patience, maxBytes: 65_536 });
  if (status >= 200 && status < 300) return { state: 'done' };
  if (status === 410) return { state: 'dead', reason: 'It answered 410: it wants no more.' };
  return { state: 'waiting', reason: `It answered ${status}.` };
}

/** Tells a partner of an event, and writes what became of it. @returns whether the partner took it, or wants no more. */
export async function deliver(service: Service, send: OutboundFetch, due: Due): Promise<boolean> {
  const { db, now, log, metrics } = service;
  const told = await tell(service, send, due).catch((thrown: unknown): End => ({
    state: 'waiting',
    reason: thrown instanceof Error ? thrown.message : String(thrown),
    failure: failureFields(thrown),
  }));
  const wait = waits[due.attempts - 1];
  const end = told.state === 'waiting' && wait === undefined ? { ...told, state: 'dead' as const } : told;
  // A little earlier or later, so that what failed together does not come back together.
  const next = new Date(now().getTime() + (wait ?? 0) * (0.8 + 0.4 * Math.random()));
  await db
    .updateTable('deliveries')
    .set({ state: end.state, reason: end.state === 'done' ? null : end.reason, ...(end.state === 'waiting' && { next_at: next }) })
    .where('partner_id', '=', due.partner_id)
    .where('event_id', '=', due.event_id)
    // Whoever took it again after our lease has the last word.
    .where('attempts', '=', due.attempts)
    .execute();
  metrics.count('webhook_deliveries', { outcome: end.state });
  if (end.state !== 'done')
    log('warn', 'webhook', {
      partner: due.partner_id,
      event: due.event_id,
      state: end.state,
      attempts: due.attempts,
      ...(end.failure ?? { reason: end.reason }),
    });
  return told.state !== 'waiting';
}
