import { Problem } from '../contract/problem.js';
import { summaryOf } from '../reports/campaign.js';
import { lineOf, tableOf } from '../reports/csv.js';
import { sharedResultOf } from '../reports/report.js';
import { numbersOf } from './campaign.js';
import { eraseWhere, shared, told, type ToldShared } from './session.js';
import type { Operations } from './operations.js';
import { pageOf } from './page.js';
import type { StandIn } from './stand-in.js';

const placeOf = ({ shared_at: at, id }: ToldShared): string => `${at.toISOString()} ${id}`;
const place = /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/;

/** Shared sessions of a partner, oldest first. */
const sharedWith = ({ sessions }: StandIn, partner: string, campaign: string | undefined): readonly ToldShared[] =>
  [...sessions.values()]
    .filter((session) => session.partner === partner && (campaign === undefined || session.campaign === campaign))
    .flatMap((session) => shared(session) ?? [])
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

/** What a partner reads of many sessions, and how it erases them. */
export const listOperations: Pick<Operations, 'listSessions' | 'exportResults' | 'readCampaign' | 'eraseLearner'> = {
  listSessions(standIn, { caller, query }) {
    const { page, next } = pageOf(sharedWith(standIn, caller.partner, query.campaign), placeOf, place, query);
    return { status: 200, body: { results: page.map(sharedResultOf), ...(next !== undefined && { next }) } };
  },

  exportResults: (standIn, { caller, query }) => ({
    status: 200,
    body: tableOf(sharedWith(standIn, caller.partner, query.campaign).map(lineOf)),
  }),

  readCampaign({ sessions }, { caller, path: { campaign } }) {
    if (caller.campaign !== undefined && caller.campaign !== campaign) throw new Problem('scope-missing');
    const own = [...sessions.values()].filter((session) => session.partner === caller.partner && session.campaign === campaign);
    return { status: 200, body: summaryOf(campaign, numbersOf(own.map(told))) };
  },

  eraseLearner(standIn, { caller, path: { learner } }) {
    eraseWhere(standIn, (session) => session.partner === caller.partner && session.learner === learner);
    return { status: 204, body: undefined };
  },
};
