import type { Result } from '../../model/index.js';
import { explain as explainOutcome } from '../../backend/run/explain.js';
import { resultOf } from '../../backend/run/result.js';
import type { Caller } from '../access/caller.js';
import { signOfLife } from '../database/sign-of-life.js';
import { recordEvent } from '../events/record.js';
import { Problem } from '../http/problem.js';
import type { Handler } from '../http/routes.js';
import { partnerFor, type Desk } from './desk.js';
import { about } from './events.js';
import { keptRecord } from './kept-record.js';
import { withResponses, type Run } from './run.js';

type Offers = NonNullable<Parameters<Handler<'finish'>>[0]['body']['offers']>;

/** The result. Asked again, it is the same. */
export const finish =
  (desk: Desk): Handler<'finish'> =>
  async ({ caller, path, body }) => {
    const partner = partnerFor(caller, path.session);
    const run = await desk.load(partner.id, path.session);
    if (!run.finishedAt) await makeResult(desk, run, partner.settings.offers ?? []);
    const { result, offers } = await keptResult(desk, run);
    const more = (body.offers ?? []).filter(({ id }) => !offers.some((offer) => offer.id === id));
    if (!more.length) return { status: 200, body: result };
    // What a page adds is shown by that page. It is not kept: what is signed and reported is the partner's word alone.
    const { record } = await desk.load(partner.id, path.session);
    const shown = resultOf(await desk.conductorOf({ record }).outcome(record, [...offers, ...more]));
    return { status: 200, body: { ...result, recommendations: shown.recommendations } };
  };

/** Makes and keeps the result, unless something comes in between. @throws {Problem} `session-unfinished`. */
async function makeResult(desk: Desk, run: Run, offers: Offers): Promise<void> {
  const conductor = desk.conductorOf(run);
  if ((await desk.move(conductor, run.record)).kind !== 'end')
    throw new Problem('session-unfinished', { detail: 'Questions are left, or the review is not confirmed: read the session, and go on.' });
  const at = desk.service.now();
  const record = { ...run.record, finishedAt: at.toISOString() };
  const result = resultOf(await conductor.outcome(record, offers));
  await desk.service.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
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
      .executeTakeFirst();
    if (numUpdatedRows) await recordEvent(trx, { partner: run.partner, type: 'session.finished', session: run.id, data: about(run) });
  });
  desk.memory.forget(run.id);
}

/** The result as it is kept. @throws {Problem} `session-unknown`, `session-unfinished`. */
async function keptResult(
  desk: Desk,
  { partner, id }: Pick<Run, 'partner' | 'id'>,
): Promise<{ result: Result; offers: Offers; shared: boolean }> {
  const row = await desk.service.db
    .selectFrom('sessions')
    .select(['result', 'offers', 'shared_at'])
    .where('partner_id', '=', partner)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('session-unknown', { detail: `There is no session ${id}, or it is not yours. It may have been erased.` });
  if (!row.result) throw new Problem('session-unfinished', { detail: 'There is no result yet.' });
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
