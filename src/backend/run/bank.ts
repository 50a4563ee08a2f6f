import type { EngineOptions } from '../../engine/index.js';
import {
  levelsOf,
  skillId,
  type Bank,
  type OtherLevel,
  type Pack,
  type PackItem,
  type Pathway,
  type SecondObservation,
} from '../../model/index.js';

/** The items a pathway may ask. */
export function itemsOf(pack: Pack, pathway: Pick<Pathway, 'subjects' | 'levels'>): readonly PackItem[] {
  const [lowest, highest] = pathway.levels ?? [1, Infinity];
  return pack.items.filter(({ subject, level }) => pathway.subjects.includes(subject) && level >= lowest && level <= highest);
}

const secondOf = (subject: string, { level, guess, slip }: OtherLevel): SecondObservation => ({
  skill: skillId(subject, level),
  guess,
  slip,
});

/** A pathway, as far as a bank depends on it. */
export type Asking = Pick<Pathway, 'id' | 'subjects' | 'levels' | 'cuts'>;

/**
 * What the engine needs of a pathway: every level of its scored subjects counts in the score,
 * also those that the pathway does not ask; the items are those it may ask.
 */
export function bankOf(pack: Pack, pathway: Asking): Bank {
  const subjects = pack.subjects.filter(({ id, unscored }) => !unscored && pathway.subjects.includes(id));
  const skills = subjects.flatMap((subject) =>
    levelsOf(subject).map((level) => {
      const id = skillId(subject.id, level);
      const threshold = pack.thresholds?.[id];
      return { id, subject: subject.id, domain: subject.domain, level, weight: 1, ...(threshold !== undefined && { threshold }) };
    }),
  );
  const scored = new Set(subjects.map(({ id }) => id));
  return {
    id: `${pack.id}@${pack.version}/${pathway.id}`,
    domains: pack.domains.map(({ id }) => id).filter((id) => subjects.some(({ domain }) => domain === id)),
    subjects: subjects.map((subject) => ({
      id: subject.id,
      domain: subject.domain,
      skills: levelsOf(subject).map((level) => skillId(subject.id, level)),
    })),
    skills,
    items: itemsOf(pack, pathway)
      .filter(({ subject }) => scored.has(subject))
      .map(({ id, subject, level, guess, slip, seconds, harder, easier }) => ({
        id,
        skill: skillId(subject, level),
        guess,
        slip,
        seconds,
        ...(harder && { harder: secondOf(subject, harder) }),
        ...(easier && { easier: secondOf(subject, easier) }),
      })),
    cuts: pathway.cuts ?? pack.cuts,
  };
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

/** How the engine questions in a pathway. */
export const engineOptions = ({ engine, maxItems, easyStart, relief, exposure, quotas }: Pathway): EngineOptions => ({
  mode: engine,
  maxItems,
  easyStart,
  relief,
  exposure,
  quotas,
});
