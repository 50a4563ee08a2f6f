import { importAgain } from '../../import-again.js';
import { DiagnosticError, type Offer, type Pack, type Receipt, type SessionSnapshot, type Step } from '../../model/index.js';
import { fetchRules } from '../../grading/index.js';
import type { Backend } from '../backend.js';
import { outcomesOf } from '../run/bank.js';
import { aboutPathway, createConductor, newRecord, type Conductor } from '../run/conductor.js';
import { gateMove, pathwayInForce, type Move } from '../run/next-move.js';
import { progressOf } from '../run/progress.js';
import { hasSubmission, readRecord, withAnswer, type SessionRecord } from '../run/record.js';
import { createContentSource, type Fetch } from './content-source.js';
import type { Preview } from './preview.js';

export interface EmbeddedOptions {
  /** Folder of a compiled pack, or its `pack.json`. */
  readonly content: string;
  /** Chooses among equally useful questions; drawn at random unless given. A 32-bit whole number. */
  readonly seed?: number;
  /** Instead of the page's own. */
  readonly fetch?: Fetch;
  /** Milliseconds since 1970; the device's clock unless given. */
  readonly now?: () => number;
  /** For content designers: each answer is graded in sight, and the session opens at this place (see {@link previewOf}). */
  readonly preview?: string;
}

interface Run {
  record: SessionRecord;
  /** In a preview: the move at which the session stays. */
  readonly pinned: Move | undefined;
  /** Fetches what the answer to the step it was opened with needs. */
  readonly ahead: () => void;
  /** What the host offered when the result was made. */
  offers: readonly Offer[];
}

// Apart from the first screens, which do not need them.
const engineCode = importAgain(() => import('../../engine/create-engine.js'));
const resultCode = importAgain(() => import('../run/result.js'));
const explainCode = importAgain(() => import('../run/explain.js'));
const previewCode = importAgain(() => import('./preview.js'));

/**
 * The backend that lives in the page: engine and grading run here, the content is plain files on any server.
 * It keeps nothing: what a session needs to go on is in each receipt's `resume`.
 */
export function createEmbeddedBackend(options: EmbeddedOptions): Backend {
  const { now = () => Date.now(), fetch = (url, init) => globalThis.fetch(url, init) } = options;
  const source = createContentSource(options.content, fetch);
  const runs = new Map<string, Run>();
  const conductors = new Map<Pack, Conductor>();
  /** What was finished in this sitting. */
  let sitting: readonly SessionRecord[] = [];

  const find = (session: string): Run => {
    const run = runs.get(session);
    if (!run)
      throw new DiagnosticError('unexpected', `This backend has no open session "${session}". Call open() first.`, { recoverable: false });
    return run;
  };

  const conductorOf = (pack: Pack): Conductor => {
    const conductor = conductors.get(pack) ?? createConductor({ pack, item: source.item, engine: engineCode });
    conductors.set(pack, conductor);
    return conductor;
  };

  /** Who takes a record on: at the entry gate, the part of the pack that comes first is enough. */
  const conductorFor = async (record: SessionRecord, signal: AbortSignal): Promise<Conductor> => {
    const front = await source.front(signal);
    return conductorOf(options.preview === undefined && gateMove(front, record) ? front : await source.pack(signal));
  };

  // What any answer needs, and the items that may come next: the learner does not wait for the network, and may lose it.
  const lookAhead = async ({ pack }: Conductor, record: SessionRecord, next: Move, step: Step, signal: AbortSignal): Promise<void> => {
    if (next.kind !== 'item') return;
    if (step.kind === 'item') fetchRules(step.item.task.type);
    const outcomes = outcomesOf(pack, next.item).map((outcome) =>
      withAnswer(record, next.phase, { submission: '', item: next.item, response: { text: '' }, seconds: 0, ...outcome }),
    );
    const moves = await Promise.all(outcomes.map(async (outcome) => (await conductorFor(outcome, signal)).move(outcome)));
    if (moves.some(({ kind }) => kind === 'review' || kind === 'end')) await resultCode();
    source.prefetch(
      moves.flatMap((following) => (following.kind === 'item' ? [following.item] : [])),
      signal,
    );
  };

  const advance = async (run: Run, submission: string, signal: AbortSignal): Promise<Receipt> => {
    const { record } = run;
    const conductor = await conductorFor(record, signal);
    const next = run.pinned ?? (await conductor.move(record));
    const step = await conductor.step(record, next, signal);
    void lookAhead(conductor, record, next, step, signal).catch(() => undefined);
    const inSight = options.preview !== undefined || pathwayInForce(conductor.pack, record).mode === 'learning';
    const feedback = inSight ? await conductor.feedback(record, submission, signal) : undefined;
    return {
      submission,
      ...(feedback && { feedback }),
      progress: progressOf(conductor.pack, record, step),
      step,
      resume: record,
    };
  };

  return {
    capabilities: { attests: false, sends: false, surveys: false },

    async open({ pathway: id, resume }, signal): Promise<SessionSnapshot> {
      const front = await source.front(signal);
      const version = `${front.id}@${front.version}`;
      const earlier = readRecord(resume, version, id);
      const seed = options.seed ?? (options.preview === undefined ? crypto.getRandomValues(new Uint32Array(1))[0] : 1) ?? 0;
      const startedAt = new Date(now()).toISOString();
      // Who begins anew with a pathway that was done here may be somebody else.
      if (!earlier && sitting.some(({ pathway }) => pathway === id)) sitting = [];
      const before = sitting.map(({ route, pathway }) => route ?? pathway);
      const begun =
        earlier ?? newRecord({ id: crypto.randomUUID(), pack: version, pathway: id, ...(before.length && { before }), seed, startedAt });
      const conductor = await conductorFor(begun, signal);
      const { pack, move } = conductor;
      const pathway = conductor.pathway(id);
      const { record, pinned }: Preview =
        options.preview === undefined
          ? { record: begun }
          : await (await previewCode()).previewOf(options.preview, pack, pathway, begun, move);
      const next = pinned ?? (await move(record));
      const step = await conductor.step(record, next, signal);
      // Not before the first question is shown.
      let looking: Promise<void> | undefined;
      const ahead = (): void => void (looking ??= lookAhead(conductor, record, next, step, signal).catch(() => undefined));
      runs.set(record.id, { record, pinned, offers: [], ahead });
      return {
        id: record.id,
        pathway: aboutPathway(pathway),
        step,
        progress: progressOf(pack, record, step),
        resumed: earlier !== null,
        resume: record,
      };
    },

    async answer(session, submission, signal): Promise<Receipt> {
      const run = find(session);
      const { record: before } = run;
      const record = hasSubmission(before, submission.id)
        ? before
        : await (await conductorFor(before, signal)).take(before, submission, signal);
      const receipt = await advance({ ...run, record }, submission.id, signal);
      // Only now: where the next step cannot be had, the submission was not taken and may still be changed.
      run.record = record;
      return receipt;
    },

    ahead: (session) => runs.get(session)?.ahead(),

    async answers(session, signal) {
      const { record } = find(session);
      return (await conductorFor(record, signal)).answers(record, signal);
    },

    async reopen(session, item, signal) {
      const { record } = find(session);
      return (await conductorFor(record, signal)).reopen(record, item, signal);
    },

    async finish(session, offers, signal) {
      const run = find(session);
      run.record = { ...run.record, finishedAt: run.record.finishedAt ?? new Date(now()).toISOString() };
      run.offers = offers;
      sitting = [...sitting.filter((record) => record.id !== run.record.id), run.record];
      const conductor = await conductorFor(run.record, signal);
      const [outcome, { resultOf }] = await Promise.all([conductor.outcome(run.record, offers), resultCode()]);
      return { result: resultOf(outcome), resume: run.record };
    },

    async explain(session, signal) {
      const { record, offers } = find(session);
      // In an evaluation nothing is told of the answers before the end.
      if (!record.finishedAt) throw new DiagnosticError('unexpected', 'No result yet. Call finish() first.', { recoverable: false });
      const conductor = await conductorFor(record, signal);
      const [outcome, { explain }] = await Promise.all([conductor.outcome(record, offers), explainCode()]);
      return explain(outcome, (id) => source.item(id, signal));
    },

    share(session) {
      const run = find(session);
      const sharedAt = run.record.sharedAt ?? new Date(now()).toISOString();
      run.record = { ...run.record, sharedAt };
      return Promise.resolve({ sharedAt, resume: run.record });
    },
  };
}
