import { aboutPathway } from '../backend/run/conductor.js';
import { progressOf } from '../backend/run/progress.js';
import type { Schemas } from '../contract/index.js';
import type { ItemStep, Progress, Step } from '../model/index.js';
import { moreAhead, stillAhead } from './session.js';
import type { StandIn } from './stand-in.js';

interface Place {
  readonly step: Step;
  readonly progress: Progress;
  readonly reserve: readonly ItemStep[];
}

/** Where a session is. The reserve holds what is given ahead now, and with `all` what was given before. */
export async function placeOf(standIn: StandIn, id: string, all: boolean, signal: AbortSignal): Promise<Place> {
  const { conductor, sessions } = standIn;
  const session = sessions.get(id)!;
  const { record } = session;
  const step = await conductor.step(record, await conductor.move(record), signal);
  const more = await moreAhead(conductor, session);
  const now = sessions.get(id)!;
  sessions.set(id, { ...now, handed: [...new Set([...now.handed, ...more])] });
  const ahead = await Promise.all(
    [...(all ? stillAhead(session) : []), ...more].map((item) => conductor.step(record, { kind: 'item', item, phase: 'main' }, signal)),
  );
  return {
    step,
    progress: progressOf(conductor.pack, record, step),
    reserve: ahead.filter((step) => step.kind === 'item'),
  };
}

/** Milliseconds for which a session token is said to be good. The stand-in never lets one expire by itself. */
const lifetime = 30 * 60_000;

const goodUntilLater = ({ now }: StandIn, token: string): Schemas['SessionToken'] => ({ token, expiresAt: now(lifetime) });

export function newToken(standIn: StandIn, id: string): Schemas['SessionToken'] {
  const token = `pds_${crypto.randomUUID()}`;
  standIn.tokens.set(token, id);
  return goodUntilLater(standIn, token);
}

/** A session as it is told when it is opened or read. */
export async function openedSession(
  standIn: StandIn,
  id: string,
  token: string,
  resumed: boolean,
  signal: AbortSignal,
): Promise<Schemas['OpenedSession']> {
  const { record, log } = standIn.sessions.get(id)!;
  const last = log.at(-1);
  return {
    id,
    ...goodUntilLater(standIn, token),
    pathway: aboutPathway(standIn.conductor.pathway(record.pathway)),
    ...(await placeOf(standIn, id, true, signal)),
    resumed,
    taken: log.length,
    ...(last && { lastSubmission: last.id }),
  };
}
