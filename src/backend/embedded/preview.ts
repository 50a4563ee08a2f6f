import type { Pack, PackItem, Pathway } from '../../model/index.js';
import { itemsOf } from '../run/bank.js';
import type { Move } from '../run/next-move.js';
import type { RecordedAnswer, SessionRecord } from '../run/record.js';

/** What a preview opens: where the session is, or one move that it stays at. */
export interface Preview {
  readonly record: SessionRecord;
  readonly pinned?: Move;
}

/** Highest level passed by the made-up learner of each band, in the subjects of the pathway, over and over. */
const reached: Readonly<Record<string, readonly number[]>> = { 1: [0], 2: [4, 3, 1, 2, 3, 2], 3: [Infinity] };

/**
 * Where a preview opens.
 * @param target `item:ID`, `lesson:ID`, `route`, `stop`, `review`, `result:1` to `result:3`; anything else: the beginning.
 */
export function previewOf(target: string, pack: Pack, pathway: Pathway, record: SessionRecord): Preview {
  const [kind = '', id = ''] = target.split(':');
  const lesson = pathway.lessons?.find((candidate) => candidate.id === id);
  const route = pathway.gate?.routes[0];
  if (kind === 'item' && pack.items.some((item) => item.id === id)) return { record, pinned: { kind: 'item', item: id, phase: 'main' } };
  if (kind === 'lesson' && lesson) return { record, pinned: { kind: 'lesson', lesson } };
  if (kind === 'route' && route) return { record, pinned: { kind: 'route', pathway: route.pathway } };
  if (kind === 'stop') return { record, pinned: { kind: 'stop' } };
  const answer = (item: string, passed: boolean): RecordedAnswer => ({
    submission: item,
    item,
    response: passed ? { text: '' } : null,
    passed,
    seconds: 60,
  });
  const items = itemsOf(pack, pathway);
  if (kind === 'review')
    return { record: { ...record, route: null, stopped: true, answers: items.slice(0, 6).map((item) => answer(item.id, false)) } };
  const levels = kind === 'result' ? reached[id] : undefined;
  if (!levels) return { record };
  const highest = ({ subject }: PackItem): number => levels[pathway.subjects.indexOf(subject) % levels.length] ?? 0;
  return { record: { ...record, route: null, confirmed: true, answers: items.map((item) => answer(item.id, item.level <= highest(item))) } };
}
