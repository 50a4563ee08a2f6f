import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { newRecord } from '../../backend/run/conductor.js';
import type { Schemas } from '../../contract/index.js';
import type { KnownPartner, LaunchClaims } from '../access/caller.js';
import { checkPage } from '../access/doorkeeper.js';
import type { Tables } from '../database/schema.js';
import { signOfLife } from '../database/sign-of-life.js';
import { recordEvent } from '../events/record.js';
import { charge } from '../http/admission.js';
import { Problem } from '../http/problem.js';
import type { Call, Handler } from '../http/routes.js';
import type { Limiter } from '../limits.js';
import { freshToken, type Desk } from './desk.js';
import { about } from './events.js';
import { keptRecord } from './kept-record.js';
import { useLaunch } from './launches.js';
import type { Run } from './run.js';
import { takeTurns } from './turn.js';

interface Asker {
  readonly partner: KnownPartner;
  /** Of who comes with a launch token. */
  readonly claims: LaunchClaims | undefined;
}

async function askerOf({ service }: Desk, { caller, body, origin }: Call<'openSession'>): Promise<Asker> {
  if (caller.scheme === 'launchToken') {
    const { partner, claims } = caller;
    if (body.partner !== undefined && body.partner !== partner.id)
      throw new Problem('scope-missing', { detail: `The launch token is of the partner ${partner.id}, not of ${body.partner}.` });
    if (claims.pathway !== undefined && claims.pathway !== body.pathway)
      throw new Problem('scope-missing', { detail: `The launch token is for the pathway ${claims.pathway}, not for ${body.pathway}.` });
    return { partner, claims };
  }
  if (body.partner === undefined)
    throw new Problem('token-missing', {
      detail: 'Say which partner this is for: with a launch token, or with "partner" where anybody may begin.',
    });
  const partner = await service.partners.find(body.partner);
  if (partner.settings.launch !== 'open') throw new Problem('token-missing', { detail: `The partner ${partner.id} needs a launch token.` });
  checkPage(partner, origin);
  return { partner, claims: undefined };
}

interface Found {
  readonly id: string;
  readonly begun: boolean;
}

/** Milliseconds for which a pathway that a learner finished is not proposed to them again. */
const memory = 30 * 24 * 3_600_000;

/** Sessions that the request may mean, and those that say what the learner did not long ago, the latest first: read at once. */
async function sessionsAbout(trx: Transaction<Tables>, { body, key }: Call<'openSession'>, { partner, claims }: Asker, at: Date) {
  const learner = claims?.sub;
  if (key === undefined && learner === undefined) return [];
  return trx
    .selectFrom('sessions')
    .select(['id', 'pathway', 'learner', 'opened_by', 'finished_at', sql<string>`coalesce(record ->> 'route', pathway)`.as('done')])
    .where('partner_id', '=', partner.id)
    .where(({ eb, or, and }) =>
      or([
        ...(key === undefined ? [] : [eb('opened_by', '=', key)]),
        ...(learner === undefined
          ? []
          : [
              and([
                eb('learner', '=', learner),
                or([
                  eb('finished_at', 'is', null),
                  eb('finished_at', '>', new Date(at.getTime() - memory)),
                  ...(body.session === undefined ? [] : [eb('id', '=', body.session)]),
                ]),
              ]),
            ]),
      ]),
    )
    .orderBy('started_at', 'desc')
    .execute();
}
type About = Awaited<ReturnType<typeof sessionsAbout>>;

/** The session that the request means, if there is one already. */
function findSession(about: About, { body, key }: Call<'openSession'>, { claims }: Asker): Found | undefined {
  const same = about.find((session) => key !== undefined && session.opened_by === key.toLowerCase());
  if (same && (same.pathway !== body.pathway || same.learner !== (claims?.sub ?? null)))
    throw new Problem('key-reused', { detail: 'This idempotency key opened another session: draw a new key for each opening.' });
  if (same) return { id: same.id, begun: true };
  const own = about.filter(({ learner, pathway }) => learner !== null && learner === claims?.sub && pathway === body.pathway);
  if (body.session !== undefined) {
    const named = own.find(({ id }) => id === body.session?.toLowerCase());
    if (named) return { id: named.id, begun: false };
    throw new Problem('session-unknown', { detail: `There is no session ${body.session} of this learner and this pathway.` });
  }
  const unfinished = body.anew ? undefined : own.find((session) => session.finished_at === null);
  return unfinished && { id: unfinished.id, begun: false };
}

/** Pathways that a learner, known by the partner's pseudonym, finished not long ago, the first one first. */
function finishedBy(about: About, learner: string): readonly string[] {
  const finished = about
    .flatMap(({ learner: who, finished_at: at, done }) => (who === learner && at ? [{ at: at.getTime(), done }] : []))
    .sort((a, b) => a.at - b.at);
  return [...new Set(finished.map(({ done }) => done))];
}

async function beginSession(
  trx: Transaction<Tables>,
  desk: Desk,
  { body, key }: Call<'openSession'>,
  { partner, claims }: Asker,
  before: readonly string[],
  at: Date,
): Promise<Run> {
  const { shelf, seed } = desk.service;
  const conductor = shelf.conductor(shelf.current);
  const id = randomUUID();
  const record = newRecord({
    id,
    pack: shelf.current,
    pathway: body.pathway,
    ...(before.length && { before }),
    seed: seed(),
    startedAt: at.toISOString(),
  });
  const move = await desk.move(conductor, record);
  const asked = move.kind === 'item' ? [move.item] : [];
  const handedOut = [...asked, ...(await desk.reserves(conductor).more(record, asked))];
  const run: Run = {
    partner: partner.id,
    id,
    learner: claims?.sub ?? null,
    campaign: claims?.campaign ?? null,
    record,
    taken: 0,
    handedOut,
    finishedAt: null,
    sharedAt: null,
  };
  await recordEvent(
    trx,
    { partner: partner.id, type: 'session.started', session: id, data: about(run) },
    trx
      .insertInto('sessions')
      .values({
        partner_id: partner.id,
        id,
        pathway: body.pathway,
        pack: shelf.current,
        learner: run.learner,
        campaign: run.campaign,
        opened_by: key ?? null,
        record: JSON.stringify(keptRecord(record)),
        taken: 0,
        reserve: JSON.stringify(handedOut),
        started_at: at,
        touched_at: signOfLife(at),
        offers: '[]',
      })
      .returning('partner_id'),
  );
  return run;
}

/** @throws {Problem} `pathway-unknown` unless the partner offers it. */
function checkPathway({ service: { shelf } }: Desk, { settings }: KnownPartner, pathway: string): void {
  if (!settings.pathways.includes(pathway))
    throw new Problem('pathway-unknown', {
      detail: `The partner offers no pathway "${pathway}". It offers: ${settings.pathways.join(', ')}.`,
    });
  shelf.conductor(shelf.current).pathway(pathway);
}

/** Begins a session, or goes on with one. */
export const openSession =
  (desk: Desk, limiter: Limiter): Handler<'openSession'> =>
  async (call) => {
    const asker = await askerOf(desk, call);
    const { partner, claims } = asker;
    checkPathway(desk, partner, call.body.pathway);
    const { run, found } = await desk.service.db.transaction().execute(async (trx) => {
      // One at a time for each learner and each key, so that two requests at once begin one session.
      const names = [claims?.sub, call.key?.toLowerCase()].filter((name) => name !== undefined);
      await takeTurns(trx, partner.id, names);
      if (claims) await useLaunch(trx, partner.id, claims, call.key);
      const at = desk.service.now();
      const known = await sessionsAbout(trx, call, asker, at);
      const found = findSession(known, call, asker);
      if (found) return { found };
      if (claims) charge(limiter, 'beginning', `${partner.id}/${claims.sub}`);
      charge(limiter, 'beginnings', partner.id);
      return { run: await beginSession(trx, desk, call, asker, claims ? finishedBy(known, claims.sub) : [], at) };
    });
    const current = run ? desk.memory.keep(run) : await desk.load(partner.id, found.id);
    const opened: Schemas['OpenedSession'] = await desk.opened(
      current,
      found?.begun === false,
      freshToken(desk, partner, current.id),
      call.signal,
    );
    return { status: found?.begun === false ? 200 : 201, body: opened };
  };
