import { bankOf, engineOptions } from '../../backend/run/engine-bank.js';
import { nextMove, pathwayInForce, type Choose } from '../../backend/run/next-move.js';
import { withAnswer, type SessionRecord } from '../../backend/run/record.js';
import { confident, resultOf } from '../../backend/run/result.js';
import { createEngine, engineVersion, type Engine } from '../../engine/index.js';
import type { Band, Bank, Pack, Pathway, Result } from '../../model/index.js';
import { acceptsToStop, attempt, givesUp, trueScore, type Learner } from './learner.js';
import { answered, beginning, estimateAt, nextItem, type Place } from './questions.js';

/** A pathway of a pack, with the engines that it may need. */
export interface Course {
  readonly pack: Pack;
  readonly pathway: Pathway;
  readonly bank: Bank;
  readonly items: ReadonlyMap<string, Pack['items'][number]>;
  /** Subjects that no score counts: gestures. */
  readonly unscored: ReadonlySet<string>;
  readonly engineFor: (pathway: Pathway) => Engine;
}

/** One learner's run, with what the learner really knows. Plain JSON. */
export interface Run {
  readonly persona: string;
  readonly n: number;
  /** Of the engine: with it and the same answers, a page asks the same questions. */
  readonly seed: number;
  /** Share that the learner can expect to know, 0 to 1, of all that the pathway scores. */
  readonly trueScore: number;
  readonly finished: boolean;
  /** The learner accepted an offer to stop. */
  readonly stopped: boolean;
  /** The pathway to which the gate sent the learner. */
  readonly route?: string;
  readonly gate: readonly Answered[];
  readonly answers: readonly Answered[];
  /** Active time. */
  readonly seconds: number;
  readonly result?: Told;
}

export interface Answered {
  readonly item: string;
  readonly passed: boolean;
  readonly unknown: boolean;
}

/** What a result tells. */
export interface Told extends Pick<Result, 'shows'> {
  readonly band: Band;
  readonly confidence: Result['score']['confidence'];
  /** With low confidence, because the answers were hardly read: the level itself is not in doubt. */
  readonly hurried?: boolean;
  /** Ids, in order. */
  readonly recommendations: readonly string[];
}

/** Where a learner is, by pathway. */
export type Places = Map<string, Place>;

/** @throws {Error} if the pack has no such pathway. */
export function courseOf(pack: Pack, id: string): Course {
  const pathway = pack.pathways.find((candidate) => candidate.id === id);
  if (!pathway) throw new Error(`The pack ${pack.id} has no pathway "${id}".`);
  const engines = new Map<string, Engine>();
  const engineFor = (of: Pathway): Engine => {
    let engine = engines.get(of.id);
    if (!engine) {
      engine = createEngine(bankOf(pack, of), engineOptions(of));
      engines.set(of.id, engine);
    }
    return engine;
  };
  return {
    pack,
    pathway,
    bank: bankOf(pack, pathway),
    items: new Map(pack.items.map((item) => [item.id, item])),
    unscored: new Set(pack.subjects.filter(({ unscored }) => unscored).map((subject) => subject.id)),
    engineFor,
  };
}

/** No clock: a simulated session takes place at no time. */
const noTime = '1970-01-01T00:00:00.000Z';

/** Sends a learner through the pathway, from the gate to the result. */
export function play(course: Course, learner: Learner, engineSeed: number, places: Places): Run {
  const { pack } = course;
  let record: SessionRecord = {
    version: 1,
    id: `${learner.persona.id}-${learner.n}`,
    pack: `${pack.id}@${pack.version}`,
    pathway: course.pathway.id,
    seed: engineSeed,
    startedAt: noTime,
    gate: [],
    answers: [],
    lessons: [],
    continued: [],
  };
  const choose: Choose = (pathway, current) => nextItem(placeOf(course, pathway, current, places));
  for (let finished: boolean | undefined; ;) {
    const move = nextMove(pack, record, choose);
    switch (move.kind) {
      case 'item': {
        const item = course.items.get(move.item);
        if (!item) throw new Error(`The pack ${pack.id} has no item "${move.item}".`);
        const unscored = course.unscored.has(item.subject);
        const lastTwo = [...record.gate, ...record.answers].slice(-2);
        if (givesUp(learner, item.id, unscored, lastTwo.length === 2 && lastTwo.every(({ passed }) => !passed))) finished = false;
        else {
          const { unknown, ...shown } = attempt(learner, item, unscored, record.answers.length);
          const response = unknown ? null : { text: '' };
          record = withAnswer(record, move.phase, { submission: '', item: item.id, response, ...shown });
        }
        break;
      }
      case 'lesson':
        record = { ...record, lessons: [...record.lessons, move.lesson.id] };
        break;
      case 'route':
        record = { ...record, route: learner.persona.declines ? null : move.pathway };
        break;
      case 'stop':
        record = {
          ...record,
          ...(acceptsToStop(learner, record.answers.length) ? { stopped: true } : { wentOnAt: record.answers.length }),
        };
        break;
      case 'review':
        record = { ...record, confirmed: true };
        break;
      case 'end':
        finished = true;
    }
    if (finished !== undefined) return runOf(course, learner, record, finished, places);
  }
}

/** Where the record stands in the questions of a pathway. */
function placeOf({ engineFor, items, unscored }: Course, pathway: Pathway, { seed, answers }: SessionRecord, places: Places): Place {
  let place = places.get(pathway.id);
  if (!place) places.set(pathway.id, (place = beginning(engineFor(pathway), seed)));
  for (const { item, response, ...shown } of answers) {
    if (!unscored.has(items.get(item)?.subject ?? '')) place = answered(place, item, { ...shown, unknown: response === null });
  }
  return place;
}

function runOf(course: Course, learner: Learner, record: SessionRecord, finished: boolean, places: Places): Run {
  const plain = (list: SessionRecord['answers']): readonly Answered[] =>
    list.map(({ item, passed, response }) => ({ item, passed, unknown: response === null }));
  return {
    persona: learner.persona.id,
    n: learner.n,
    seed: record.seed,
    trueScore: trueScore(learner, course.bank),
    finished,
    stopped: record.stopped ?? false,
    ...(record.route && { route: record.route }),
    gate: plain(record.gate),
    answers: plain(record.answers),
    seconds: [...record.gate, ...record.answers].reduce((sum, { seconds }) => sum + seconds, 0),
    ...(finished && { result: told(course, record, places) }),
  };
}

function told(course: Course, record: SessionRecord, places: Places): Told {
  const { pack } = course;
  const { score, shows, recommendations } = resultOf({
    pack,
    record,
    estimate: estimateAt(placeOf(course, pathwayInForce(pack, record), record, places)),
    engine: engineVersion,
    finishedAt: noTime,
    offers: [],
  });
  const { band, confidence, bandProbabilities } = score;
  const hurried = confidence === 'low' && bandProbabilities[band - 1]! >= confident;
  return { shows, band, confidence, ...(hurried && { hurried }), recommendations: recommendations.map(({ id }) => id) };
}
