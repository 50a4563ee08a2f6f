import type { Criterion, InputMode, Language, Pathway, RuleOf, Task, TaskType } from '../model/index.js';
import type { AuthoredText } from './wording.js';

/** What items of a task type are worth unless they say otherwise. */
export interface AuthoredDefault {
  readonly guess: number;
  readonly slip: number;
  /** At levels 1, 2, 3… */
  readonly seconds: readonly number[];
}

/** `pack.yaml`, once it fits its schema. */
export interface AuthoredPack {
  readonly id: string;
  readonly version: string;
  readonly language: Language;
  readonly title: AuthoredText;
  readonly licence: string;
  readonly cuts: readonly [number, number];
  readonly thresholds?: Readonly<Record<string, number>>;
  readonly domains: readonly { readonly id: string; readonly title: AuthoredText }[];
  readonly axes: readonly { readonly id: string; readonly title: AuthoredText; readonly subjects: readonly string[] }[];
  readonly defaults: { readonly [T in TaskType]?: AuthoredDefault };
}

/** Another level that some criteria of an item show. */
export interface AuthoredLevel {
  readonly level: number;
  /** Ids. */
  readonly criteria: readonly string[];
  /** Chance of showing it without having the level, and of not showing it with the level; the item's own unless said. */
  readonly guess?: number;
  readonly slip?: number;
}

/** A response and the reason why a learner would give it. */
export interface AuthoredResponse {
  readonly why: string;
  readonly response: unknown;
}

/** An item of a subject's file, once it fits its schema. Its texts are still as authors write them. */
export interface AuthoredItem {
  readonly id: string;
  readonly level: number;
  readonly type: TaskType;
  readonly seconds?: number;
  readonly guess?: number;
  readonly slip?: number;
  readonly situation: AuthoredText;
  readonly prompt: AuthoredText;
  readonly detail?: AuthoredText;
  readonly task: Omit<Task, 'type'>;
  readonly criteria: readonly (Omit<Criterion, 'rule' | 'label'> & { readonly label: AuthoredText; readonly rule: RuleOf<TaskType> })[];
  readonly threshold?: number;
  /** `missed`: responses that pass the item and do not show this level. */
  readonly harder?: AuthoredLevel & { readonly missed?: readonly AuthoredResponse[] };
  readonly easier?: AuthoredLevel;
  readonly hint: AuthoredText;
  readonly explanation: AuthoredText;
  readonly solution: unknown;
  readonly traps: readonly AuthoredResponse[];
  readonly unambiguous: string;
  readonly modes?: readonly InputMode[];
  /** Asked by learning pathways only. */
  readonly practice?: boolean;
}

/** `subjects/<ID>.yaml`, once it fits its schema. */
export interface AuthoredSubject {
  readonly id: string;
  readonly title: AuthoredText;
  readonly domain: string;
  readonly alignments: readonly string[];
  readonly levels: readonly AuthoredText[];
  readonly strength: AuthoredText;
  readonly toWorkOn: AuthoredText;
  readonly unscored?: boolean;
  readonly items: readonly AuthoredItem[];
}

/** `pathways/<id>.yaml`, once it fits its schema: the compiled form but for its texts. */
export type AuthoredPathway = Pathway;
