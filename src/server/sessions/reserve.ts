import { formOf, itemsOf, outcomesOf } from '../../backend/run/bank.js';
import { newRecord, type Conductor } from '../../backend/run/conductor.js';
import { pathwayInForce } from '../../backend/run/next-move.js';
import { withAnswer, type SessionRecord } from '../../backend/run/record.js';
import type { Pack, PackItem, Pathway } from '../../model/index.js';

/** Items of the main part that a learner has ahead at most: about ten minutes without a connection. Those of a gate are short, and come on top. */
const most = 12;

const gateOf = (pack: Pack, { pathway, route, answers }: SessionRecord): readonly string[] | undefined => {
  const gate = pack.pathways.find(({ id }) => id === pathway)?.gate;
  return route === undefined && answers.length === 0 ? gate?.items : undefined;
};
const answered = ({ gate, answers }: SessionRecord): ReadonlySet<string> => new Set([...gate, ...answers].map(({ item }) => item));

/** The part of the session that an item is asked in. */
export const phaseOf = (pack: Pack, record: SessionRecord, item: string): 'gate' | 'main' =>
  gateOf(pack, record)?.includes(item) ? 'gate' : 'main';

/** What the reserves of one pack's sessions are made with. */
export interface Reserves {
  /** Those of the items that may still be answered: the pathway's, and the gate's as long as the main part has not begun. */
  stillOpen(record: SessionRecord, items: readonly string[]): readonly string[];
  /** Items to give ahead of time beside those that were handed out, the most probable first. */
  more(record: SessionRecord, handedOut: readonly string[]): Promise<readonly string[]>;
}

/**
 * The reserve need not be what the engine will choose, only worth answering: to follow the engine for each learner would
 * cost more than all the rest. So its first items are where the engine leads a middling learner, worked out once for each
 * pathway; later ones are near the learner's level, in the subjects that were asked about least.
 */
export function createReserves(conductor: Conductor): Reserves {
  const { pack } = conductor;
  const beginnings = new Map<string, Promise<readonly string[]>>();

  const beginning = (pathway: Pathway): Promise<readonly string[]> => {
    const known = beginnings.get(pathway.id) ?? usualCourse(conductor, pathway);
    beginnings.set(pathway.id, known);
    return known;
  };

  const askable = new Map<string, ReadonlySet<string>>();
  const askableOf = (pathway: Pathway): ReadonlySet<string> => {
    const known = askable.get(pathway.id) ?? new Set([...itemsOf(pack, pathway).map(({ id }) => id), ...formOf(pack, pathway)]);
    askable.set(pathway.id, known);
    return known;
  };

  return {
    stillOpen(record, items) {
      const own = askableOf(pathwayInForce(pack, record));
      const gate = gateOf(pack, record) ?? [];
      const done = answered(record);
      return items.filter((item) => (own.has(item) || gate.includes(item)) && !done.has(item));
    },

    async more(record, handedOut) {
      const pathway = pathwayInForce(pack, record);
      if (pathway.mode === 'learning') return [];
      const done = answered(record);
      const fresh = (items: readonly string[]): readonly string[] => items.filter((item) => !done.has(item) && !handedOut.includes(item));
      const ofGate = gateOf(pack, record) ?? [];
      const gate = fresh(ofGate);
      const left = (pathway.maxItems ?? Infinity) - record.answers.length;
      const ahead = handedOut.filter((item) => !ofGate.includes(item)).length;
      const wanted = Math.max(0, Math.min(most, left) - ahead);
      if (wanted === 0) return gate;
      if (pathway.mode === 'campaign') return [...gate, ...fresh(formOf(pack, pathway)).slice(0, wanted)];
      const first = record.answers.length === 0 ? fresh(await beginning(pathway)).slice(0, wanted) : [];
      return [...gate, ...first, ...nearLevel(pack, pathway, record, [...handedOut, ...first], wanted - first.length)];
    },
  };
}

/** The highest level that a middling learner passes. */
const middling = 2;

const levelOf = (pack: Pack, id: string): number => pack.items.find((item) => item.id === id)?.level ?? 1;

/** Where the engine leads a middling learner. */
async function usualCourse(conductor: Conductor, pathway: Pathway): Promise<readonly string[]> {
  const { pack } = conductor;
  const about = { id: '', pack: `${pack.id}@${pack.version}`, pathway: pathway.id, seed: 1, startedAt: '' };
  let record: SessionRecord = { ...newRecord(about), route: null };
  const items: string[] = [];
  while (items.length < most) {
    const move = await conductor.move(record);
    if (move.kind === 'lesson') record = { ...record, lessons: [...record.lessons, move.lesson.id] };
    else if (move.kind !== 'item') break;
    else {
      const passed = levelOf(pack, move.item) <= middling;
      const outcome = outcomesOf(pack, move.item).find((candidate) => candidate.passed === passed) ?? { passed };
      record = withAnswer(record, 'main', { submission: '', item: move.item, response: { text: '' }, seconds: 0, ...outcome });
      items.push(move.item);
    }
  }
  return items;
}

/** The level where the learner passes about as often as not. */
function levelReached(pack: Pack, { answers }: SessionRecord): number {
  const results = answers.map(({ item, passed }) => ({ level: levelOf(pack, item), passed }));
  const passes = (level: number): boolean => {
    const yes = results.filter((result) => result.passed && result.level >= level).length;
    const no = results.filter((result) => !result.passed && result.level <= level).length;
    return yes > no;
  };
  return answers.length === 0 ? middling : ([4, 3, 2, 1].find(passes) ?? 0);
}

function nearLevel(pack: Pack, pathway: Pathway, record: SessionRecord, handedOut: readonly string[], wanted: number): readonly string[] {
  const target = levelReached(pack, record) + 0.5;
  const subjects = new Map<string, number>();
  const seen = new Set([...answered(record), ...handedOut]);
  const scored = new Set(pack.subjects.filter(({ unscored }) => !unscored).map(({ id }) => id));
  const left: PackItem[] = [];
  for (const item of itemsOf(pack, pathway)) {
    if (seen.has(item.id)) subjects.set(item.subject, (subjects.get(item.subject) ?? 0) + 1);
    else if (scored.has(item.subject)) left.push(item);
  }
  const chosen: string[] = [];
  while (chosen.length < wanted && left.length) {
    const worth = ({ subject, level }: PackItem): number => (subjects.get(subject) ?? 0) + Math.abs(level - target);
    const best = left.reduce((a, b) => (worth(b) < worth(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    subjects.set(best.subject, (subjects.get(best.subject) ?? 0) + 1);
    chosen.push(best.id);
  }
  return chosen;
}
