import data from './personas.json';

/** Kinds of skill in which a persona is better or worse than in general. */
export type Axis = 'communication' | 'office' | 'safety' | 'tools' | 'information';

/** A kind of learner. Abilities are in logits, chances 0 to 1. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** Mean ability, and how learners of this kind differ (standard deviation). */
  readonly ability: number;
  readonly sd: number;
  readonly offsets: Readonly<Record<Axis, number>>;
  /** Median active time of an item of level 2 or so. */
  readonly seconds: number;
  /** Chance of giving up at each item. */
  readonly hazard: number;
  /** Most chance of passing by luck; of failing although one knows; of saying "je ne sais pas encore" when one does not. */
  readonly guess: number;
  readonly slip: number;
  readonly unknown: number;
  /** Somebody is beside them; what they read is read aloud. */
  readonly accompanied?: boolean;
  readonly audio?: boolean;
  /** From this question on, counted from 0, somebody of this ability does it in their place. */
  readonly takenOver?: { readonly from: number; readonly ability: number };
  /** Comes back: chance of remembering what to do from having met the item before. */
  readonly remembers?: number;
  /** Begins the pathway all the same when the gate proposes a gentler one. */
  readonly declines?: boolean;
  /** Groups to which an item may be unfair. */
  readonly groups?: readonly string[];
  /** Items that are harder for them than their ability says, by id, in logits. */
  readonly harder?: Readonly<Record<string, number>>;
  /** Simulated only when named. */
  readonly apart?: boolean;
}

/** Learners who have something in common that no score should depend on. */
export interface Group {
  readonly id: string;
  readonly who: string;
}

/** A mixture of personas; weights sum to 1. */
export interface Cohort {
  readonly id: string;
  readonly sentence: string;
  /** Of those who finish, how many press "share": said by the field, not simulated. */
  readonly share?: number;
  readonly weights: Readonly<Record<string, number>>;
}

export const personas: readonly Persona[] = data.personas.map(({ offsets, ...persona }) => ({ ...persona, offsets }));
export const groups: readonly Group[] = data.groups;
export const cohorts: readonly Cohort[] = data.cohorts.map(({ weights, ...cohort }) => ({ ...cohort, weights: { ...weights } }));

const { levels } = data;
const subjects: Readonly<Record<string, { readonly axis: string; readonly difficulty: number }>> = data.subjects;
/** Logits between levels beyond those of the data. */
const further = 1.4;

/** b, in logits: by level, then by subject; a subject that the data does not have is neither easy nor hard. */
export function difficultyOf(subject: string, level: number): number {
  const within = Math.min(level, levels.length);
  return levels[within - 1]! + further * (level - within) + (subjects[subject]?.difficulty ?? 0);
}

/** What a persona has more or less in a subject, in logits; 0 in a subject that the data does not have. */
export const offsetIn = ({ offsets }: Persona, subject: string): number => offsets[subjects[subject]?.axis as Axis] ?? 0;

/** So many learners of one persona. */
export interface Quota {
  readonly persona: Persona;
  readonly learners: number;
}

/** `total` learners shared out by weight: whole numbers, the largest remainders rounded up, the first of equals before. */
export function quotas(weighted: readonly (readonly [Persona, number])[], total: number): readonly Quota[] {
  const sum = weighted.reduce((all, [, weight]) => all + weight, 0);
  const shares = weighted.map(([, weight]) => (total * weight) / sum);
  const left = total - shares.reduce((all, share) => all + Math.floor(share + 1e-9), 0);
  const up = new Set(
    shares
      .map((share, i) => [share - Math.floor(share + 1e-9), i] as const)
      .sort(([a, i], [b, j]) => b - a || i - j)
      .slice(0, left)
      .map(([, i]) => i),
  );
  return weighted.map(([persona], i) => ({ persona, learners: Math.floor(shares[i]! + 1e-9) + Number(up.has(i)) }));
}
