import type { SessionRecord } from '../backend/run/record.js';
import type { Result } from '../model/index.js';

/** A session as far as it can be told. Members are named as the columns of the service's table. */
export interface ToldSession {
  readonly id: string;
  readonly pathway: string;
  /** The partner's pseudonym. */
  readonly learner: string | null;
  readonly campaign: string | null;
  readonly record: Pick<SessionRecord, 'stoppedAt'>;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly shared_at: Date | null;
  readonly result: Result | null;
  /** Answer to the survey, 0 to 10. */
  readonly recommend: number | null;
}

/** A session of which somebody may hear: the learner agreed. */
export type Shared<S extends ToldSession = ToldSession> = S & { readonly shared_at: Date; readonly result: Result };

/** What partners hear of any session. */
export const about = ({
  id,
  pathway,
  learner,
  campaign,
}: Pick<ToldSession, 'id' | 'pathway' | 'learner' | 'campaign'>): {
  readonly session: string;
  readonly pathway: string;
  readonly learner?: string;
  readonly campaign?: string;
} => ({
  session: id,
  pathway,
  ...(learner !== null && { learner }),
  ...(campaign !== null && { campaign }),
});
