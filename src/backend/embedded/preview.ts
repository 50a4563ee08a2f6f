import { suggest } from '../../content/near.js';
import { DiagnosticError, type Pack, type PackSubject, type Pathway } from '../../model/index.js';
import { itemsOf } from '../run/bank.js';
import type { Move } from '../run/next-move.js';
import { withAnswer, type SessionRecord } from '../run/record.js';

/** What a preview opens: where the session is, or one move that it stays at. */
export interface Preview {
  readonly record: SessionRecord;
  readonly pinned?: Move;
}

/** What cannot be opened, said to whoever wrote it. */
const nothingAt = (target: string, remedy: string): DiagnosticError =>
  new DiagnosticError('setting-invalid', `preview="${target}" opens nothing. ${remedy}`, { recoverable: false });

const kinds = ['item', 'lesson', 'route', 'stop', 'review', 'result'];
const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);

/** The one move that a target names; undefined for the review and results, which take a made-up learner. */
function moveAt(target: string, { items }: Pack, { id: pathway, lessons = [], gate }: Pathway): Move | undefined {
  const [kind = '', id = ''] = target.split(':');
  switch (kind) {
    case 'item':
      if (!items.some((item) => item.id === id)) throw nothingAt(target, suggest(id, idsOf(items), 'Items'));
      return { kind, item: id, phase: 'main' };
    case 'lesson': {
      const lesson = lessons.find((candidate) => candidate.id === id);
      if (!lesson) throw nothingAt(target, suggest(id, idsOf(lessons), `Lessons of "${pathway}"`));
      return { kind, lesson };
    }
    case 'route': {
      const route = gate?.routes[0];
      if (!route) throw nothingAt(target, `The pathway "${pathway}" has no entry gate.`);
      return { kind, pathway: route.pathway };
    }
    case 'stop':
      return { kind };
    case 'review':
    case 'result':
      return undefined;
    default:
      throw nothingAt(target, suggest(kind, kinds, 'Write one of'));
  }
}

/** Share of the levels that the made-up learner of each band passes: in its middle for the second. */
function shareOf(target: string, [low, high]: readonly [number, number]): number {
  const share: number | undefined = { 'result:1': 0, 'result:2': (low + high) / 2, 'result:3': 1 }[target];
  if (share === undefined) throw nothingAt(target, 'Write result:1, result:2 or result:3.');
  return share;
}

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
 * @param target `item:ID`, `lesson:ID`, `route`, `stop`, `review`, `result:1` to `result:3`; empty: the beginning.
 * @param next What comes after a record: the questions of the review and of the result are those that would be asked.
 * @throws {DiagnosticError} `setting-invalid` for a target that is not there.
 */
export async function previewOf(
  target: string,
  pack: Pack,
  pathway: Pathway,
  record: SessionRecord,
  next: (record: SessionRecord) => Promise<Move>,
): Promise<Preview> {
  if (target === '') return { record };
  const pinned = moveAt(target, pack, pathway);
  if (pinned) return { record, pinned };
  if (target === 'review') return { record: await answered(record, next, () => false) };
  const share = shareOf(target, pathway.cuts ?? pack.cuts);
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
