import { DiagnosticError, type SessionSnapshot } from '../../model/index.js';
import type { Backend } from '../backend.js';
import { errorOf } from './failures.js';
import { isAhead, readKept, type KeptSession } from './kept.js';
import { deviceOwners, type HttpOwners } from './owners.js';
import { createAsk, type Outcome } from './request.js';
import type { OpenedSession } from './routes.js';
import { resultWith } from './result.js';
import { createRun, type HttpRun } from './run.js';
import { launchToken, wantsToken, type GetToken } from './speech.js';
import { createWaiting } from './waiting.js';

/** Tries of what the learner asked for and may ask for again. */
const fewTries = 4;

export interface HttpOptions extends Partial<HttpOwners> {
  /** Address of the service: its origin, and a path if it has one. */
  readonly url: string;
  /** Who the learner comes from, where anybody may begin. */
  readonly partner?: string;
  /** A launch token of the partner, a new one at each call: asked for at the beginning, and whenever the session's token has expired. */
  readonly getToken?: GetToken;
}

/**
 * The backend on a service (contract `/v1`): one round trip a question. Answers wait in an outbox until the service has
 * them, also across a reload; meanwhile the learner goes on with a reserve of questions.
 */
export function createHttpBackend(options: HttpOptions): Required<Omit<Backend, 'ahead'>> {
  const { partner, getToken } = options;
  const owners = { ...deviceOwners, ...options };
  const service = options.url.replace(/\/+$/, '');
  const ask = createAsk(service, owners);
  const waiting = createWaiting(owners);
  const means = { ask, waiting, getToken, timers: owners.timers };
  const runs = new Map<string, HttpRun>();
  /** Pathways that were begun: to begin one again is meant. */
  const begun = new Set<string>();

  const find = (session: string): HttpRun => {
    const run = runs.get(session);
    if (run) return run;
    throw new DiagnosticError('unexpected', `This backend has no open session "${session}". Call open() first.`, { recoverable: false });
  };

  const adopt = (kept: KeptSession): HttpRun => {
    const known = runs.get(kept.session);
    const run = known && !isAhead(kept, known.held.kept) ? known : createRun(kept, means);
    runs.set(kept.session, run);
    return run;
  };

  const request = async (pathway: string, session: string | undefined, signal: AbortSignal): Promise<OpenedSession> => {
    const key = crypto.randomUUID();
    const anew = session === undefined && begun.has(pathway);
    let launch: Outcome<string> | undefined;
    for (let made = 1; ; made++) {
      if (getToken && (!launch || 'failure' in launch)) launch = await launchToken(getToken);
      signal.throwIfAborted();
      const token = launch && 'said' in launch ? launch.said : undefined;
      const body = {
        ...(!getToken && partner !== undefined && { partner }),
        pathway,
        ...(session !== undefined && { session }),
        ...(anew && { anew }),
      };
      const outcome = launch && 'failure' in launch ? launch : await ask('openSession', { key, token, body }, signal);
      if ('said' in outcome) return outcome.said;
      const { failure } = outcome;
      // Used before, or too old after a long wait: another one may do.
      const stale = getToken !== undefined && wantsToken(failure);
      if (stale) launch = undefined;
      if (made >= fewTries || !(failure.kind === 'lost' || stale)) throw errorOf(failure);
      await waiting.pause(made - 1, failure.retryAfter, signal);
    }
  };

  /** @param wanted the session to go on with, when its token is no longer good. */
  const begin = async (pathway: string, wanted: string | undefined, signal: AbortSignal): Promise<SessionSnapshot> => {
    const opened = await request(pathway, wanted, signal);
    const { id, token, pathway: about, taken, reserve, step, progress, resumed } = opened;
    const kept = { version: 1, service, session: id, token, pathway: about, taken, outbox: [], reserve, step, progress } as const;
    const snapshot = await (runs.get(id) ?? adopt(kept)).enter(opened, resumed, signal);
    begun.add(pathway);
    return snapshot;
  };

  return {
    capabilities: { attests: true, sends: true, surveys: true },

    async open({ pathway, resume }, signal) {
      const kept = readKept(resume, service, pathway);
      if (!kept) return begin(pathway, undefined, signal);
      const opened = await adopt(kept).goOn(signal);
      if (opened) {
        begun.add(pathway);
        return opened;
      }
      // Its token is dead, or it was erased: with a launch token it may still be the learner's.
      try {
        if (getToken) return await begin(pathway, kept.session, signal);
      } catch (thrown) {
        if (!(thrown instanceof DiagnosticError) || thrown.code !== 'session-lost') throw thrown;
      }
      runs.delete(kept.session);
      return begin(pathway, undefined, signal);
    },

    answer: (session, submission, signal) => find(session).answer(submission, signal),

    async answers(session, signal) {
      return (await find(session).ask('listAnswers', {}, Infinity, signal)).answers;
    },

    reopen: (session, item, signal) => find(session).ask('readAnswer', { names: { item } }, Infinity, signal),

    async finish(session, offers, signal) {
      const run = find(session);
      return { result: await resultWith(run, offers, signal), resume: run.held.kept };
    },

    explain: (session, signal) => find(session).ask('explain', {}, fewTries, signal),

    async attest(session, signal) {
      return (await find(session).ask('attest', {}, fewTries, signal)).attestation;
    },

    async share(session, signal) {
      const run = find(session);
      const { sharedAt, attestation } = await run.ask('share', {}, fewTries, signal);
      return { sharedAt, attestation, resume: run.held.kept };
    },

    async survey(session, recommend, signal) {
      await find(session).ask('answerSurvey', { body: { recommend } }, fewTries, signal);
    },

    watch: (session, told) => find(session).held.watch(told),
  };
}
