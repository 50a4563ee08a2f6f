import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { partnerOf } from './session-row.js';

export const learnerHandlers = ({ db }: Service): Pick<Handlers, 'eraseLearner'> => ({
  /** With a session go its answers, its events, and the webhooks that still waited. */
  async eraseLearner({ caller, path: { learner } }) {
    await db.deleteFrom('sessions').where('partner_id', '=', partnerOf(caller).id).where('learner', '=', learner).execute();
    return { status: 204, body: undefined };
  },
});
