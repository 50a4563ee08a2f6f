import { grade } from '../../grading/index.js';
import type { Explanation } from '../../engine/index.js';
import type { Item, SessionExplanation } from '../../model/index.js';
import { explanationOf, type Observed } from './explanation.js';
import type { RecordedAnswer } from './record.js';
import type { Outcome } from './result.js';

/** What a result is made from, and the engine's word about it. */
export interface Asked extends Outcome {
  readonly explained: () => Explanation;
}

/** Reads the questions of a session again, grades its answers again, and explains its result. */
export async function explain(asked: Asked, read: (id: string) => Promise<Item>): Promise<SessionExplanation> {
  const { gate, answers } = asked.record;
  const observed = await Promise.all(
    [...gate, ...answers].map(async (answer): Promise<[string, Observed]> => {
      const item = await read(answer.item);
      const response = responseTo(item, answer);
      return [answer.item, { item, grade: response && (await grade(item, response)) }];
    }),
  );
  return explanationOf({ ...asked, explained: asked.explained(), observed: new Map(observed) });
}

/** The made-up learner of a preview, whose submissions are named after the items, has passed by the solution. */
const responseTo = ({ solution }: Item, { submission, item, response }: RecordedAnswer): RecordedAnswer['response'] =>
  response && submission === item ? solution : response;
