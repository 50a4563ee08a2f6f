import type { Schemas } from '../../contract/index.js';
import { about as aboutSession } from '../../reports/session.js';
import type { Run } from './run.js';

/** What partners hear of any session. */
export const about = ({
  id,
  record: { pathway },
  learner,
  campaign,
}: Pick<Run, 'id' | 'record' | 'learner' | 'campaign'>): Schemas['Event']['data'] => aboutSession({ id, pathway, learner, campaign });
