import { pathwayInForce } from '../backend/run/next-move.js';
import { canonical } from '../contract/canonical.js';
import { checkFitting } from '../contract/fitting.js';
import type { Schemas } from '../contract/index.js';
import { Problem } from '../contract/problem.js';
import { placeOf } from './place.js';
import { accepts } from './session.js';
import type { StandIn } from './stand-in.js';

/**
 * Takes one submission, once, if it has the number that is expected.
 * @throws {Problem} `key-reused`, `session-finished`, `sequence-conflict`, `item-not-asked`, `request-invalid`.
 */
export async function submit(
  standIn: StandIn,
  id: string,
  key: string,
  request: Schemas['SubmissionRequest'],
  signal: AbortSignal,
): Promise<Schemas['Receipt']> {
  const { conductor, sessions, source } = standIn;
  const session = sessions.get(id);
  if (!session) throw new Problem('session-unknown');
  const { log, record } = session;
  const body = canonical(request);
  const earlier = log.find((taken) => taken.id === key);
  if (earlier && earlier.body !== body) throw new Problem('key-reused');
  if (earlier) return receipt(standIn, id, key, signal);
  if (record.finishedAt) throw new Problem('session-finished');
  if (request.sequence !== log.length + 1) throw new Problem('sequence-conflict', { expected: log.length + 1 });
  if (request.kind === 'answer') {
    if (!(await accepts(conductor, session, request.item, request.revision === true))) throw new Problem('item-not-asked');
    checkFitting(request.item, (await source.item(request.item, signal)).task, request.response);
  }
  const { sequence: _, ...rest } = request;
  const next = await conductor.take(record, { id: key, ...rest }, signal);
  // Another request was quicker: this one is looked at again.
  if (sessions.get(id)?.log !== log) return submit(standIn, id, key, request, signal);
  sessions.set(id, { ...sessions.get(id)!, record: next, log: [...log, { id: key, body }] });
  return receipt(standIn, id, key, signal);
}

async function receipt(standIn: StandIn, id: string, key: string, signal: AbortSignal): Promise<Schemas['Receipt']> {
  const { record, log } = standIn.sessions.get(id)!;
  const learning = pathwayInForce(standIn.conductor.pack, record).mode === 'learning';
  const feedback = learning ? await standIn.conductor.feedback(record, key, signal) : undefined;
  const place = await placeOf(standIn, id, false, signal);
  return { submission: key, taken: log.length, ...(feedback && { feedback }), ...place };
}
