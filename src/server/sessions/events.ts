import type { Schemas } from '../../contract/index.js';
import type { Run } from './run.js';

/** What partners hear of any session. */
export const about = ({
  id,
  record,
  learner,
  campaign,
}: Pick<Run, 'id' | 'record' | 'learner' | 'campaign'>): Schemas['Event']['data'] => ({
  session: id,
  pathway: record.pathway,
  ...(learner !== null && { learner }),
  ...(campaign !== null && { campaign }),
});
