import type { Pack, PackSubject, Pathway } from '../../model/index.js';
import { itemsOf } from '../run/bank.js';
import type { Move } from '../run/next-move.js';
import type { RecordedAnswer, SessionRecord } from '../run/record.js';

/** What a preview opens: where the session is, or one move that it stays at. */
export interface Preview {
  readonly record: SessionRecord;
  readonly pinned?: Move;
}

/** Share of the levels that the made-up learner of each band passes: in its middle for the second. */
const shareOf = (band: string, [low, high]: readonly [number, number]): number | undefined => ({ 1: 0, 2: (low + high) / 2, 3: 1 })[band];

/** Highest level passed in each subject: that share of all levels, a little more in one subject and less in the next. */
function levelsPassed(subjects: readonly PackSubject[], share: number): ReadonlyMap<string, number> {
  const mixed = share > 0 && share < 1 ? 0.6 : 0;
  let all = 0;
  let passed = 0;
  return new Map(
    subjects.map(({ id, levels }, i) => {
      all += levels;
      const aim = share * all + (i === subjects.length - 1 ? 0 : i % 2 ? -mixed : mixed);
      const highest = Math.min(levels, Math.max(0, Math.round(aim) - passed));
      passed += highest;
      return [id, highest];
    }),
  );
}

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
  const share = kind === 'result' ? shareOf(id, pathway.cuts ?? pack.cuts) : undefined;
  if (share === undefined) return { record };
  const highest = levelsPassed(
    pack.subjects.filter((subject) => !subject.unscored && pathway.subjects.includes(subject.id)),
    share,
  );
  return {
    record: {
      ...record,
      route: null,
      confirmed: true,
      answers: items.map((item) => answer(item.id, item.level <= (highest.get(item.subject) ?? (share > 0 ? Infinity : 0)))),
    },
  };
}
