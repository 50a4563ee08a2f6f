import type { Engine, EngineState } from '../../engine/index.js';
import { grade } from '../../grading/index.js';
import {
  DiagnosticError,
  viewOf,
  type Feedback,
  type Grade,
  type Item,
  type ItemStep,
  type Offer,
  type Pack,
  type Pathway,
  type Receipt,
  type SessionSnapshot,
  type Step,
  type Submission,
} from '../../model/index.js';
import { importAgain } from '../../import-again.js';
import type { Backend } from '../backend.js';
import { bankOf, engineOptions, outcomesOf } from '../run/bank.js';
import { nextMove, pathwayInForce, type Move } from '../run/next-move.js';
import { progressOf } from '../run/progress.js';
import { engineLog, hasSubmission, readRecord, withAnswer, type SessionRecord } from '../run/record.js';
import { createContentSource, type Fetch } from './content-source.js';
import type { Asked } from './explain.js';
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
  readonly pack: Pack;
  readonly feedback: Map<string, Feedback>;
  /** In a preview: the move at which the session stays. */
  readonly pinned: Move | undefined;
  /** What the host offered when the result was made. */
  offers: readonly Offer[];
}

type EngineModule = typeof import('../../engine/index.js');

// Apart from the first screens, which do not need them.
const engineCode = importAgain(() => import('../../engine/index.js'));
const resultCode = importAgain(() => import('../run/result.js'));
const explainCode = importAgain(() => import('./explain.js'));
const previewCode = importAgain(() => import('./preview.js'));

/**
 * The backend that lives in the page: engine and grading run here, the content is plain files on any server.
 * It keeps nothing: what a session needs to go on is in each receipt's `resume`.
 */
export function createEmbeddedBackend(options: EmbeddedOptions): Backend {
  const { now = () => Date.now(), fetch = (url, init) => globalThis.fetch(url, init) } = options;
  const source = createContentSource(options.content, fetch);
  const runs = new Map<string, Run>();
  const engines = new Map<string, Engine>();
  let engineModule: EngineModule | undefined;

  const loadEngine = async (): Promise<EngineModule> => (engineModule ??= await code(engineCode));

  const engineFor = ({ createEngine }: EngineModule, pack: Pack, pathway: Pathway): Engine => {
    let engine = engines.get(pathway.id);
    if (!engine) {
      engine = createEngine(bankOf(pack, pathway), engineOptions(pathway));
      engines.set(pathway.id, engine);
    }
    return engine;
  };

  const replay = (engine: Engine, record: SessionRecord, pack: Pack): EngineState => {
    const unscored = new Set(pack.subjects.filter((subject) => subject.unscored).map(({ id }) => id));
    const scored = (id: string): boolean => !unscored.has(pack.items.find((item) => item.id === id)?.subject ?? '');
    return engineLog(record)
      .filter(({ item }) => scored(item))
      .reduce((state, { item, outcome, ...more }) => engine.answer(state, item, outcome, more), engine.start(record.seed));
  };

  const move = async (pack: Pack, record: SessionRecord): Promise<Move> => {
    const needsEngine = pathwayInForce(pack, record).mode === 'evaluation';
    const module = needsEngine && !atGate(pack, record) ? await loadEngine() : undefined;
    return nextMove(pack, record, (pathway, current) => {
      if (!module) throw new Error('The engine was not loaded.');
      const engine = engineFor(module, pack, pathway);
      return engine.next(replay(engine, current, pack));
    });
  };

  const outcomeOf = (module: EngineModule, { pack, record, offers }: Run): Asked => {
    const engine = engineFor(module, pack, pathwayInForce(pack, record));
    const state = replay(engine, record, pack);
    return {
      pack,
      record,
      estimate: engine.estimate(state),
      explained: () => engine.explain(state),
      engine: module.engineVersion,
      finishedAt: record.finishedAt ?? '',
      offers,
    };
  };

  const find = (session: string): Run => {
    const run = runs.get(session);
    if (!run)
      throw new DiagnosticError('unexpected', `This backend has no open session "${session}". Call open() first.`, { recoverable: false });
    return run;
  };

  const stepOf = async ({ pack, record }: Run, next: Move, signal: AbortSignal): Promise<Step> => {
    switch (next.kind) {
      case 'item': {
        const item = await source.item(next.item, signal);
        const number = (next.phase === 'gate' ? record.gate : record.answers).length + 1;
        return { kind: 'item', item: viewOf(item, { hint: pathwayInForce(pack, record).mode === 'learning' }), number, phase: next.phase };
      }
      case 'lesson': {
        const { id, title, body } = next.lesson;
        return { kind: 'lesson', id, title, body };
      }
      case 'route': {
        const pathway = pack.pathways.find(({ id }) => id === next.pathway);
        if (!pathway) throw unknownPathway(pack, next.pathway);
        const { id, title, summary } = pathway;
        return { kind: 'checkpoint', checkpoint: 'route', pathway: { id, title, summary } };
      }
      case 'stop':
      case 'review':
        return { kind: 'checkpoint', checkpoint: next.kind };
      case 'end':
        return { kind: 'end' };
    }
  };

  // The item files that may come next, whatever the answer: the learner does not wait for the network.
  const lookAhead = async ({ pack, record }: Run, next: Move, signal: AbortSignal): Promise<void> => {
    if (next.kind !== 'item') return;
    const outcomes = outcomesOf(pack, next.item).map((outcome) =>
      withAnswer(record, next.phase, { submission: '', item: next.item, response: { text: '' }, seconds: 0, ...outcome }),
    );
    const moves = await Promise.all(outcomes.map((outcome) => move(pack, outcome)));
    source.prefetch(
      moves.flatMap((following) => (following.kind === 'item' ? [following.item] : [])),
      signal,
    );
  };

  const advance = async (run: Run, submission: string, signal: AbortSignal): Promise<Receipt> => {
    const next = run.pinned ?? (await move(run.pack, run.record));
    const step = await stepOf(run, next, signal);
    void lookAhead(run, next, signal).catch(() => undefined);
    const feedback = run.feedback.get(submission);
    return {
      submission,
      ...(feedback && { feedback }),
      progress: progressOf(run.pack, run.record, step.kind === 'end'),
      step,
      resume: run.record,
    };
  };

  return {
    capabilities: { attests: false, sends: false },

    async open({ pathway: id, resume }, signal): Promise<SessionSnapshot> {
      const pack = await source.pack(signal);
      const pathway = pack.pathways.find((candidate) => candidate.id === id);
      if (!pathway) throw unknownPathway(pack, id);
      const version = `${pack.id}@${pack.version}`;
      const earlier = readRecord(resume, version, id);
      const begun: SessionRecord = earlier ?? {
        version: 1,
        id: crypto.randomUUID(),
        pack: version,
        pathway: id,
        seed: options.seed ?? (options.preview === undefined ? crypto.getRandomValues(new Uint32Array(1))[0] : 1) ?? 0,
        startedAt: new Date(now()).toISOString(),
        gate: [],
        answers: [],
        lessons: [],
        continued: [],
      };
      const { record, pinned }: Preview =
        options.preview === undefined
          ? { record: begun }
          : await (await code(previewCode)).previewOf(options.preview, pack, pathway, begun, (record) => move(pack, record));
      const run: Run = { record, pack, feedback: new Map(), pinned, offers: [] };
      const step = await stepOf(run, pinned ?? (await move(pack, record)), signal);
      runs.set(record.id, run);
      const { title, summary, mode, minutes, gate, shows = 'score' } = pathway;
      return {
        id: record.id,
        pathway: { id, title, summary, mode, minutes, gate: gate !== undefined, shows },
        step,
        progress: progressOf(pack, record, step.kind === 'end'),
        resumed: earlier !== null,
        resume: record,
      };
    },

    async answer(session, submission, signal): Promise<Receipt> {
      const run = find(session);
      const record = hasSubmission(run.record, submission.id) ? run.record : await take(run, submission, signal);
      const receipt = await advance({ ...run, record }, submission.id, signal);
      // Only now: where the next step cannot be had, the submission was not taken and may still be changed.
      run.record = record;
      return receipt;
    },

    async answers(session, signal) {
      const { record } = find(session);
      return Promise.all(
        record.answers.map(async ({ item: id, response }, i) => {
          const { situation, prompt } = await source.item(id, signal);
          return { item: id, number: i + 1, situation, prompt, unknown: response === null };
        }),
      );
    },

    async reopen(session, id, signal): Promise<ItemStep> {
      const { record } = find(session);
      const at = record.answers.findIndex(({ item }) => item === id);
      const response = record.answers[at]?.response;
      return {
        kind: 'item',
        item: viewOf(await source.item(id, signal), { hint: false }),
        number: at + 1,
        phase: 'main',
        ...(response && { response }),
      };
    },

    async finish(session, offers) {
      const run = find(session);
      const [module, { resultOf }] = await Promise.all([loadEngine(), code(resultCode)]);
      run.record = { ...run.record, finishedAt: run.record.finishedAt ?? new Date(now()).toISOString() };
      run.offers = offers;
      return { result: resultOf(outcomeOf(module, run)), resume: run.record };
    },

    async explain(session, signal) {
      const run = find(session);
      // In an evaluation nothing is told of the answers before the end.
      if (!run.record.finishedAt) throw new DiagnosticError('unexpected', 'No result yet. Call finish() first.', { recoverable: false });
      const [module, { explain }] = await Promise.all([loadEngine(), code(explainCode)]);
      return explain(outcomeOf(module, run), (id) => source.item(id, signal));
    },

    share(session) {
      const run = find(session);
      const sharedAt = run.record.sharedAt ?? new Date(now()).toISOString();
      run.record = { ...run.record, sharedAt };
      return Promise.resolve({ sharedAt, resume: run.record });
    },
  };

  async function take(run: Run, submission: Submission, signal: AbortSignal): Promise<SessionRecord> {
    if (submission.kind === 'continue') return goOn(run, submission);
    const { pack, record, feedback } = run;
    const item = await source.item(submission.item, signal);
    const result = await gradeOf(item, submission.response);
    const phase = pack.pathways.find(({ id }) => id === record.pathway)?.gate?.items.includes(item.id) ? gatePhase(record) : 'main';
    const { id, response, seconds } = submission;
    if (options.preview !== undefined || pathwayInForce(pack, record).mode === 'learning') feedback.set(id, feedbackOf(item, result));
    const { passed, second } = result;
    const answered = withAnswer(record, phase, {
      submission: id,
      item: item.id,
      response,
      passed,
      ...(second !== undefined && { second }),
      seconds,
    });
    // A correction at the review is the last word: it brings no new question.
    return submission.revision ? { ...answered, stopped: true } : answered;
  }

  async function goOn({ pack, record }: Run, { id, accept = false }: Extract<Submission, { kind: 'continue' }>): Promise<SessionRecord> {
    const next = await move(pack, record);
    const continued = [...record.continued, id];
    switch (next.kind) {
      case 'lesson':
        return { ...record, continued, lessons: [...record.lessons, next.lesson.id] };
      case 'route':
        return { ...record, continued, route: accept ? next.pathway : null };
      case 'stop':
        return {
          ...record,
          continued,
          ...(accept ? { stopped: true, stoppedAt: record.answers.length } : { wentOnAt: record.answers.length }),
        };
      case 'review':
        return { ...record, continued, confirmed: true };
      case 'item':
      case 'end':
        return { ...record, continued };
    }
  }
}

const atGate = (pack: Pack, record: SessionRecord): boolean => {
  const gate = pack.pathways.find(({ id }) => id === record.pathway)?.gate;
  return gate !== undefined && record.route === undefined && record.gate.length < gate.items.length;
};

const gatePhase = (record: SessionRecord): 'gate' | 'main' => (record.route === undefined && !record.answers.length ? 'gate' : 'main');

/** Code that comes apart from the first screens; trying again may bring it. */
async function code<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new DiagnosticError(
      'task-unavailable',
      `A part of the code could not be fetched: ${String(cause)}. Serve the chunks folder beside the script.`,
      { recoverable: true, cause },
    );
  }
}

async function gradeOf(item: Item, response: Parameters<typeof grade>[1]): Promise<Grade> {
  try {
    return await grade(item, response);
  } catch (cause) {
    throw new DiagnosticError(
      'task-unavailable',
      `The rules of "${item.task.type}" could not be loaded to grade ${item.id}: ${String(cause)}`,
      { recoverable: true, cause },
    );
  }
}

const feedbackOf = (item: Item, result: Grade): Feedback => ({
  grade: result,
  criteria: item.criteria.map(({ label }, i) => ({ label, met: result.criteria[i]?.met ?? false })),
  explanation: item.explanation,
  solution: item.solution,
});

const unknownPathway = (pack: Pack, id: string): DiagnosticError =>
  new DiagnosticError(
    'pathway-unknown',
    `The pack ${pack.id} has no pathway "${id}". It has: ${pack.pathways.map((pathway) => pathway.id).join(', ')}.`,
    { recoverable: false },
  );
