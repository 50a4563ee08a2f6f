import type { RecordedAnswer, SessionRecord } from '../../backend/run/record.js';

/** An answer without what the learner wrote, which is in the table of submissions. */
export interface KeptAnswer extends Omit<RecordedAnswer, 'response'> {
  readonly unknown: boolean;
}

/** A session's record as its row keeps it: short, so that each answer rewrites little. */
export interface KeptRecord extends Omit<SessionRecord, 'gate' | 'answers'> {
  readonly gate: readonly KeptAnswer[];
  readonly answers: readonly KeptAnswer[];
}

/** Stands for a response that nobody looks at: choosing the next item only asks whether there was one. */
const some = { text: '' };

const keep = ({ response, ...answer }: RecordedAnswer): KeptAnswer => ({ ...answer, unknown: response === null });
const restore = ({ unknown, ...answer }: KeptAnswer): RecordedAnswer => ({ ...answer, response: unknown ? null : some });

export const keptRecord = (record: SessionRecord): KeptRecord => ({
  ...record,
  gate: record.gate.map(keep),
  answers: record.answers.map(keep),
});

/** @param responses by submission, where they are needed: to look at an answer again, or to explain it. */
export function restoredRecord(kept: KeptRecord, responses?: ReadonlyMap<string, RecordedAnswer['response']>): SessionRecord {
  const whole = (answer: KeptAnswer): RecordedAnswer => ({
    ...restore(answer),
    ...(responses?.has(answer.submission) && { response: responses.get(answer.submission)! }),
  });
  return { ...kept, gate: kept.gate.map(whole), answers: kept.answers.map(whole) };
}
