import type { ItemStep, Progress, Step, Submission } from '../../model/index.js';
import type { KeptSession } from './kept.js';

type Reserve = readonly ItemStep[];

const itemOf = (submission: Submission): string | undefined => (submission.kind === 'answer' ? submission.item : undefined);

/** With what the service gave, and without what is asked or answered already. */
export function withReserve({ reserve, outbox }: Pick<KeptSession, 'reserve' | 'outbox'>, given: Reserve, step: Step | null): Reserve {
  const known = new Set([
    ...outbox.map(({ submission }) => itemOf(submission)),
    ...(step?.kind === 'item' ? [step.item.id] : []),
    ...reserve.map(({ item }) => item.id),
  ]);
  const shown = step?.kind === 'item' ? step.item.id : undefined;
  return [...reserve.filter(({ item }) => item.id !== shown), ...given.filter(({ item }) => !known.has(item.id))];
}

/**
 * The question that follows the last of the outbox, when it need not wait for the service: the first of the reserve.
 * null when only the service can say: after a decision or a correction, in learning mode, or when the reserve is used up.
 * @param beyondGate after the last question of a gate, the first of the main part, wherever the gate would have led.
 */
export function nextOfReserve({ outbox, reserve, pathway }: KeptSession, beyondGate: boolean): ItemStep | null {
  const place = outbox.at(-1)?.place;
  if (!place || pathway.mode === 'learning') return null;
  const next = reserve.find(({ phase }) => phase === place.phase);
  if (next) return { ...next, number: place.number + 1 };
  const [first] = reserve;
  return beyondGate && place.phase === 'gate' && first ? { ...first, number: 1 } : null;
}

/** About where the learner is at the next question, after an answer that the service has not seen. It never says "at the end". */
export function furtherBy({ phase, number }: ItemStep, { answered, fraction, minutesLeft }: Progress, inReserve: number): Progress {
  const left = Math.max(answered && fraction ? (answered * (1 - fraction)) / fraction : inReserve, 1);
  return {
    answered: answered + (phase === 'main' && number > 1 ? 1 : 0),
    fraction: fraction + (1 - fraction) / (left + 1),
    minutesLeft: Math.max(1, Math.round(minutesLeft * (left / (left + 1)))),
  };
}

/** The service's word, unless the learner was told more. */
export const neverBack = (before: Progress, { answered, fraction, minutesLeft }: Progress): Progress => ({
  answered: Math.max(before.answered, answered),
  fraction: Math.max(before.fraction, fraction),
  minutesLeft,
});
