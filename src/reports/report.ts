import { aboutPathway } from '../backend/run/conductor.js';
import type { Schemas } from '../contract/index.js';
import type { Pathway, SessionExplanation } from '../model/index.js';
import { about, type Shared } from './session.js';
import type { Listed } from './csv.js';

/** What a counsellor reads of a shared session. */
export const reportOf = (session: Shared, pathway: Pathway, explanation: SessionExplanation): Schemas['Report'] => ({
  ...about(session),
  pathway: aboutPathway(pathway),
  sharedAt: session.shared_at.toISOString(),
  result: session.result,
  explanation,
  ...(session.recommend !== null && { recommend: session.recommend }),
});

/** A line of the list of shared results. */
export const sharedResultOf = ({ id, learner, campaign, shared_at: at, result }: Listed): Schemas['SharedResult'] => ({
  session: id,
  ...(learner !== null && { learner }),
  ...(campaign !== null && { campaign }),
  sharedAt: at.toISOString(),
  result,
});
