import type { Pack, PackSubject, Pathway } from '../../model/index.js';
import { itemsOf } from '../run/bank.js';
import type { Move } from '../run/next-move.js';
import { withAnswer, type SessionRecord } from '../run/record.js';

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

const given = (record: SessionRecord, item: string, passed: boolean): SessionRecord =>
  withAnswer(record, 'main', { submission: item, item, response: passed ? { text: '' } : null, passed, seconds: 60 });

/** The session of a made-up learner who answers everything that is asked, until the review or the end. */
async function answered(
  begun: SessionRecord,
  next: (record: SessionRecord) => Promise<Move>,
  passes: (item: string) => boolean,
): Promise<SessionRecord> {
  let record: SessionRecord = { ...begun, route: null };
  for (;;) {
    const move = await next(record);
    if (move.kind === 'item') record = given(record, move.item, passes(move.item));
    else if (move.kind === 'lesson') record = { ...record, lessons: [...record.lessons, move.lesson.id] };
    else if (move.kind === 'stop') record = { ...record, wentOnAt: record.answers.length };
    else return record;
  }
}

/**
 * Where a preview opens.
 * @param target `item:ID`, `lesson:ID`, `route`, `stop`, `review`, `result:1` to `result:3`; anything else: the beginning.
 * @param next What comes after a record: the questions of the review and of the result are those that would be asked.
 */
export async function previewOf(
  target: string,
  pack: Pack,
  pathway: Pathway,
  record: SessionRecord,
  next: (record: SessionRecord) => Promise<Move>,
): Promise<Preview> {
  const [kind = '', id = ''] = target.split(':');
  const lesson = pathway.lessons?.find((candidate) => candidate.id === id);
  const route = pathway.gate?.routes[0];
  if (kind === 'item' && pack.items.some((item) => item.id === id)) return { record, pinned: { kind: 'item', item: id, phase: 'main' } };
  if (kind === 'lesson' && lesson) return { record, pinned: { kind: 'lesson', lesson } };
  if (kind === 'route' && route) return { record, pinned: { kind: 'route', pathway: route.pathway } };
  if (kind === 'stop') return { record, pinned: { kind: 'stop' } };
  if (kind === 'review') return { record: await answered(record, next, () => false) };
  const share = kind === 'result' ? shareOf(id, pathway.cuts ?? pack.cuts) : undefined;
  if (share === undefined) return { record };
  const highest = levelsPassed(
    pack.subjects.filter((subject) => !subject.unscored && pathway.subjects.includes(subject.id)),
    share,
  );
  const passes = (item: string): boolean => {
    const { subject = '', level = 0 } = pack.items.find((candidate) => candidate.id === item) ?? {};
    return level <= (highest.get(subject) ?? (share > 0 ? Infinity : 0));
  };
  // A fixed form may be too short to show every level: its made-up learner has answered all that the pathway covers.
  const done =
    pathway.mode === 'evaluation'
      ? await answered(record, next, passes)
      : itemsOf(pack, pathway).reduce<SessionRecord>((all, item) => given(all, item.id, passes(item.id)), { ...record, route: null });
  return { record: { ...done, confirmed: true } };
}
