import { aboutPathway } from '../backend/run/conductor.js';
import { explain } from '../backend/run/explain.js';
import { resultOf } from '../backend/run/result.js';
import type { OperationId, Schemas } from '../contract/index.js';
import type { Result } from '../model/index.js';
import { version } from '../version.js';
import { launchedBy, openSession } from './open-session.js';
import { newToken, openedSession } from './place.js';
import { problem, type Answer } from './problem.js';
import type { StandInSession } from './session.js';
import type { StandIn } from './stand-in.js';
import { submit } from './submit.js';

export interface Call {
  readonly names: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  readonly key: string | undefined;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

type Operation = (standIn: StandIn, call: Call) => Promise<Answer>;
type WithSession = (standIn: StandIn, call: Call, session: StandInSession, id: string) => Promise<Answer>;

/** For the one whose session it is. */
const own =
  (operation: WithSession): Operation =>
  (standIn, call) => {
    const id = call.names['session'] ?? '';
    if (call.token === undefined) return Promise.resolve(problem(401, 'token-missing', 'A token is needed.'));
    if (standIn.tokens.get(call.token) !== id) return Promise.resolve(problem(401, 'token-invalid', 'The token is not valid.'));
    const session = standIn.sessions.get(id);
    return session ? operation(standIn, call, session, id) : Promise.resolve(problem(404, 'session-unknown', 'There is no such session.'));
  };

const whenFinished = (operation: (...args: [...Parameters<WithSession>, result: Result]) => Promise<Answer>): Operation =>
  own((standIn, call, session, id) =>
    session.result
      ? operation(standIn, call, session, id, session.result)
      : Promise.resolve(problem(409, 'session-unfinished', 'There is no result yet.')),
  );

const said = (body: object): Answer => ({ status: 200, body });
const attested = ({ signer }: StandIn, result: Result): Promise<string> => signer.sign({ result: { ...result, state: 'shared' } });

/** What a learner's page may ask, as the contract names it. */
export const operations: Readonly<Partial<Record<OperationId, Operation>>> = {
  listPathways: ({ conductor }) => Promise.resolve(said({ pathways: conductor.pack.pathways.map(aboutPathway) })),

  openSession: (standIn, call) => openSession(standIn, call.body as Schemas['OpenRequest'], call, call.signal),

  readSession: own(async (standIn, { token = '', signal }, _, id) => said(await openedSession(standIn, id, token, true, signal))),

  renewToken: (standIn, { names, token }) => {
    const id = names['session'] ?? '';
    const launch = launchedBy(standIn, token, undefined);
    if (!launch) return Promise.resolve(problem(401, 'launch-replayed', 'The launch token was used before.'));
    const session = standIn.sessions.get(id);
    const known = session && session.learner === launch.sub;
    return Promise.resolve(known ? said(newToken(standIn, id)) : problem(404, 'session-unknown', 'There is no such session.'));
  },

  eraseSession: own(({ sessions }, _, __, id) => {
    sessions.delete(id);
    return Promise.resolve({ status: 204 });
  }),

  submit: own((standIn, { key, body, signal }, _, id) =>
    key === undefined
      ? Promise.resolve(problem(400, 'request-invalid', 'An idempotency key is needed.'))
      : submit(standIn, id, key, body as Schemas['SubmissionRequest'], signal),
  ),

  listAnswers: own(async ({ conductor }, { signal }, { record }) => said({ answers: await conductor.answers(record, signal) })),

  readAnswer: own(async ({ conductor }, { names, signal }, { record }) => {
    const item = names['item'] ?? '';
    if (!record.answers.some((answer) => answer.item === item))
      return problem(409, 'item-not-asked', 'This session did not ask that item.');
    return said(await conductor.reopen(record, item, signal));
  }),

  finish: own(async ({ conductor, sessions, now }, { body }, session, id) => {
    if (session.result) return said(session.result);
    if ((await conductor.move(session.record)).kind !== 'end') return problem(409, 'session-unfinished', 'There is something left to do.');
    const { offers = [] } = body as Schemas['FinishRequest'];
    const record = { ...session.record, finishedAt: now() };
    const result = resultOf(await conductor.outcome(record, offers));
    sessions.set(id, { ...session, record, offers, result });
    return said(result);
  }),

  readResult: whenFinished((_, __, ___, ____, result) => Promise.resolve(said(result))),

  explain: whenFinished(async ({ conductor, source }, { signal }, { record, offers }) =>
    said(await explain(await conductor.outcome(record, offers), (item) => source.item(item, signal))),
  ),

  attest: whenFinished(async (standIn, _, __, ___, result) => said({ attestation: await attested(standIn, result) })),

  share: whenFinished(async (standIn, _, session, id, result) => {
    const attestation = await attested(standIn, result);
    const sharedAt = session.record.sharedAt ?? standIn.now();
    standIn.sessions.set(id, { ...session, record: { ...session.record, sharedAt }, result: { ...result, state: 'shared' } });
    return said({ sharedAt, attestation });
  }),

  answerSurvey: own(() => Promise.resolve({ status: 204 })),

  readKeys: async ({ signer }) => said({ keys: [await signer.published()] }),

  readHealth: ({ conductor: { pack } }) =>
    Promise.resolve(said({ status: 'ok', version, database: 'ok', packs: [`${pack.id}@${pack.version}`] })),
};
