import { pathwayInForce } from '../../backend/run/next-move.js';
import type { SessionRecord } from '../../backend/run/record.js';
import { checkFitting } from '../../contract/fitting.js';
import type { Schemas } from '../../contract/index.js';
import type { Submission } from '../../model/index.js';
import { Problem } from '../http/problem.js';
import type { Call, Handler } from '../http/routes.js';
import { partnerFor, type Desk } from './desk.js';
import { digestOf } from './digest.js';
import { keptRecord } from './kept-record.js';
import { withResponses, writeTaking, type Run } from './run.js';

/** New items are given ahead of time after so many submissions. */
const reserveEvery = 3;
/** Times that somebody else may come first. */
const tries = 4;

/** What was submitted, as the rules of a session read it. */
const submissionOf = ({ key, body }: Call<'submit'>): Submission =>
  body.kind === 'continue'
    ? { kind: 'continue', id: key!, accept: body.accept ?? false }
    : {
        kind: 'answer',
        id: key!,
        item: body.item,
        // The contract tells the responses of all types apart from anything else; the item says which type it is.
        response: body.response,
        seconds: body.seconds,
        revision: body.revision ?? false,
      };

/** @throws {Problem} `item-not-asked`, `request-invalid`. */
async function checkAsked(desk: Desk, { record, handedOut }: Run, submission: Submission, signal: AbortSignal): Promise<void> {
  if (submission.kind === 'continue') return;
  const conductor = desk.conductorOf({ record });
  const { item, revision } = submission;
  const again = record.answers.some((answer) => answer.item === item);
  const welcome = revision
    ? again && (await desk.move(conductor, record)).kind === 'review'
    : record.confirmed !== true && (handedOut.includes(item) || (again && pathwayInForce(conductor.pack, record).mode === 'learning'));
  if (!welcome) {
    const why = revision ? 'can only be corrected at the review' : 'is not one that this session asked and waits for';
    throw new Problem('item-not-asked', { detail: `The item ${item} ${why}. Read the session again.` });
  }
  const { task } = await conductor.item(item, signal);
  checkFitting(item, task, submission.response);
}

interface Taken {
  readonly run: Run;
  /** Items to send ahead of time now. */
  readonly ahead: readonly string[];
}

/** Takes a submission; undefined when another one came in between. */
async function take(desk: Desk, run: Run, submission: Submission, digest: string, signal: AbortSignal): Promise<Taken | undefined> {
  await checkAsked(desk, run, submission, signal);
  const conductor = desk.conductorOf(run);
  const record = await conductor.take(run.record, submission, signal);
  const { handedOut, ahead } = await handOut(desk, run, record);
  const response = submission.kind === 'answer' ? submission.response : null;
  const item = submission.kind === 'answer' ? submission.item : null;
  const at = desk.service.now();
  const json = JSON.stringify(keptRecord(record));
  const written = await writeTaking(desk.service.db, {
    run,
    submission: submission.id,
    digest,
    item,
    response,
    record: json,
    handedOut,
    at,
  });
  if (!written) return undefined;
  const next = { ...run, record, taken: run.taken + 1, handedOut };
  desk.memory.keep(next);
  return { run: next, ahead };
}

async function handOut(desk: Desk, run: Run, record: SessionRecord): Promise<Pick<Run, 'handedOut'> & Pick<Taken, 'ahead'>> {
  const conductor = desk.conductorOf({ record });
  const move = await desk.move(conductor, record);
  const reserves = desk.reserves(conductor);
  const before = reserves.stillOpen(record, run.handedOut);
  if (move.kind !== 'item') return { handedOut: before, ahead: [] };
  const asked = before.includes(move.item) ? before : [...before, move.item];
  const due = (run.taken + 1) % reserveEvery === 0 || asked.length === 1;
  const ahead = due ? await reserves.more(record, asked) : [];
  return { handedOut: [...asked, ...ahead], ahead };
}

/** What became of a submission that was sent before; undefined when it was not. @throws {Problem} `key-reused`. */
async function earlier(desk: Desk, run: Run, key: string, digest: string): Promise<boolean> {
  const before = await desk.service.db
    .selectFrom('submissions')
    .select('digest')
    .where('partner_id', '=', run.partner)
    .where('session_id', '=', run.id)
    .where('id', '=', key)
    .executeTakeFirst();
  if (before && before.digest !== digest)
    throw new Problem('key-reused', { detail: `The key ${key} came with another submission: draw a new key for each one.` });
  return before !== undefined;
}

/** In learning mode only. `fresh`: the record has what the learner just wrote. */
async function feedbackOf(
  desk: Desk,
  run: Run,
  submission: string,
  fresh: boolean,
  signal: AbortSignal,
): Promise<Schemas['Feedback'] | undefined> {
  const conductor = desk.conductorOf(run);
  if (pathwayInForce(conductor.pack, run.record).mode !== 'learning') return undefined;
  return conductor.feedback(fresh ? run.record : await withResponses(desk.service.db, run), submission, signal);
}

/** Takes one answer, or one "go on"; sent twice, it counts once. */
export const submit =
  (desk: Desk): Handler<'submit'> =>
  async (call) => {
    const { path, body, signal } = call;
    const partner = partnerFor(call.caller, path.session);
    const submission = submissionOf(call);
    const digest = digestOf(body);
    const receipt = async (run: Run, ahead: readonly string[], fresh: boolean): Promise<Schemas['Receipt']> => {
      const standing = await desk.standing(run, ahead, signal);
      const feedback = await feedbackOf(desk, run, submission.id, fresh, signal);
      return { submission: submission.id, taken: run.taken, ...(feedback && { feedback }), ...standing };
    };

    // What this process remembers may be old: it is tried first because it most often is not, and read again before a refusal.
    const known = desk.memory.recall(path.session);
    let run = known?.partner === partner.id ? known : undefined;
    for (let i = 0; i < tries; i++) {
      const remembered = run !== undefined && i === 0;
      run ??= await desk.load(partner.id, path.session);
      if (!run.finishedAt && run.taken === body.sequence - 1) {
        try {
          const taken = await take(desk, run, submission, digest, signal);
          if (taken) return { status: 200, body: await receipt(taken.run, taken.ahead, true) };
        } catch (error) {
          const refused = error instanceof Problem;
          if (!refused && !isUniqueViolation(error)) throw error;
          // A key that came before says more than what it comes with now.
          if (!(refused && remembered)) await earlier(desk, run, submission.id, digest);
          if (refused && !remembered) throw error;
        }
      } else if (!remembered) {
        // The receipt was lost: with it, the items that it gave.
        if (await earlier(desk, run, submission.id, digest)) return { status: 200, body: await receipt(run, run.handedOut, false) };
        if (run.finishedAt) throw new Problem('session-finished', { detail: 'The result is there: nothing more can be answered.' });
        const expected = run.taken + 1;
        throw new Problem('sequence-conflict', {
          detail: `The next submission has the number ${expected}, not ${body.sequence}.`,
          expected,
        });
      }
      run = undefined;
    }
    throw new Problem('unavailable', { detail: 'Too many submissions to one session at once.', retryAfter: 1 });
  };

const isUniqueViolation = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';
