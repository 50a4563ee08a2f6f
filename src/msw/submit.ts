import { pathwayInForce } from '../backend/run/next-move.js';
import type { Schemas } from '../contract/index.js';
import { placeOf } from './place.js';
import { problem, type Answer } from './problem.js';
import { accepts } from './session.js';
import type { StandIn } from './stand-in.js';

/** Takes one submission, once, if it has the number that is expected. */
export async function submit(
  standIn: StandIn,
  id: string,
  key: string,
  request: Schemas['SubmissionRequest'],
  signal: AbortSignal,
): Promise<Answer> {
  const { conductor, sessions } = standIn;
  const session = sessions.get(id)!;
  const { log, record } = session;
  const body = JSON.stringify(request);
  const earlier = log.find((taken) => taken.id === key);
  if (earlier)
    return earlier.body === body ? receipt(standIn, id, key, signal) : problem(422, 'key-reused', 'Another request had this key.');
  if (record.finishedAt) return problem(409, 'session-finished', 'The session is finished.');
  if (request.sequence !== log.length + 1) return problem(409, 'sequence-conflict', 'Another answer came in between.', log.length + 1);
  if (request.kind === 'answer' && !(await accepts(conductor, session, request.item, request.revision === true)))
    return problem(409, 'item-not-asked', 'This session did not ask that item.');
  const { sequence: _, ...rest } = request;
  const next = await conductor.take(record, { id: key, ...rest }, signal);
  // Another request was quicker: this one is looked at again.
  if (sessions.get(id)?.log !== log) return submit(standIn, id, key, request, signal);
  sessions.set(id, { ...sessions.get(id)!, record: next, log: [...log, { id: key, body }] });
  return receipt(standIn, id, key, signal);
}

async function receipt(standIn: StandIn, id: string, key: string, signal: AbortSignal): Promise<Answer> {
  const { record, log } = standIn.sessions.get(id)!;
  const learning = pathwayInForce(standIn.conductor.pack, record).mode === 'learning';
  const feedback = learning ? await standIn.conductor.feedback(record, key, signal) : undefined;
  const place = await placeOf(standIn, id, false, signal);
  const body: Schemas['Receipt'] = { submission: key, taken: log.length, ...(feedback && { feedback }), ...place };
  return { status: 200, body };
}
