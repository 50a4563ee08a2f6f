import type { ColumnType, Generated, Kysely } from 'kysely';
import type { Offer, Result } from '../../model/index.js';
import type { Schemas } from '../../contract/index.js';
import type { KeptRecord } from '../sessions/kept-record.js';

/** A jsonb column: read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;
type Time = ColumnType<Date, Date | string, Date | string>;
/** Now, unless it is given. */
type TimeOrNow = ColumnType<Date, Date | string | undefined, Date | string>;

/** The tables that begin with `partner_id` hold what is a partner's: each statement reads and writes rows of one partner alone. The others are small, and about all. */
export interface Tables {
  partners: {
    id: string;
    settings: Json<Schemas['PartnerSettings']>;
    /** One more at each change. */
    revision: number;
    changed_at: Time;
    /** Its settings come from the configuration file. */
    from_file: Generated<boolean>;
    /** Nobody may use the service on its behalf since; its sessions stay until they are old enough. */
    disabled_at: Time | null;
  };
  /** Launch tokens that were used. */
  launches: {
    partner_id: string;
    jti: string;
    /** The idempotency key of the request that used it: the same request may come again. */
    used_by: string | null;
    expires_at: Time;
  };
  sessions: {
    partner_id: string;
    id: string;
    pathway: string;
    /** `id@version`. */
    pack: string;
    /** The partner's pseudonym. */
    learner: string | null;
    campaign: string | null;
    /** Idempotency key of the request that opened it. */
    opened_by: string | null;
    record: Json<KeptRecord>;
    /** Submissions that took effect. */
    taken: number;
    /** Items given ahead of time, first one first. */
    reserve: Json<readonly string[]>;
    started_at: Time;
    /** Last sign of life. */
    touched_at: Time;
    finished_at: Time | null;
    shared_at: Time | null;
    offers: Json<readonly Offer[]>;
    result: Json<Result> | null;
    attestation: string | null;
    /** Answer to the survey, 0 to 10. */
    recommend: number | null;
  };
  submissions: {
    partner_id: string;
    session_id: string;
    /** From 1, without gaps. */
    sequence: number;
    id: string;
    /** SHA-256 of the request, to refuse another one under the same id. */
    digest: string;
    item: string | null;
    response: Json<unknown> | null;
    taken_at: Time;
  };
  /** What happened, for whoever asks or is told. */
  events: {
    partner_id: string;
    id: string;
    /** From 1 for each partner, in the order in which they are committed. */
    position: string;
    type: Schemas['Event']['type'];
    session_id: string;
    data: Json<Schemas['Event']['data']>;
    created_at: TimeOrNow;
  };
  /** Where each partner's feed is. Whoever writes an event has the row until it is committed, so that they are told one after the other. */
  feeds: {
    partner_id: string;
    /** Position of the last event. */
    last: string;
  };
  /** Rows to hold: those who would do the same thing at once take turns. */
  turns: { partner_id: string; number: number };
  /** Webhooks to send. */
  deliveries: {
    partner_id: string;
    event_id: string;
    state: Generated<'waiting' | 'done' | 'dead'>;
    attempts: Generated<number>;
    next_at: TimeOrNow;
    last_at: Time | null;
    reason: string | null;
  };
  signing_keys: {
    kid: string;
    /** JWK. */
    private_key: Json<Readonly<Record<string, unknown>>>;
    public_key: Json<Readonly<Record<string, unknown>>>;
    created_at: Time;
    /** It signs no more since; its public half is still published. */
    retired_at: Time | null;
  };
  /** When work that all processes share was done last, by the database's clock. */
  rounds: { name: string; at: Time };
  /** Secrets that all processes share, base64url. */
  secrets: { name: string; value: string };
}

export type Database = Kysely<Tables>;
