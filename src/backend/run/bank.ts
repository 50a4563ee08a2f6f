import type { Pack, PackItem, Pathway } from '../../model/index.js';

/** The easiest and the hardest level that a pathway asks. */
export const levelRange = ({ levels = [1, Infinity] }: Pick<Pathway, 'levels'>): readonly [number, number] => levels;

/** The items a pathway may ask: those for practice only where their answers are told. */
export function itemsOf(pack: Pack, pathway: Pick<Pathway, 'subjects' | 'levels'> & Partial<Pick<Pathway, 'mode'>>): readonly PackItem[] {
  const [lowest, highest] = levelRange(pathway);
  return pack.items.filter(
    ({ subject, level, practice }) =>
      pathway.subjects.includes(subject) && level >= lowest && level <= highest && (!practice || pathway.mode === 'learning'),
  );
}

/** The items of a campaign or a learning pathway, in order: its form, or else all its items, easiest first within a subject. */
export function formOf(pack: Pack, pathway: Pathway): readonly string[] {
  if (pathway.form?.length) return pathway.form;
  const rank = new Map(pathway.subjects.map((id, i) => [id, i]));
  const ordered = [...itemsOf(pack, pathway)].sort((a, b) => (rank.get(a.subject) ?? 0) - (rank.get(b.subject) ?? 0) || a.level - b.level);
  return ordered.slice(0, pathway.maxItems).map(({ id }) => id);
}

/** How an answer to an item may turn out. */
export function outcomesOf(pack: Pack, id: string): readonly { readonly passed: boolean; readonly second?: boolean }[] {
  const item = pack.items.find((candidate) => candidate.id === id);
  return [true, false].flatMap((passed) =>
    (passed ? item?.harder : item?.easier)
      ? [
          { passed, second: true },
          { passed, second: false },
        ]
      : [{ passed }],
  );
}
