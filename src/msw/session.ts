import type { Conductor } from '../backend/run/conductor.js';
import { pathwayInForce } from '../backend/run/next-move.js';
import { withAnswer, type SessionRecord } from '../backend/run/record.js';
import { Problem } from '../contract/problem.js';
import type { Offer, Result } from '../model/index.js';
import type { Shared, ToldSession } from '../reports/session.js';
import type { Caller } from './caller.js';
import type { StandIn } from './stand-in.js';

/** A session of the stand-in. A change replaces it whole. */
export interface StandInSession {
  readonly record: SessionRecord;
  readonly partner: string;
  readonly learner: string | null;
  readonly campaign: string | null;
  /** `Idempotency-Key` of the request that opened it. */
  readonly openedBy?: string;
  /** Submissions that took effect: id and body of each. */
  readonly log: readonly { readonly id: string; readonly body: string }[];
  /** Items given ahead of time. */
  readonly handed: readonly string[];
  readonly offers: readonly Offer[];
  readonly result?: Result;
  readonly attestation?: string;
  /** Answer to the survey. */
  readonly recommend: number | null;
}

/** A session of which somebody may hear. */
export type ToldShared = Shared;

const dateOf = (time: string | undefined): Date | null => (time === undefined ? null : new Date(time));

/** A session as reports read it. */
export const told = ({ record, learner, campaign, result, recommend }: StandInSession): ToldSession => ({
  id: record.id,
  pathway: record.pathway,
  learner,
  campaign,
  record,
  started_at: new Date(record.startedAt),
  finished_at: dateOf(record.finishedAt),
  shared_at: dateOf(record.sharedAt),
  result: result ?? null,
  recommend,
});

/** The same, once the learner agreed. */
export function shared(session: StandInSession): ToldShared | undefined {
  const row = told(session);
  return row.shared_at && row.result ? (row as ToldShared) : undefined;
}

/**
 * A session, if it is the caller's: its own by a session token, the partner's (of one campaign, perhaps) by another one.
 * @throws {Problem} `session-unknown`, also when it is somebody else's.
 */
export function sessionFor({ sessions }: StandIn, { scheme, partner, session: own, campaign }: Caller, id: string): StandInSession {
  const session = sessions.get(id.toLowerCase());
  const theirs =
    scheme === 'sessionToken'
      ? session?.record.id === own
      : session?.partner === partner && (campaign === undefined || session.campaign === campaign);
  if (session && theirs) return session;
  throw new Problem('session-unknown');
}

/** Erases sessions and all that is known of them. */
export function eraseWhere(standIn: StandIn, meant: (session: StandInSession) => boolean): void {
  const ids = new Set([...standIn.sessions.values()].filter(meant).map(({ record }) => record.id));
  ids.forEach((id) => standIn.sessions.delete(id));
  standIn.events = standIn.events.filter(({ session }) => !ids.has(session));
}

/** Items that a learner may have ahead. */
const depth = 4;

const answered = ({ gate, answers }: SessionRecord): ReadonlySet<string> => new Set([...gate, ...answers].map(({ item }) => item));

/** Items given ahead of time and still to be answered. */
export function stillAhead({ handed, record }: StandInSession): readonly string[] {
  const done = answered(record);
  return handed.filter((item) => !done.has(item));
}

/** Does an answer to that item make sense now? */
export async function accepts(conductor: Conductor, session: StandInSession, item: string, revision: boolean): Promise<boolean> {
  const { record } = session;
  const done = answered(record).has(item);
  if (done) return revision || pathwayInForce(conductor.pack, record).mode === 'learning';
  if (revision) return false;
  const move = await conductor.move(record);
  return (move.kind === 'item' && move.item === item) || stillAhead(session).includes(item);
}

/** Items to give ahead of time beside those given: what would be asked next, were the answers now right, now wrong. */
export async function moreAhead(conductor: Conductor, session: StandInSession): Promise<readonly string[]> {
  const { record } = session;
  if (pathwayInForce(conductor.pack, record).mode === 'learning') return [];
  const ahead = [...stillAhead(session)];
  const more: string[] = [];
  let imagined = record;
  for (let i = 0; ahead.length < depth; i++) {
    const move = await conductor.move(imagined);
    if (move.kind !== 'item' || move.phase !== 'main') break;
    if (i > 0 && !ahead.includes(move.item)) {
      ahead.push(move.item);
      more.push(move.item);
    }
    const answer = { submission: '', item: move.item, response: { text: '' }, passed: i % 2 === 0, seconds: 0 };
    imagined = withAnswer(imagined, 'main', answer);
  }
  return more;
}
