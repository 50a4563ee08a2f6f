import type { Engine, EngineState } from '../../engine/index.js';
import { grade } from '../../grading/index.js';
import { importAgain } from '../../import-again.js';
import {
  DiagnosticError,
  viewOf,
  type AnsweredItem,
  type Feedback,
  type Grade,
  type Item,
  type ItemStep,
  type Offer,
  type Pack,
  type Pathway,
  type SessionSnapshot,
  type Step,
  type Submission,
  type TaskResponse,
} from '../../model/index.js';
import type { Asked } from './explain.js';
import { gateMove, nextMove, pathwayInForce, type Move } from './next-move.js';
import { engineLog, withAnswer, type RecordedAnswer, type SessionRecord } from './record.js';

export type EngineModule = typeof import('../../engine/create-engine.js');

/** What the engine is given: comes with it. */
const bankCode = importAgain(() => import('./engine-bank.js'));
type EngineCode = EngineModule & Awaited<ReturnType<typeof bankCode>>;

/** What the sessions of one pack are conducted with. */
export interface Means {
  readonly pack: Pack;
  readonly item: (id: string, signal: AbortSignal) => Promise<Item>;
  /** The engine's code, when it is needed. */
  readonly engine: () => Promise<EngineModule>;
}

/** Conducts the sessions of one pack. It holds none: all it knows of a session is in the record, and the record is given. */
export interface Conductor {
  readonly pack: Pack;
  /** An item with its answer key: for the side that grades. */
  readonly item: Means['item'];
  /** @throws {DiagnosticError} `pathway-unknown`. */
  pathway(id: string): Pathway;
  /** What comes next. */
  move(record: SessionRecord): Promise<Move>;
  /** Lets what was worked out of a record serve for a later one of the same session: only the new answers are then looked at. */
  follow(before: SessionRecord, after: SessionRecord): void;
  /** A move with its texts. */
  step(record: SessionRecord, move: Move, signal: AbortSignal): Promise<Step>;
  /** The record after a submission. */
  take(record: SessionRecord, submission: Submission, signal: AbortSignal): Promise<SessionRecord>;
  /** What an answer of the record was worth, in the learner's words. */
  feedback(record: SessionRecord, submission: string, signal: AbortSignal): Promise<Feedback | undefined>;
  /** The lines of the review. */
  answers(record: SessionRecord, signal: AbortSignal): Promise<readonly AnsweredItem[]>;
  /** An answered question with its response. */
  reopen(record: SessionRecord, item: string, signal: AbortSignal): Promise<ItemStep>;
  /** All that the result is made of. */
  outcome(record: SessionRecord, offers: readonly Offer[]): Promise<Asked>;
}

export function createConductor({ pack, item: read, engine: loadEngine }: Means): Conductor {
  const engines = new Map<string, Engine>();
  // A record is never changed, so what the engine makes of its answers can be kept as long as they are.
  const states = new WeakMap<readonly RecordedAnswer[], EngineState>();
  const unscored = new Set(pack.subjects.filter((subject) => subject.unscored).map(({ id }) => id));
  const subjects = new Map(pack.items.map(({ id, subject }) => [id, subject]));

  let code: EngineCode | undefined;
  const engineCode = async (): Promise<EngineCode> => {
    if (code) return code;
    const [engine, bank] = await Promise.all([loadEngine(), bankCode()]);
    return (code = { ...engine, ...bank });
  };

  const engineFor = ({ createEngine, bankOf, engineOptions }: EngineCode, pathway: Pathway): Engine => {
    let engine = engines.get(pathway.id);
    if (!engine) {
      engine = createEngine(bankOf(pack, pathway), engineOptions(pathway));
      engines.set(pathway.id, engine);
    }
    return engine;
  };

  const heard = (engine: Engine, state: EngineState, answers: readonly RecordedAnswer[]): EngineState =>
    engineLog(answers)
      .filter(({ item }) => !unscored.has(subjects.get(item) ?? ''))
      .reduce((current, { item, outcome, ...more }) => engine.answer(current, item, outcome, more), state);

  const stateOf = (engine: Engine, { answers, seed }: SessionRecord): EngineState => {
    let state = states.get(answers);
    if (!state) {
      state = heard(engine, engine.start(seed), answers);
      states.set(answers, state);
    }
    return state;
  };

  /** The record with one more answer; the engine hears only what is new. */
  const answered = (record: SessionRecord, phase: 'gate' | 'main', answer: RecordedAnswer): SessionRecord => {
    const next = withAnswer(record, phase, answer);
    const known = states.get(record.answers);
    const engine = engines.get(pathwayInForce(pack, record).id);
    if (known && engine && next.answers.length === record.answers.length + 1) states.set(next.answers, heard(engine, known, [answer]));
    return next;
  };

  const conductor: Conductor = {
    pack,
    item: read,

    pathway(id) {
      const pathway = pack.pathways.find((candidate) => candidate.id === id);
      if (pathway) return pathway;
      const known = pack.pathways.map((candidate) => candidate.id).join(', ');
      throw new DiagnosticError('pathway-unknown', `The pack ${pack.id} has no pathway "${id}". It has: ${known}.`, { recoverable: false });
    },

    async move(record) {
      const needsEngine = pathwayInForce(pack, record).mode === 'evaluation' && !gateMove(pack, record);
      const module = needsEngine ? await engineCode() : undefined;
      return nextMove(pack, record, (pathway, current) => {
        if (!module) throw new Error('The engine was not loaded.');
        const engine = engineFor(module, pathway);
        return engine.next(stateOf(engine, current));
      });
    },

    follow(before, after) {
      const known = states.get(before.answers);
      const engine = engines.get(pathwayInForce(pack, after).id);
      const goesOn =
        before.route === after.route && before.answers.every(({ submission }, i) => submission === after.answers[i]?.submission);
      if (known && engine && goesOn) states.set(after.answers, heard(engine, known, after.answers.slice(before.answers.length)));
    },

    async step(record, move, signal) {
      switch (move.kind) {
        case 'item': {
          const number = (move.phase === 'gate' ? record.gate : record.answers).length + 1;
          const hint = pathwayInForce(pack, record).mode === 'learning';
          return { kind: 'item', item: viewOf(await read(move.item, signal), { hint }), number, phase: move.phase };
        }
        case 'lesson': {
          const { id, title, body } = move.lesson;
          return { kind: 'lesson', id, title, body };
        }
        case 'route': {
          const { id, title, summary } = conductor.pathway(move.pathway);
          return { kind: 'checkpoint', checkpoint: 'route', pathway: { id, title, summary } };
        }
        case 'stop':
        case 'review':
          return { kind: 'checkpoint', checkpoint: move.kind };
        case 'end':
          return { kind: 'end' };
      }
    },

    async take(record, submission, signal) {
      if (submission.kind === 'continue') return goOn(record, submission, await conductor.move(record));
      const { id, item, response, seconds, revision } = submission;
      const { passed, second } = await gradeOf(await read(item, signal), response);
      const atGate = conductor.pathway(record.pathway).gate?.items.includes(item) && record.route === undefined && !record.answers.length;
      const answer = { submission: id, item, response, passed, ...(second !== undefined && { second }), seconds };
      const next = answered(record, atGate ? 'gate' : 'main', answer);
      // A correction at the review is the last word: it brings no new question.
      return revision ? { ...next, stopped: true } : next;
    },

    async feedback(record, submission, signal) {
      const answer = [...record.gate, ...record.answers].find((candidate) => candidate.submission === submission);
      if (!answer) return undefined;
      const item = await read(answer.item, signal);
      return feedbackOf(item, await gradeOf(item, answer.response));
    },

    answers: (record, signal) =>
      Promise.all(
        record.answers.map(async ({ item, response }, i) => {
          const { situation, prompt } = await read(item, signal);
          return { item, number: i + 1, situation, prompt, unknown: response === null };
        }),
      ),

    async reopen({ answers }, id, signal) {
      const at = answers.findIndex(({ item }) => item === id);
      const response = answers[at]?.response;
      const item = viewOf(await read(id, signal), { hint: false });
      return { kind: 'item', item, number: at + 1, phase: 'main', ...(response && { response }) };
    },

    async outcome(record, offers) {
      const module = await engineCode();
      const engine = engineFor(module, pathwayInForce(pack, record));
      const state = stateOf(engine, record);
      return {
        pack,
        record,
        estimate: engine.estimate(state),
        explained: () => engine.explain(state),
        engine: module.engineVersion,
        finishedAt: record.finishedAt ?? '',
        offers,
      };
    },
  };
  return conductor;
}

/** A pathway as a session tells it to the screen. */
export const aboutPathway = ({ id, title, summary, mode, minutes, gate, shows = 'score' }: Pathway): SessionSnapshot['pathway'] => ({
  id,
  title,
  summary,
  mode,
  minutes,
  gate: gate !== undefined,
  shows,
});

/** A session that has just begun. `startedAt` in ISO 8601. */
export const newRecord = (about: Pick<SessionRecord, 'id' | 'pack' | 'pathway' | 'before' | 'seed' | 'startedAt'>): SessionRecord => ({
  version: 1,
  ...about,
  gate: [],
  answers: [],
  lessons: [],
  continued: [],
});

function goOn(record: SessionRecord, { id, accept = false }: Extract<Submission, { kind: 'continue' }>, next: Move): SessionRecord {
  const after = { ...record, continued: [...record.continued, id] };
  switch (next.kind) {
    case 'lesson':
      return { ...after, lessons: [...record.lessons, next.lesson.id] };
    case 'route':
      return { ...after, route: accept ? next.pathway : null };
    case 'stop':
      return { ...after, ...(accept ? { stopped: true, stoppedAt: record.answers.length } : { wentOnAt: record.answers.length }) };
    case 'review':
      return { ...after, confirmed: true };
    case 'item':
    case 'end':
      return after;
  }
}

async function gradeOf(item: Item, response: TaskResponse | null): Promise<Grade> {
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
