import type { LoggedAnswer, TaskResponse } from '../../model/index.js';

export interface RecordedAnswer {
  /** Id of the submission that gave it. */
  readonly submission: string;
  readonly item: string;
  /** null: "je ne sais pas encore". */
  readonly response: TaskResponse | null;
  readonly passed: boolean;
  /** What the item's second observation showed, where it was looked at. */
  readonly second?: boolean;
  readonly seconds: number;
}

/** All there is to know about one learner's run of one pathway: plain JSON; everything else is computed from it. */
export interface SessionRecord {
  readonly version: 1;
  readonly id: string;
  /** `id@version`: a session never changes pack. */
  readonly pack: string;
  readonly pathway: string;
  /** Pathways that the learner finished before this one: in the same sitting, or not long ago where the learner is known. */
  readonly before?: readonly string[];
  readonly seed: number;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly gate: readonly RecordedAnswer[];
  /** The answer to the gate's proposal: a pathway, or null to stay. */
  readonly route?: string | null;
  readonly answers: readonly RecordedAnswer[];
  /** Lessons read. */
  readonly lessons: readonly string[];
  /** Number of answers when the learner last preferred going on to stopping. */
  readonly wentOnAt?: number;
  /** The learner stopped early. */
  readonly stopped?: boolean;
  /** Number of answers when the learner chose to stop. */
  readonly stoppedAt?: number;
  /** The review was confirmed. */
  readonly confirmed?: boolean;
  /** Submissions of the kind `continue` that took effect. */
  readonly continued: readonly string[];
  readonly finishedAt?: string;
  readonly sharedAt?: string;
}

/** The answers as the engine sees them. */
export const engineLog = (answers: readonly RecordedAnswer[]): readonly LoggedAnswer[] =>
  answers.map(({ item, passed, second, response }) => ({
    item,
    outcome: passed,
    ...(response === null && { unknown: true }),
    ...(second !== undefined && { second }),
  }));

/** The record with one more answer; an answer to the same item is replaced in its place. */
export function withAnswer(record: SessionRecord, phase: 'gate' | 'main', answer: RecordedAnswer): SessionRecord {
  const key = phase === 'gate' ? 'gate' : 'answers';
  const list = record[key];
  const at = list.findIndex(({ item }) => item === answer.item);
  return { ...record, [key]: at < 0 ? [...list, answer] : list.with(at, answer) };
}

/** The submission has taken effect already. */
export const hasSubmission = (record: SessionRecord, id: string): boolean =>
  record.continued.includes(id) || [...record.gate, ...record.answers].some(({ submission }) => submission === id);

/** A value kept by a device, if it is a record this version understands. */
export function readRecord(value: unknown, pack: string, pathway: string): SessionRecord | null {
  const record = value as Partial<SessionRecord> | null | undefined;
  const valid =
    typeof record === 'object' &&
    record !== null &&
    record.version === 1 &&
    record.pack === pack &&
    record.pathway === pathway &&
    typeof record.id === 'string' &&
    Number.isInteger(record.seed) &&
    [record.gate, record.answers, record.lessons, record.continued].every(Array.isArray);
  return valid ? (record as SessionRecord) : null;
}
