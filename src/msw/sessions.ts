import { aboutPathway } from '../backend/run/conductor.js';
import { Problem } from '../contract/problem.js';
import { etagOf } from './etag.js';
import { openSession, useLaunch } from './open-session.js';
import type { Operations } from './operations.js';
import { partnerOf } from './partners.js';
import { newToken, openedSession } from './place.js';
import { eraseWhere, sessionFor } from './session.js';
import { submit } from './submit.js';

/** What a learner's page asks for until there is a result. */
export const sessionOperations: Pick<
  Operations,
  'listPathways' | 'openSession' | 'readSession' | 'eraseSession' | 'renewToken' | 'submit' | 'listAnswers' | 'readAnswer' | 'answerSurvey'
> = {
  async listPathways(standIn, { query }) {
    const { pathways: all } = standIn.conductor.pack;
    const { pathways: offered } = partnerOf(standIn, query.partner).settings;
    const body = { pathways: offered.flatMap((id) => all.filter((pathway) => pathway.id === id)).map(aboutPathway) };
    return { status: 200, body, etag: await etagOf(body) };
  },

  openSession,

  async readSession(standIn, { caller, path, signal }) {
    const { record, log } = sessionFor(standIn, caller, path.session);
    const body = await openedSession(standIn, record.id, caller.token ?? '', log.length > 0, signal);
    return { status: 200, body };
  },

  eraseSession(standIn, { caller, path }) {
    const id = path.session.toLowerCase();
    if (caller.scheme === 'sessionToken' && caller.session !== id) throw new Problem('session-unknown');
    eraseWhere(standIn, ({ record, partner }) => record.id === id && partner === caller.partner);
    return { status: 204, body: undefined };
  },

  renewToken(standIn, { caller, path, key }) {
    const { partner, launch = {} } = caller;
    useLaunch(standIn, partner, launch, key);
    const session = standIn.sessions.get(path.session.toLowerCase());
    if (session?.partner !== partner || session.learner !== (launch.sub ?? null)) throw new Problem('session-unknown');
    return { status: 200, body: newToken(standIn, session.record.id) };
  },

  submit: async (standIn, { caller, path, key = '', body, signal }) => {
    const { record } = sessionFor(standIn, caller, path.session);
    return { status: 200, body: await submit(standIn, record.id, key.toLowerCase(), body, signal) };
  },

  async listAnswers(standIn, { caller, path, signal }) {
    const { record } = sessionFor(standIn, caller, path.session);
    return { status: 200, body: { answers: await standIn.conductor.answers(record, signal) } };
  },

  async readAnswer(standIn, { caller, path, signal }) {
    const { record } = sessionFor(standIn, caller, path.session);
    if (!record.answers.some(({ item }) => item === path.item)) throw new Problem('item-not-asked');
    return { status: 200, body: await standIn.conductor.reopen(record, path.item, signal) };
  },

  answerSurvey(standIn, { caller, path, body }) {
    const session = sessionFor(standIn, caller, path.session);
    standIn.sessions.set(session.record.id, { ...session, recommend: body.recommend });
    return { status: 204, body: undefined };
  },
};
