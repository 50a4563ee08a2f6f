import type { Offer, Result } from '../../model/index.js';
import { errorOf } from './failures.js';
import type { HttpRun } from './run.js';

/** Of an offer, what the service reads: a host may know more of it. */
const told = ({ id, kind, title, summary, url }: Offer): Offer => ({
  id,
  kind,
  title,
  ...(summary !== undefined && { summary }),
  ...(url !== undefined && { url }),
});

/** The result, with the host's offers; without them rather than not at all. */
export async function resultWith({ ask, speech }: HttpRun, offers: readonly Offer[], signal: AbortSignal): Promise<Result> {
  const outcome = await speech.insist('finish', { body: { offers: offers.map(told) } }, Infinity, signal);
  if ('said' in outcome) return outcome.said;
  if (outcome.failure.problem?.code !== 'request-invalid') throw errorOf(outcome.failure);
  return ask('finish', { body: {} }, Infinity, signal);
}
