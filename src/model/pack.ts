import type { InputMode, Item } from './item.js';
import type { Pathway } from './pathway.js';
import type { TaskType } from './tasks.js';
import type { Language, Text } from './text.js';

/** A reference to another framework: `CRCN:2.1`, `CLEA:3`, `DIGCOMP2.2:2.1`. */
export type Alignment = string;

export interface PackDomain {
  readonly id: string;
  readonly title: Text;
}

export interface PackSubject {
  readonly id: string;
  readonly title: Text;
  readonly domain: string;
  readonly alignments: readonly Alignment[];
  /** Number of levels. What a learner can do at each is in the authored file. */
  readonly levels: number;
  /** Said when it is the learner's strength: "Vous écrivez des e-mails clairs". */
  readonly strength: Text;
  /** Said when it is the thing to work on: "Écrire un e-mail à un employeur". */
  readonly toWorkOn: Text;
  /** Not part of any score (entry gate, gestures). */
  readonly unscored?: boolean;
}

/** A line of the result: some subjects under the learner's own words. */
export interface ReportAxis {
  readonly id: string;
  readonly title: Text;
  readonly subjects: readonly string[];
}

/** Another level that an item shows, with the chances of an item of that level. */
export interface OtherLevel {
  readonly level: number;
  readonly guess: number;
  readonly slip: number;
}

/** All that choosing the next question needs to know about an item. */
export interface PackItem {
  readonly id: string;
  readonly subject: string;
  /** 1 is the easiest. */
  readonly level: number;
  readonly type: TaskType;
  /** Chance of passing without the skill, 0 to 1. */
  readonly guess: number;
  /** Chance of failing with it, 0 to 1. */
  readonly slip: number;
  /** Expected active time. */
  readonly seconds: number;
  /** The harder and the easier level of its subject that it shows too. */
  readonly harder?: OtherLevel;
  readonly easier?: OtherLevel;
  /** All modes unless said. */
  readonly modes?: readonly InputMode[];
  /** Learning pathways tell its answer: evaluations and campaigns never ask it. */
  readonly practice?: boolean;
}

/** The compiled index of a pack. Items are separate files, `items/<id>.json` beside it. */
export interface Pack {
  readonly format: 1;
  readonly id: string;
  /** Semantic version. */
  readonly version: string;
  readonly language: Language;
  readonly title: Text;
  readonly licence: string;
  /** Limits of bands N1, N2, N3, as shares of mastered skills. */
  readonly cuts: readonly [number, number];
  /** Calibrated difficulties by skill id, on the scale of levels; level − ½ for a skill that is not there. */
  readonly thresholds?: Readonly<Record<string, number>>;
  readonly domains: readonly PackDomain[];
  readonly axes: readonly ReportAxis[];
  readonly subjects: readonly PackSubject[];
  readonly items: readonly PackItem[];
  readonly pathways: readonly Pathway[];
  /** The first item of each entry gate, which no score counts: with the index, so that the first question costs no request of its own. */
  readonly opening?: readonly Item[];
}

/** The id of a skill: a subject at a level. */
export const skillId = (subject: string, level: number): string => `${subject}-${level}`;

/** 1, 2, 3… up to the highest level of the subject. */
export const levelsOf = ({ levels }: PackSubject): readonly number[] => Array.from({ length: levels }, (_, i) => i + 1);
