import type { Pack, Pathway, Progress, Step } from '../../model/index.js';
import { formOf, itemsOf } from './bank.js';
import { gateMove, pathwayInForce } from './next-move.js';
import type { SessionRecord } from './record.js';

/** Questions that an evaluation asks by how sure it wants to be: usually (means of simulated learners), and at most; a few less where tasks show two levels. */
const lengths = { express: [12, 20], standard: [14, 22], thorough: [20, 30] } as const;

/** A gate item is about a third of a question. */
const gateShare = 0.3;

/**
 * Questions still to come. How many an evaluation asks depends on the answers: of those it may still ask, it usually asks
 * the same share as of all. So what is left shrinks with each answer, for who needs few questions and for who needs all.
 */
function questionsLeft(pack: Pack, pathway: Pathway, answered: number): number {
  const { mode, engine = 'standard', maxItems = Infinity } = pathway;
  if (mode !== 'evaluation') return formOf(pack, pathway).length - answered;
  const [usual, limit] = lengths[engine];
  // At the gate the items may not be known yet.
  const most = Math.min(limit, maxItems, itemsOf(pack, pathway).length || Infinity);
  return ((most - answered) * Math.min(usual, most)) / most;
}

/** How far the learner is, at a step. The fraction never goes back. */
export function progressOf(pack: Pack, record: SessionRecord, step: Step): Progress {
  const pathway = pathwayInForce(pack, record);
  const answered = record.answers.length;
  const over = step.kind === 'end' || (step.kind === 'checkpoint' && step.checkpoint === 'review');
  if (over) return { answered, fraction: 1, minutesLeft: 0 };
  const gateItems = pack.pathways.find(({ id }) => id === record.pathway)?.gate?.items.length ?? 0;
  const left = Math.max(questionsLeft(pack, pathway, answered), 1);
  const gateDone = gateShare * (gateMove(pack, record) ? record.gate.length : gateItems);
  const items = itemsOf(pack, pathway);
  const seconds = items.reduce((sum, item) => sum + item.seconds, 0) / items.length || 60;
  return {
    answered,
    fraction: (gateDone + answered) / (gateShare * gateItems + answered + left),
    minutesLeft: Math.max(1, Math.round((left * seconds) / 60)),
  };
}
