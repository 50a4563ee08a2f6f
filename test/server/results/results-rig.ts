import { resultOf } from '../../../src/backend/run/result.js';
import { contract, type AnswerTo, type OperationId, type RequestOf } from '../../../src/contract/index.js';
import { respond } from '../../../src/contract/respond.js';
import type { Result } from '../../../src/model/index.js';
import type { Caller, KnownPartner, PartnerSettings } from '../../../src/server/access/caller.js';
import { migrate } from '../../../src/server/database/migrate.js';
import type { Database } from '../../../src/server/database/schema.js';
import { recordEvent, type NewEvent } from '../../../src/server/events/record.js';
import { Problem } from '../../../src/server/http/problem.js';
import type { Handlers } from '../../../src/server/http/routes.js';
import { silent } from '../../../src/server/log.js';
import { createMetrics } from '../../../src/server/metrics.js';
import { resultHandlers } from '../../../src/server/results/handlers.js';
import { createKeyRing } from '../../../src/server/results/key-ring.js';
import type { Clock } from '../../../src/server/retention.js';
import type { Service } from '../../../src/server/service.js';
import { keptRecord } from '../../../src/server/sessions/kept-record.js';
import { faultsOfResponse } from '../../support/answers.js';
import { knowsAll, live, type Learner } from '../../support/runs.js';
import { memoryDatabase } from '../../support/memory-database.js';
import { conductor, packVersion, played } from './play.js';

export const address = 'https://diagnostic.example.org';

const settings: PartnerSettings = { name: 'Réseau du Port', origins: ['https://port.example'], launch: 'open', pathways: ['sondage'] };

/** What becomes of results, over a database, without HTTP: sessions are there at a word, and a test asks as whomever it likes. */
export interface ResultsRig {
  readonly service: Service & { readonly keys: ReturnType<typeof createKeyRing> };
  /** Adds a partner, or changes its settings. */
  partner(id: string, more?: Partial<PartnerSettings>): Promise<KnownPartner>;
  /** A session as it is once the learner has seen the result, or earlier; its id. */
  session(about?: SessionWish): Promise<string>;
  /** Asks as somebody, and holds the answer against the contract. */
  ask<O extends keyof ReturnType<typeof resultHandlers>>(
    operation: O,
    caller: Caller,
    request?: Partial<RequestOf<O>>,
  ): Promise<AnswerTo<O>>;
  /** The learner of a session, by its token. */
  learner(session: string, partner?: string): Caller;
  /** The partner's server, by its key. */
  server(partner?: string): Caller;
  /** Some time passes. */
  later(milliseconds: number): void;
  /** The time, as the retention job is to read it. */
  readonly clock: Clock;
  close(): Promise<void>;
}

export interface SessionWish {
  readonly partner?: string;
  readonly pathway?: string;
  readonly learner?: string | null;
  readonly campaign?: string | null;
  readonly knows?: Learner;
  readonly unfinished?: boolean;
  readonly recommend?: number;
}

export async function openResultsRig(given?: Database): Promise<ResultsRig> {
  const db = given ?? (await memoryDatabase());
  await migrate(db);
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const partners = new Map<string, KnownPartner>();
  const service: ResultsRig['service'] = {
    db,
    shelf: {
      current: packVersion,
      versions: [packVersion],
      conductor: (version) => {
        if (version === packVersion) return conductor;
        throw new Problem('unavailable', { detail: `no ${version}` });
      },
    },
    partners: {
      find: (id) => (partners.has(id) ? Promise.resolve(partners.get(id)!) : Promise.reject(new Problem('partner-unknown'))),
      issuedBy: () => Promise.resolve(undefined),
      withKey: () => Promise.resolve(undefined),
      knowsOrigin: () => Promise.resolve(false),
      all: () => Promise.resolve([]),
      write: () => Promise.reject(new Error('not here')),
      disable: () => Promise.reject(new Error('not here')),
    },
    keys: createKeyRing(db, now),
    address,
    now,
    seed: () => 1,
    log: silent,
    metrics: createMetrics(),
  };
  const handlers = resultHandlers(service);
  const rig: ResultsRig = {
    service,

    async partner(id, more = {}) {
      const known: KnownPartner = { id, settings: { ...settings, ...more }, revision: 1 };
      partners.set(id, known);
      const text = JSON.stringify(known.settings);
      await db
        .insertInto('partners')
        .values({ id, settings: text, revision: 1, changed_at: now() })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ settings: text }))
        .execute();
      return known;
    },

    async session({
      partner = 'port',
      pathway = 'sondage',
      learner = null,
      campaign = null,
      knows = knowsAll,
      unfinished = false,
      recommend,
    } = {}) {
      const startedAt = now().toISOString();
      const { record, submissions } = await played(pathway, knows, startedAt);
      const finished = { ...record, finishedAt: now().toISOString() };
      const result: Result = resultOf(await conductor.outcome(finished, []));
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('sessions')
          .values({
            partner_id: partner,
            id: record.id,
            pathway,
            pack: packVersion,
            learner,
            campaign,
            opened_by: null,
            record: JSON.stringify(keptRecord(unfinished ? record : finished)),
            taken: submissions.length,
            reserve: '[]',
            started_at: startedAt,
            touched_at: startedAt,
            finished_at: unfinished ? null : finished.finishedAt,
            shared_at: null,
            offers: '[]',
            result: unfinished ? null : JSON.stringify(result),
            attestation: null,
            recommend: recommend ?? null,
          })
          .execute();
        await transaction
          .insertInto('submissions')
          .values(
            submissions.map((submission, i) => ({
              partner_id: partner,
              session_id: record.id,
              sequence: i + 1,
              id: submission.id,
              digest: 'unread here',
              item: submission.kind === 'answer' ? submission.item : null,
              response: submission.kind === 'answer' ? JSON.stringify(submission.response) : null,
              taken_at: startedAt,
            })),
          )
          .execute();
        await tell(transaction, {
          partner,
          type: unfinished ? 'session.started' : 'session.finished',
          session: record.id,
          data: { session: record.id, pathway, ...(learner !== null && { learner }), ...(campaign !== null && { campaign }) },
        });
      });
      return record.id;
    },

    async ask<O extends keyof ReturnType<typeof resultHandlers>>(operation: O, caller: Caller, request: Partial<RequestOf<O>> = {}) {
      const call = {
        path: {},
        query: {},
        body: undefined,
        ...request,
        caller,
        key: undefined,
        ifMatch: undefined,
        origin: undefined,
        signal: live,
      };
      const answer = (await (handlers[operation] as Handlers[OperationId])(call as never)) as AnswerTo<O>;
      const faults = await faultsOfResponse(
        operation,
        respond(
          contract.find(({ id }) => id === operation)!,
          answer,
          undefined,
        ),
      );
      if (faults.length) throw new Error(`not what the contract says: ${faults.join(', ')}`);
      return answer;
    },

    learner: (session, partner = 'port') => ({ scheme: 'sessionToken', partner: partners.get(partner)!, session, expires: 2e9 }),
    server: (partner = 'port') => ({ scheme: 'partnerKey', partner: partners.get(partner)! }),
    later: (milliseconds) => void (ahead += milliseconds),
    clock: () => Promise.resolve(now()),
    close: () => db.destroy(),
  };
  await rig.partner('port');
  return rig;
}

/** Writes an event of a session as it is. */
export async function tell(db: Database, event: NewEvent): Promise<void> {
  const { partner, session } = event;
  const found = db.selectFrom('sessions').select('partner_id').where('partner_id', '=', partner).where('id', '=', session);
  if (!(await recordEvent(db, event, found))) throw new Error(`There is no session ${session}.`);
}

/** The code of the problem with which a promise is refused. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.code;
    throw thrown;
  }
  throw new Error('This was to be refused, and was not.');
}
