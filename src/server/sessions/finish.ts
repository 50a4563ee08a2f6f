import type { Result } from '../../model/index.js';
import { explain as explainOutcome } from '../../backend/run/explain.js';
import { resultOf } from '../../backend/run/result.js';
import type { Caller, KnownPartner } from '../access/caller.js';
import { signOfLife } from '../database/sign-of-life.js';
import { recordEvent } from '../events/record.js';
import { Problem } from '../http/problem.js';
import type { Handler } from '../http/routes.js';
import { partnerFor, type Desk } from './desk.js';
import { about } from './events.js';
import { keptRecord } from './kept-record.js';
import { withResponses, type Run } from './run.js';

type Offers = NonNullable<Parameters<Handler<'finish'>>[0]['body']['offers']>;

interface Kept {
  readonly result: Result;
  readonly offers: Offers;
}

/** The result. Asked again, it is the same. */
export const finish =
  (desk: Desk): Handler<'finish'> =>
  async ({ caller, path, body }) => {
    const partner = partnerFor(caller, path.session);
    const { result, offers } = await resultFor(desk, partner, path.session);
    const more = (body.offers ?? []).filter(({ id }) => !offers.some((offer) => offer.id === id));
    if (!more.length) return { status: 200, body: result };
    // What a page adds is shown by that page. It is not kept: what is signed and reported is the partner's word alone.
    const { record } = await desk.load(partner.id, path.session);
    const shown = resultOf(await desk.conductorOf({ record }).outcome(record, [...offers, ...more]));
    return { status: 200, body: { ...result, recommendations: shown.recommendations } };
  };

/** @throws {Problem} `session-unknown`, `session-unfinished`. */
async function resultFor(desk: Desk, { id: partner, settings: { offers = [] } }: KnownPartner, session: string): Promise<Kept> {
  // What this process remembers may be old: it is tried first because it most often is not, and read again before a refusal.
  const known = desk.memory.recall(session);
  const made = known?.partner === partner ? await makeResult(desk, known, offers) : undefined;
  if (made) return made;
  const run = await desk.load(partner, session);
  return (await makeResult(desk, run, offers)) ?? keptResult(desk, run);
}

/** Makes and keeps the result of a session that is over; undefined when it is not, or has its result, or something came in between. */
async function makeResult(desk: Desk, run: Run, offers: Offers): Promise<Kept | undefined> {
  if (run.finishedAt || (await desk.move(desk.conductorOf(run), run.record)).kind !== 'end') return undefined;
  const at = desk.service.now();
  const record = { ...run.record, finishedAt: at.toISOString() };
  const result = resultOf(await desk.conductorOf(run).outcome(record, offers));
  const { db } = desk.service;
  const made = await recordEvent(
    db,
    { partner: run.partner, type: 'session.finished', session: run.id, data: about(run) },
    db
      .updateTable('sessions')
      .set({
        finished_at: at,
        touched_at: signOfLife(at),
        record: JSON.stringify(keptRecord(record)),
        offers: JSON.stringify(offers),
        result: JSON.stringify(result),
        reserve: '[]',
      })
      .where('partner_id', '=', run.partner)
      .where('id', '=', run.id)
      .where('taken', '=', run.taken)
      .where('finished_at', 'is', null)
      .returning('partner_id'),
  );
  desk.memory.forget(run.id);
  return made ? { result, offers } : undefined;
}

/** The result as it is kept. @throws {Problem} `session-unknown`, `session-unfinished`. */
async function keptResult(desk: Desk, { partner, id }: Pick<Run, 'partner' | 'id'>): Promise<Kept & { readonly shared: boolean }> {
  const row = await desk.service.db
    .selectFrom('sessions')
    .select(['result', 'offers', 'shared_at'])
    .where('partner_id', '=', partner)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('session-unknown', { detail: `There is no session ${id}, or it is not yours. It may have been erased.` });
  if (!row.result)
    throw new Problem('session-unfinished', {
      detail: 'There is no result yet: questions are left, or the review is not confirmed. Read the session, and go on.',
    });
  return { result: row.result, offers: row.offers, shared: row.shared_at !== null };
}

/** A partner hears of a result when the learner has agreed, the learner as soon as it is there. */
function checkShared(caller: Caller, shared: boolean): void {
  if (caller.scheme === 'partnerKey' && !shared)
    throw new Problem('result-not-shared', { detail: 'The learner has not agreed to share this result.' });
}

export const readResult =
  (desk: Desk): Handler<'readResult'> =>
  async ({ caller, path }) => {
    const partner = partnerFor(caller, path.session);
    const { result, shared } = await keptResult(desk, { partner: partner.id, id: path.session });
    checkShared(caller, shared);
    return { status: 200, body: result, etag: `"${result.state}"` };
  };

/** Why the result is what it is. */
export const explain =
  (desk: Desk): Handler<'explain'> =>
  async ({ caller, path, signal }) => {
    const partner = partnerFor(caller, path.session);
    const run = await desk.load(partner.id, path.session);
    const { offers, shared } = await keptResult(desk, run);
    checkShared(caller, shared);
    const conductor = desk.conductorOf(run);
    const outcome = await conductor.outcome(await withResponses(desk.service.db, run), offers);
    return { status: 200, body: await explainOutcome(outcome, (id) => conductor.item(id, signal)) };
  };
