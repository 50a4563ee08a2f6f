import { aboutPathway, type Conductor } from '../../backend/run/conductor.js';
import type { Move } from '../../backend/run/next-move.js';
import { progressOf } from '../../backend/run/progress.js';
import type { SessionRecord } from '../../backend/run/record.js';
import type { Schemas } from '../../contract/index.js';
import type { ItemStep } from '../../model/index.js';
import type { Caller, KnownPartner } from '../access/caller.js';
import type { SessionTokens } from '../access/session-token.js';
import { Problem } from '../http/problem.js';
import type { Service } from '../service.js';
import { createMemory, type Memory } from './memory.js';
import { createReserves, phaseOf, type Reserves } from './reserve.js';
import { lastSubmission, loadRun, type Run } from './run.js';

/** What the operations of sessions work with. */
export interface Desk {
  readonly service: Service;
  readonly tokens: SessionTokens;
  readonly memory: Memory;
  conductorOf(run: Pick<Run, 'record'>): Conductor;
  reserves(conductor: Conductor): Reserves;
  /** What comes next; worked out once for each record. */
  move(conductor: Conductor, record: SessionRecord): Promise<Move>;
  /** The session as the database has it now. @throws {Problem} `session-unknown`. */
  load(partner: string, id: string): Promise<Run>;
  /** Where the session is, and what comes next. `ahead`: the items to give ahead of time. */
  standing(run: Run, ahead: readonly string[], signal: AbortSignal): Promise<Standing>;
  opened(run: Run, resumed: boolean, token: GivenToken, signal: AbortSignal): Promise<Schemas['OpenedSession']>;
}

export type Standing = Pick<Schemas['Receipt'], 'progress' | 'step' | 'reserve'>;

export interface GivenToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** Life of a session token in seconds: for a partner that signs launch tokens, and for one that lets anybody begin. */
const tokenLife = { launched: 30 * 60, open: 7 * 24 * 3600 };

export function createDesk(service: Service, tokens: SessionTokens): Desk {
  const memory = createMemory();
  const reserves = new WeakMap<Conductor, Reserves>();
  const moves = new WeakMap<SessionRecord, Promise<Move>>();

  const desk: Desk = {
    service,
    tokens,
    memory,
    conductorOf: ({ record }) => service.shelf.conductor(record.pack),
    reserves(conductor) {
      const known = reserves.get(conductor) ?? createReserves(conductor);
      reserves.set(conductor, known);
      return known;
    },
    move(conductor, record) {
      const known = moves.get(record) ?? conductor.move(record);
      moves.set(record, known);
      return known;
    },
    async load(partner, id) {
      const known = memory.recall(id);
      const run = memory.keep(await loadRun(service.db, partner, id));
      if (known && known.record !== run.record) desk.conductorOf(run).follow(known.record, run.record);
      return run;
    },

    async standing(run, ahead, signal) {
      const conductor = desk.conductorOf(run);
      const { record } = run;
      const step = await conductor.step(record, await desk.move(conductor, record), signal);
      const asked = step.kind === 'item' ? step.item.id : undefined;
      const last = { gate: record.gate.length, main: record.answers.length };
      if (step.kind === 'item') last[step.phase]++;
      const views = await Promise.all(
        ahead
          .filter((item) => item !== asked)
          .map(
            (item) =>
              conductor.step(record, { kind: 'item', item, phase: phaseOf(conductor.pack, record, item) }, signal) as Promise<ItemStep>,
          ),
      );
      return {
        step,
        progress: progressOf(conductor.pack, record, step),
        reserve: views.map((view) => ({ ...view, number: ++last[view.phase] })),
      };
    },

    async opened(run, resumed, { token, expiresAt }, signal) {
      const conductor = desk.conductorOf(run);
      const [standing, last] = await Promise.all([desk.standing(run, run.handedOut, signal), lastSubmission(service.db, run)]);
      return {
        id: run.id,
        token,
        expiresAt,
        pathway: aboutPathway(conductor.pathway(run.record.pathway)),
        ...standing,
        resumed,
        taken: run.taken,
        ...(last !== undefined && { lastSubmission: last }),
      };
    },
  };
  return desk;
}

/** A session token that begins to live now. */
export function freshToken({ service, tokens }: Desk, partner: KnownPartner, session: string): GivenToken {
  const life = partner.settings.launch === 'open' ? tokenLife.open : tokenLife.launched;
  return tokenUntil(tokens, partner, session, Math.floor(service.now().getTime() / 1000) + life);
}

export const tokenUntil = (tokens: SessionTokens, partner: KnownPartner, session: string, expires: number): GivenToken => ({
  token: tokens.make({ partner: partner.id, session, expires }),
  expiresAt: new Date(expires * 1000).toISOString(),
});

/** The partner on whose behalf a session is read or changed. @throws {Problem} `session-unknown` when the token is for another session. */
export function partnerFor(caller: Caller, session: string): KnownPartner {
  if (caller.scheme === 'partnerKey') return caller.partner;
  if (caller.scheme === 'sessionToken' && caller.session === session) return caller.partner;
  throw new Problem('session-unknown', { detail: 'The token is for another session.' });
}
