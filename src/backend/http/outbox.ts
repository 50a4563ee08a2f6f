import type { Schemas } from '../../contract/index.js';
import type { ItemStep, Submission } from '../../model/index.js';

/** A submission that the service has not acknowledged. */
export interface Unsent {
  /** Its number in the session. */
  readonly sequence: number;
  readonly submission: Submission;
  /** Of the question it answers for the first time: what would follow it from the reserve is of its phase, one further. */
  readonly place?: Pick<ItemStep, 'number' | 'phase'>;
}

export type Outbox = readonly Unsent[];

/** With one more at the end. @param taken submissions that took effect. */
export const withUnsent = (outbox: Outbox, taken: number, submission: Submission, place: Unsent['place']): Outbox => [
  ...outbox,
  { sequence: (outbox.at(-1)?.sequence ?? taken) + 1, submission, ...(place && { place }) },
];

/** Without all that the service has, up to a submission; the same when it is not in it. */
export const after = (outbox: Outbox, submission: string | undefined): Outbox =>
  outbox.slice(outbox.findIndex(({ submission: { id } }) => id === submission) + 1);

/** Numbered again from a number on. */
export const renumbered = (outbox: Outbox, taken: number): Outbox => outbox.map((unsent, i) => ({ ...unsent, sequence: taken + 1 + i }));

/** What may still take effect when something else came in between: answers; a decision was about what is no more. */
export const stillMeant = (outbox: Outbox): Outbox =>
  outbox.filter(({ submission }) => submission.kind === 'answer' && !submission.revision);

/** As the contract says it. The id is the idempotency key. */
export function requestOf({ sequence, submission }: Unsent): Schemas['SubmissionRequest'] {
  const { id: _, ...rest } = submission;
  return { ...rest, sequence };
}
