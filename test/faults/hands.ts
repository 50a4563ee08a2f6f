import type { Session } from '../../src/session/index.js';
import type { Result, TaskResponse } from '../../src/model/index.js';
import { solutionOf } from '../support/small-pack.js';
import type { Ledger } from './ledger.js';
import type { Schedule } from './schedule.js';

/** Another answer than the one that was refused. */
const otherThan = (item: string, response: TaskResponse | null): TaskResponse | null => (response ? null : solutionOf(item));

/**
 * A learner before one page: looks, does something, looks again. Resolves to the result, or to null when the page can only be
 * loaded again.
 */
export async function useSession(
  session: Session,
  ledger: Ledger,
  { learner, random, think }: Schedule,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Result | null> {
  void session.load();
  for (;;) {
    await sleep(think());
    const { status, step, busy, feedback, error, answers, revising, result } = session.state;
    if (busy) continue;
    const proceed = (): void => {
      const accept = random() < 0.5;
      ledger.act({ accept }, () => void session.proceed(accept));
    };
    switch (status) {
      case 'intro':
        void session.start();
        break;
      case 'error':
        if (!error?.recoverable) return null;
        void session.load();
        break;
      case 'paused':
        session.resume();
        break;
      case 'question': {
        if (step?.kind !== 'item') break;
        const { id } = step.item;
        const first = revising ? solutionOf(id) : learner(id);
        const response = error ? otherThan(id, first) : first;
        if (random() < 0.05) session.pause();
        else if (feedback) {
          if (feedback.grade.passed || random() < 0.5) void session.proceed();
          else session.retry();
        } else {
          if (response && random() < 0.5) session.draft(response);
          ledger.act({ item: id, response }, () => void session.submit(response), error !== undefined);
        }
        break;
      }
      case 'checkpoint':
        if (step?.kind === 'checkpoint' && step.checkpoint === 'review' && answers?.length && random() < 0.3)
          void session.reopen(answers[Math.floor(random() * answers.length)]!.item);
        else proceed();
        break;
      case 'result':
        return result ?? null;
      case 'loading':
      case 'elsewhere':
    }
  }
}
