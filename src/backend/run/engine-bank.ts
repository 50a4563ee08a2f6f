import type { EngineOptions } from '../../engine/index.js';
import { levelsOf, skillId, type Bank, type OtherLevel, type Pack, type Pathway, type SecondObservation } from '../../model/index.js';
import { itemsOf, levelRange } from './bank.js';

const secondOf = (subject: string, { level, guess, slip }: OtherLevel): SecondObservation => ({
  skill: skillId(subject, level),
  guess,
  slip,
});

/** A pathway, as far as a bank depends on it. */
export type Asking = Pick<Pathway, 'id' | 'subjects' | 'levels' | 'cuts'> & Partial<Pick<Pathway, 'mode'>>;

/** Difficulty of a level that nobody is taken to master. */
const outOfReach = 99;

/**
 * What the engine needs of a pathway: every level of its scored subjects counts in the score, also those that the pathway
 * does not ask. Of the easier ones the answers tell; the harder ones count as not mastered: nothing was seen of them.
 * The items are those it may ask.
 */
export function bankOf(pack: Pack, pathway: Asking): Bank {
  const [, highest] = levelRange(pathway);
  const subjects = pack.subjects.filter(({ id, unscored }) => !unscored && pathway.subjects.includes(id));
  const skills = subjects.flatMap((subject) =>
    levelsOf(subject).map((level) => {
      const id = skillId(subject.id, level);
      const threshold = level > highest ? outOfReach : pack.thresholds?.[id];
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

/** How the engine questions in a pathway: all but the mode has the same name in both. */
export const engineOptions = (pathway: Pathway): EngineOptions => ({ ...pathway, mode: pathway.engine });
