import type { Schemas } from '../contract/index.js';
import { Problem } from '../contract/problem.js';
import { about } from '../reports/session.js';
import type { Operations } from './operations.js';
import { pageOf, writeCursor } from './page.js';
import { told, type StandInSession } from './session.js';
import type { StandIn } from './stand-in.js';

export interface StandInEvent {
  readonly partner: string;
  readonly session: string;
  /** In the order in which they happened: digits, the later the greater. */
  readonly place: string;
  readonly event: Schemas['Event'];
}

/** Writes down what happened, for who asks. */
export function recordEvent(
  standIn: StandIn,
  type: Schemas['Event']['type'],
  session: StandInSession,
  more: Partial<Schemas['Event']['data']> = {},
): void {
  const data = { ...about(told(session)), ...more };
  const place = String(++standIn.happened).padStart(12, '0');
  const event = { id: crypto.randomUUID(), type, timestamp: standIn.now(), data };
  standIn.events = [...standIn.events, { partner: session.partner, session: session.record.id, place, event }];
}

/** What happened, to be asked for. Nothing is sent: no webhook fails. */
export const feedOperations: Pick<Operations, 'listEvents' | 'listDeadLetters' | 'retryDeadLetter'> = {
  listEvents({ events }, { caller, query }) {
    const own = events.filter(({ partner }) => partner === caller.partner);
    const { page } = pageOf(own, ({ place }) => place, /^\d{12}$/, query);
    const next = page.at(-1) ? writeCursor(page.at(-1)!.place) : (query.after ?? writeCursor('0'.repeat(12)));
    return { status: 200, body: { events: page.map(({ event }) => event), next } };
  },

  listDeadLetters(_, { query }) {
    pageOf([], String, /^\S+ \S+$/, query);
    return { status: 200, body: { deliveries: [] } };
  },

  retryDeadLetter() {
    throw new Problem('route-unknown', { detail: 'No delivery of that event was given up: see /v1/dead-letters.' });
  },
};
