import { explain } from '../backend/run/explain.js';
import { resultOf } from '../backend/run/result.js';
import { Problem } from '../contract/problem.js';
import type { Result, SessionExplanation } from '../model/index.js';
import { achievementOf, isCompleted } from '../reports/achievement.js';
import { attestationClaims, attestationType } from '../reports/attestation.js';
import { credentialOf } from '../reports/credential.js';
import { franceTravailPayload, stageOf } from '../reports/france-travail.js';
import { reportOf } from '../reports/report.js';
import type { Caller } from './caller.js';
import { etagOf } from './etag.js';
import { recordEvent } from './feed.js';
import type { Operations } from './operations.js';
import { partnerOf } from './partners.js';
import { sessionFor, shared, told, type StandInSession, type ToldShared } from './session.js';
import { signer } from './signer.js';
import type { StandIn } from './stand-in.js';

type Finished = StandInSession & { readonly result: Result };

/** @throws {Problem} `session-unfinished`; `result-not-shared` when somebody else than the learner asks too early. */
function finishedFor(standIn: StandIn, caller: Caller, id: string): Finished {
  const session = sessionFor(standIn, caller, id);
  if (!session.result) throw new Problem('session-unfinished');
  if (caller.scheme !== 'sessionToken' && !shared(session)) throw new Problem('result-not-shared');
  return session as Finished;
}

/** @throws {Problem} `result-not-shared`. */
function sharedFor(standIn: StandIn, caller: Caller, id: string): { readonly session: StandInSession; readonly row: ToldShared } {
  const session = sessionFor(standIn, caller, id);
  const row = shared(session);
  if (!row) throw new Problem('result-not-shared');
  return { session, row };
}

const explained = async (
  { conductor, source }: StandIn,
  { record, offers }: StandInSession,
  signal: AbortSignal,
): Promise<SessionExplanation> => explain(await conductor.outcome(record, offers), (item) => source.item(item, signal));

/** Signs a result once: whoever asks again gets the same. */
async function attested(standIn: StandIn, { record: { id } }: StandInSession): Promise<string> {
  const session = standIn.sessions.get(id);
  if (!session?.result) throw new Problem('session-unfinished');
  const result: Result = { ...session.result, state: 'shared' };
  const claims = attestationClaims(standIn.address, session.partner, told(session), result, new Date(standIn.now()));
  const signed = session.attestation ?? (await signer.sign(claims, attestationType));
  const now = standIn.sessions.get(id);
  if (!now) throw new Problem('session-unknown');
  const attestation = now.attestation ?? signed;
  standIn.sessions.set(id, { ...now, attestation });
  return attestation;
}

/** What becomes of a result: made, read, explained, signed, shared, told. */
export const resultOperations: Pick<
  Operations,
  'finish' | 'readResult' | 'explain' | 'attest' | 'share' | 'readBadge' | 'readReport' | 'readFranceTravail'
> = {
  async finish(standIn, { caller, path, body }) {
    const { conductor, sessions, now } = standIn;
    const session = sessionFor(standIn, caller, path.session);
    if (session.result) return { status: 200, body: session.result };
    if ((await conductor.move(session.record)).kind !== 'end') throw new Problem('session-unfinished');
    const own = partnerOf(standIn, session.partner).settings.offers ?? [];
    const offers = [...own, ...(body.offers ?? []).filter(({ id }) => !own.some((offer) => offer.id === id))];
    const record = { ...session.record, finishedAt: now() };
    const result = resultOf(await conductor.outcome(record, offers));
    const before = sessionFor(standIn, caller, path.session);
    // Another request was quicker.
    if (before.result) return { status: 200, body: before.result };
    const finished = { ...before, record, offers, result };
    sessions.set(record.id, finished);
    recordEvent(standIn, 'session.finished', finished);
    return { status: 200, body: result };
  },

  readResult(standIn, { caller, path }) {
    const { result } = finishedFor(standIn, caller, path.session);
    return { status: 200, body: result, etag: `"${result.state}"` };
  },

  async explain(standIn, { caller, path, signal }) {
    return { status: 200, body: await explained(standIn, finishedFor(standIn, caller, path.session), signal) };
  },

  async attest(standIn, { caller, path }) {
    return { status: 200, body: { attestation: await attested(standIn, sessionFor(standIn, caller, path.session)) } };
  },

  async share(standIn, { caller, path }) {
    const attestation = await attested(standIn, sessionFor(standIn, caller, path.session));
    const session = finishedFor(standIn, caller, path.session);
    const sharedAt = session.record.sharedAt ?? standIn.now();
    if (session.record.sharedAt === undefined) {
      const result: Result = { ...session.result, state: 'shared' };
      const done = { ...session, record: { ...session.record, sharedAt }, result };
      standIn.sessions.set(session.record.id, done);
      recordEvent(standIn, 'session.shared', done, { result, attestation });
    }
    return { status: 200, body: { sharedAt, attestation } };
  },

  async readBadge(standIn, { caller, path }) {
    const { row } = sharedFor(standIn, caller, path.session);
    if (!isCompleted(row)) throw new Problem('session-unfinished');
    const { address, conductor } = standIn;
    const credential = credentialOf(address, row.id, row.shared_at, achievementOf(conductor.pack, row.result));
    return { status: 200, body: await signer.sign(credential, 'JWT', `${address}/.well-known/jwks.json`) };
  },

  async readReport(standIn, { caller, path, signal }) {
    const { session, row } = sharedFor(standIn, caller, path.session);
    const body = reportOf(row, standIn.conductor.pathway(row.pathway), await explained(standIn, session, signal));
    return { status: 200, body, etag: await etagOf(body) };
  },

  readFranceTravail(standIn, { caller, path }) {
    const row = told(sessionFor(standIn, caller, path.session));
    const { settings } = partnerOf(standIn, caller.partner);
    return { status: 200, body: franceTravailPayload(row, standIn.conductor.pack, settings.name, stageOf(row)) };
  },
};
