import type { LoggedAnswer } from '../../model/index.js';

/** What a log should name. */
export interface Expected {
  /** `id@version`. */
  readonly pack: string;
  /** Items that count in a score. */
  readonly items: ReadonlySet<string>;
  /** Items of the pack that count in none: gestures, entry gates. */
  readonly unscored: ReadonlySet<string>;
}

/** A line, or a part of it, that cannot be used. */
export interface LogProblem {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
  readonly remedy: string;
}

export interface Answers {
  /** One log for each session that can be used, in order; without items that count in no score. */
  readonly logs: readonly (readonly LoggedAnswer[])[];
  readonly problems: readonly LogProblem[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnswer = (value: unknown): value is LoggedAnswer =>
  isRecord(value) &&
  typeof value['item'] === 'string' &&
  typeof value['outcome'] === 'boolean' &&
  (value['unknown'] === undefined || typeof value['unknown'] === 'boolean') &&
  !(value['outcome'] && value['unknown']);

const shape = 'Write one session a line: {"session": "…", "pack": "id@version", "answers": [{"item": "…", "outcome": true}]}.';

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Reads a log: JSON, one session a line, its answers in the order they were given. What cannot be used is told and left out.
 * A second answer to an item takes the place of the first.
 */
export function readAnswers(text: string, { pack, items, unscored }: Expected): Answers {
  const logs: LoggedAnswer[][] = [];
  const problems: LogProblem[] = [];
  const sessions = new Map<string, number>();
  text.split('\n').forEach((content, i) => {
    if (content.trim() === '') return;
    const line = i + 1;
    const tell = (reason: string, remedy: string): void => void problems.push({ line, reason, remedy });
    const entry = parsed(content);
    if (entry === undefined) return tell('this line is not JSON.', shape);
    if (!isRecord(entry) || typeof entry['session'] !== 'string' || typeof entry['pack'] !== 'string' || !Array.isArray(entry['answers'])) {
      return tell('"session", "pack" or "answers" is missing, or is something else.', shape);
    }
    if (entry['pack'] !== pack) {
      return tell(`the answers are to ${entry['pack']}, not to ${pack}.`, 'Give the folder of the version that was answered.');
    }
    const before = sessions.get(entry['session']);
    if (before !== undefined)
      return tell(`session "${entry['session']}" is on line ${before} already.`, 'Keep the last state of each session.');
    sessions.set(entry['session'], line);
    const answers = new Map<string, LoggedAnswer>();
    (entry['answers'] as readonly unknown[]).forEach((answer, n) => {
      if (!isAnswer(answer)) tell(`answer ${n + 1} has no item or no outcome, or is both passed and unknown.`, shape);
      else if (items.has(answer.item)) answers.set(answer.item, answer);
      else if (!unscored.has(answer.item))
        tell(`the pack has no item "${answer.item}".`, 'Give the folder of the version that was answered.');
    });
    if (answers.size > 0) logs.push([...answers.values()]);
  });
  return { logs, problems };
}
