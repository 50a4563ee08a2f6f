import { signOfLife } from '../database/sign-of-life.js';
import type { Handler } from '../http/routes.js';
import { Problem } from '../http/problem.js';
import { freshToken, partnerFor, tokenUntil, type Desk } from './desk.js';
import { useLaunch } from './launches.js';
import { withResponses } from './run.js';

/** Where a session is. */
export const readSession =
  (desk: Desk): Handler<'readSession'> =>
  async ({ caller, path, signal }) => {
    const partner = partnerFor(caller, path.session);
    const run = await desk.load(partner.id, path.session);
    // Where launch tokens are asked for, only a new one makes a session last.
    const kept = caller.scheme === 'sessionToken' && partner.settings.launch !== 'open' ? caller.expires : undefined;
    const token = kept === undefined ? freshToken(desk, partner, run.id) : tokenUntil(desk.tokens, partner, run.id, kept);
    return { status: 200, body: await desk.opened(run, run.taken > 0, token, signal) };
  };

/** A new session token for a new launch token of the same learner. */
export const renewToken =
  (desk: Desk): Handler<'renewToken'> =>
  async ({ caller, path, key }) => {
    if (caller.scheme !== 'launchToken') throw new Problem('token-missing', { detail: 'A session is renewed with a launch token.' });
    const { partner, claims } = caller;
    await desk.service.db.transaction().execute(async (trx) => {
      await useLaunch(trx, partner.id, claims, key);
      const own = await trx
        .selectFrom('sessions')
        .select('id')
        .where('partner_id', '=', partner.id)
        .where('id', '=', path.session)
        .where('learner', '=', claims.sub)
        .executeTakeFirst();
      if (!own) throw new Problem('session-unknown', { detail: `There is no session ${path.session} of this learner.` });
    });
    return { status: 200, body: freshToken(desk, partner, path.session) };
  };

/** The answers so far, for the review. */
export const listAnswers =
  (desk: Desk): Handler<'listAnswers'> =>
  async ({ caller, path, signal }) => {
    const run = await desk.load(partnerFor(caller, path.session).id, path.session);
    return { status: 200, body: { answers: await desk.conductorOf(run).answers(run.record, signal) } };
  };

/** An answered question with its response. */
export const readAnswer =
  (desk: Desk): Handler<'readAnswer'> =>
  async ({ caller, path, signal }) => {
    const run = await desk.load(partnerFor(caller, path.session).id, path.session);
    if (!run.record.answers.some(({ item }) => item === path.item))
      throw new Problem('item-not-asked', { detail: `This session has no answer to ${path.item}.` });
    const record = await withResponses(desk.service.db, run);
    return { status: 200, body: await desk.conductorOf(run).reopen(record, path.item, signal) };
  };

/** Erases a session and all that is known of it; erased before, nothing is left to do. */
export const eraseSession =
  (desk: Desk): Handler<'eraseSession'> =>
  async ({ caller, path }) => {
    const partner = partnerFor(caller, path.session);
    await desk.service.db.deleteFrom('sessions').where('partner_id', '=', partner.id).where('id', '=', path.session).execute();
    desk.memory.forget(path.session);
    return { status: 204, body: undefined };
  };

/** Would the learner recommend this? The last word counts. */
export const answerSurvey =
  (desk: Desk): Handler<'answerSurvey'> =>
  async ({ caller, path, body }) => {
    const partner = partnerFor(caller, path.session);
    const { numUpdatedRows } = await desk.service.db
      .updateTable('sessions')
      .set({ recommend: body.recommend, touched_at: signOfLife(desk.service.now()) })
      .where('partner_id', '=', partner.id)
      .where('id', '=', path.session)
      .executeTakeFirst();
    if (!numUpdatedRows) throw new Problem('session-unknown', { detail: `There is no session ${path.session}: it may have been erased.` });
    return { status: 204, body: undefined };
  };
