import type { Pack, Pathway, Progress } from '../../model/index.js';
import { formOf, itemsOf } from './bank.js';
import { pathwayInForce } from './next-move.js';
import type { SessionRecord } from './record.js';

/** Questions that an evaluation usually takes, by how sure it wants to be (means of simulated learners). */
const usual = { express: 12, standard: 14, thorough: 20 } as const;

/** A gate item is about a third of a question. */
const gateShare = 0.3;

const expectedItems = (pack: Pack, pathway: Pathway): number =>
  pathway.mode === 'evaluation'
    ? Math.min(usual[pathway.engine ?? 'standard'], pathway.maxItems ?? Infinity, itemsOf(pack, pathway).length || Infinity)
    : formOf(pack, pathway).length;

/** How far the learner is. The fraction never goes back: what was expected and already passed makes room for one more. */
export function progressOf(pack: Pack, record: SessionRecord, over: boolean): Progress {
  const pathway = pathwayInForce(pack, record);
  const answered = record.answers.length;
  if (over) return { answered, fraction: 1, minutesLeft: 0 };
  const gateItems = pack.pathways.find(({ id }) => id === record.pathway)?.gate?.items.length ?? 0;
  const atGate = answered === 0 && record.route === undefined && record.gate.length < gateItems;
  const left = Math.max(expectedItems(pack, pathway) - answered, 1);
  const gateDone = gateShare * (atGate ? record.gate.length : gateItems);
  const items = itemsOf(pack, pathway);
  // At the gate the items may not be known yet.
  const seconds = items.reduce((sum, item) => sum + item.seconds, 0) / items.length || 60;
  return {
    answered,
    fraction: (gateDone + answered) / (gateShare * gateItems + answered + left),
    minutesLeft: Math.max(1, Math.round((left * seconds) / 60)),
  };
}
