import { newRecord } from '../backend/run/conductor.js';
import type { Schemas } from '../contract/index.js';
import { readLaunch } from './launch.js';
import { newToken, openedSession } from './place.js';
import { problem, type Answer } from './problem.js';
import type { StandInSession } from './session.js';
import type { StandIn } from './stand-in.js';

/** Who launches, unless the launch token was used for something else before. */
export function launchedBy({ launches }: StandIn, token: string | undefined, use: string | undefined): { readonly sub?: string } | null {
  const { sub, jti } = token === undefined ? {} : readLaunch(token);
  if (jti !== undefined) {
    if (launches.has(jti) && (use === undefined || launches.get(jti) !== use)) return null;
    launches.set(jti, use);
  }
  return sub === undefined ? {} : { sub };
}

/** Begins a session, or goes on with the unfinished one of the same learner and pathway. */
export async function openSession(
  standIn: StandIn,
  { pathway, session, anew }: Schemas['OpenRequest'],
  { token, key }: { readonly token: string | undefined; readonly key: string | undefined },
  signal: AbortSignal,
): Promise<Answer> {
  const { sessions, conductor, seed, now } = standIn;
  const { pack } = conductor;
  const launch = launchedBy(standIn, token, key);
  if (!launch) return problem(401, 'launch-replayed', 'The launch token was used before.');
  if (!pack.pathways.some(({ id }) => id === pathway)) return problem(404, 'pathway-unknown', 'There is no such pathway.');
  const { sub } = launch;
  const all = [...sessions.values()];
  const told = async ({ record }: StandInSession, resumed: boolean, status = 200): Promise<Answer> => ({
    status,
    body: await openedSession(standIn, record.id, newToken(standIn, record.id).token, resumed, signal),
  });

  const same = key === undefined ? undefined : all.find(({ openedBy }) => openedBy === key);
  if (same) return told(same, false, 201);
  const own = all.filter(({ learner, record }) => sub !== undefined && learner === sub && record.pathway === pathway);
  if (session !== undefined) {
    const wanted = own.find(({ record }) => record.id === session);
    return wanted ? told(wanted, true) : problem(404, 'session-unknown', 'There is no such session.');
  }
  const unfinished = own.findLast(({ record }) => record.finishedAt === undefined);
  if (unfinished && !anew) return told(unfinished, true);

  const id = crypto.randomUUID();
  const record = newRecord({ id, pack: `${pack.id}@${pack.version}`, pathway, seed: seed(), startedAt: now() });
  const begun: StandInSession = {
    record,
    ...(sub !== undefined && { learner: sub }),
    ...(key !== undefined && { openedBy: key }),
    log: [],
    handed: [],
    offers: [],
  };
  sessions.set(id, begun);
  return told(begun, false, 201);
}
