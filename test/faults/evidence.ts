import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Result } from '../../src/model/index.js';
import type { Row } from './home.js';
import type { Deed, Ledger } from './ledger.js';
import { replayed, told } from './replay.js';
import { pathways, type Storage } from './schedule.js';

/** Times that a service fails at one submission before the learner is told. */
const mostFaults = 10;

/** What an afternoon is judged by. */
export interface Evidence {
  readonly pathway: string;
  /** The service knows the learner from one session to the next. */
  readonly known: boolean;
  readonly storage: Storage;
  readonly ledger: Ledger;
  /** The service's own log of each session. */
  readonly logs: ReadonlyMap<string, readonly Row[]>;
  readonly result: Result;
}

const deedOf = (ledger: Ledger, { id, item, response }: Row): Deed => {
  const body = ledger.sent.get(id)?.body;
  if (!body) throw new Error(`${id} took effect, and was never sent`);
  return body.kind === 'continue' && item === null ? { accept: body.accept ?? false } : { item: item ?? '', response };
};

/** Every answer took effect once and in order; what did not, was neither taken nor kept, or the learner was told. */
function checkLog({ ledger, storage }: Evidence, session: string, log: readonly Row[]): void {
  const { accepted, failed, given, lost, sent } = ledger;
  const ids = log.map(({ id }) => id);
  assert.deepEqual(
    log.map(({ sequence }) => sequence),
    log.map((_, i) => i + 1),
    'the log has gaps or doubles',
  );
  assert.equal(new Set(ids).size, ids.length, 'a submission counts twice');
  for (const id of accepted) if (sent.get(id)?.session === session) assert.ok(ids.includes(id), `${id} was accepted, and has no effect`);

  const own = given.filter((one) => one.session === session);
  const effective = own.filter(({ id }) => ids.includes(id ?? ''));
  assert.deepEqual(
    effective.map(({ id }) => id),
    ids,
    'what took effect is not what was given, in order',
  );
  assert.deepEqual(
    log.map((row) => deedOf(ledger, row)),
    effective.map(({ deed }) => deed),
    'what took effect is something else than what was given',
  );
  // Lost by the device, yet on its way: when it arrives, what the learner gave instead is about what is no more.
  const late = log.filter(({ id }) => lost.has(id)).map(({ item }) => item);
  const answered = new Set(log.map(({ item }) => item));
  for (const { id = '', deed, instead } of own) {
    // The one before had arrived after all, or the device did not keep that it was given: a question counts once, and the
    // learner is told that the session has gone on.
    if ((instead || storage !== 'keeps') && ledger.moves && 'item' in deed && answered.has(deed.item)) continue;
    if (ids.includes(id) || lost.has(id) || (failed.get(id) ?? 0) >= mostFaults) continue;
    assert.ok(late.length && (!('item' in deed) || late.includes(deed.item)), `${JSON.stringify(deed)} (${id}) is lost`);
  }
}

/** @throws AssertionError when something that the learner gave was lost, counts twice or out of order, or the result is another. */
export async function check(evidence: Evidence): Promise<void> {
  const { pathway, known: sameLearner, storage, ledger, logs, result } = evidence;
  for (const { id, deed } of ledger.given) assert.ok(id !== undefined, `the session did not send ${JSON.stringify(deed)}`);
  for (const [session, log] of logs) checkLog(evidence, session, log);
  const last = logs.get(result.id) ?? [];
  const submissions = last.map(({ id }) => {
    const { sequence: _, ...body } = ledger.sent.get(id)!.body;
    return { id, ...body };
  });
  // Who began anew after all was done, and nothing was heard of it, is not proposed again what was done.
  const anew = sameLearner && logs.size > 1 ? pathways.map((done) => [done]) : [];
  const worth = await Promise.all([[], ...anew].map((before) => replayed(pathway, before, submissions)));
  if (!worth.some((each) => isDeepStrictEqual(each, told(result)))) assert.deepEqual(told(result), worth[0]);
  const { accepted, failed, lost, refusals } = ledger;
  const hopeless = [...failed].filter(([id, times]) => times >= mostFaults && !accepted.has(id)).map(([id]) => id);
  const keeps = storage === 'keeps';
  // Of what a device lost, no page knows any more; what was refused is not to be kept.
  const known = hopeless.filter((id) => keeps || !lost.has(id));
  assert.ok(refusals >= known.length, 'an answer was refused, and nobody was told');
  if (keeps)
    assert.deepEqual(
      [...lost].filter((id) => !hopeless.includes(id)),
      [],
      'the device lost what it was to keep',
    );
}
