import { newRecord } from '../backend/run/conductor.js';
import type { AnswerTo } from '../contract/index.js';
import { Problem } from '../contract/problem.js';
import { recordEvent } from './feed.js';
import type { Launch } from './launch.js';
import type { Call } from './operations.js';
import { partnerOf } from './partners.js';
import { newToken, openedSession } from './place.js';
import type { StandInSession } from './session.js';
import type { StandIn } from './stand-in.js';

/** A launch token is good for once; the request that used it may come again, by its key. @throws {Problem} `launch-replayed`. */
export function useLaunch({ launches }: StandIn, partner: string, { jti }: Launch, key: string | undefined): void {
  if (jti === undefined) return;
  const token = `${partner} ${jti}`;
  const use = key?.toLowerCase();
  if (launches.has(token) && (use === undefined || launches.get(token) !== use)) throw new Problem('launch-replayed');
  launches.set(token, use);
}

/** The partner for whom a session is opened. @throws {Problem} `token-missing`, `scope-missing`. */
function partnerFor(standIn: StandIn, { caller, body }: Call<'openSession'>): string {
  if (caller.launch) {
    if (body.partner !== undefined && body.partner !== caller.partner) throw new Problem('scope-missing');
    if (caller.launch.pathway !== undefined && caller.launch.pathway !== body.pathway) throw new Problem('scope-missing');
    return caller.partner;
  }
  if (body.partner === undefined || partnerOf(standIn, body.partner).settings.launch !== 'open') throw new Problem('token-missing');
  return body.partner;
}

/** The session that the request means, if there is one already. @throws {Problem} `key-reused`, `session-unknown`. */
function findSession(
  { sessions }: StandIn,
  { body, key }: Call<'openSession'>,
  partner: string,
  learner: string | null,
): { readonly session: StandInSession; readonly begun: boolean } | undefined {
  const all = [...sessions.values()].filter((session) => session.partner === partner);
  const same = key === undefined ? undefined : all.find(({ openedBy }) => openedBy === key.toLowerCase());
  if (same && (same.record.pathway !== body.pathway || same.learner !== learner)) throw new Problem('key-reused');
  if (same) return { session: same, begun: true };
  const own = all.filter((session) => learner !== null && session.learner === learner && session.record.pathway === body.pathway);
  if (body.session !== undefined) {
    const wanted = own.find(({ record }) => record.id === body.session?.toLowerCase());
    if (!wanted) throw new Problem('session-unknown');
    return { session: wanted, begun: false };
  }
  const unfinished = own.findLast(({ record }) => record.finishedAt === undefined);
  return unfinished && !body.anew ? { session: unfinished, begun: false } : undefined;
}

/** Begins a session, or goes on with the unfinished one of the same learner and pathway. */
export async function openSession(standIn: StandIn, call: Call<'openSession'>): Promise<AnswerTo<'openSession'>> {
  const { sessions, conductor, seed, now } = standIn;
  const { pack } = conductor;
  const { body, key, caller, signal } = call;
  const partner = partnerFor(standIn, call);
  if (!partnerOf(standIn, partner).settings.pathways.includes(body.pathway)) throw new Problem('pathway-unknown');
  conductor.pathway(body.pathway);
  const { launch = {} } = caller;
  useLaunch(standIn, partner, launch, key);
  const learner = launch.sub ?? null;
  const found = findSession(standIn, call, partner, learner);
  const told = async (id: string, resumed: boolean): Promise<AnswerTo<'openSession'>> => ({
    status: resumed ? 200 : 201,
    body: await openedSession(standIn, id, newToken(standIn, id).token, resumed, signal),
  });
  if (found) return told(found.session.record.id, !found.begun);

  const id = crypto.randomUUID();
  const done = [...sessions.values()].filter(
    (session) => session.partner === partner && learner !== null && session.learner === learner && session.record.finishedAt !== undefined,
  );
  const before = [...new Set(done.map(({ record: { route, pathway } }) => route ?? pathway))];
  const about = { id, pack: `${pack.id}@${pack.version}`, pathway: body.pathway, ...(before.length && { before }), seed: seed() };
  const record = newRecord({ ...about, startedAt: now() });
  const begun: StandInSession = {
    record,
    partner,
    learner,
    campaign: launch.campaign ?? null,
    ...(key !== undefined && { openedBy: key.toLowerCase() }),
    log: [],
    handed: [],
    offers: [],
    recommend: null,
  };
  sessions.set(id, begun);
  recordEvent(standIn, 'session.started', begun);
  return told(id, false);
}
