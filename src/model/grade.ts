import type { MailFolder, TaskType } from './tasks.js';
import type { Text } from './text.js';

/** Alternatives of one idea: any of them counts. Compared without case, accents or punctuation. */
export type Alternatives = readonly string[];

/** The listed options, whatever the order. `only`: these and no other; `all`: at least these; `none`: not these. */
export interface ChoiceRule {
  readonly kind: 'chosen';
  readonly only?: readonly string[];
  readonly all?: readonly string[];
  readonly none?: readonly string[];
}
/** The listed entries stand in this relative order. */
export interface OrderRule {
  readonly kind: 'sequence';
  readonly order: readonly string[];
}
/** All listed entries are in the group. */
export interface MatchRule {
  readonly kind: 'grouped';
  readonly group: string;
  readonly entries: readonly string[];
}
export type TextRule =
  | { readonly kind: 'equals'; readonly values: readonly string[] }
  /** Every idea is there: one alternative of each. */
  | { readonly kind: 'mentions'; readonly ideas: readonly Alternatives[] }
  | { readonly kind: 'avoids'; readonly words: readonly string[] }
  | { readonly kind: 'number'; readonly value: number; readonly tolerance?: number };

/** Rules about the last message sent (`avoids`: about every message sent), then rules about the mailbox. */
export type MailRule =
  | {
      readonly kind: 'recipients';
      readonly field: 'to' | 'cc' | 'bcc';
      readonly only?: readonly string[];
      readonly all?: readonly string[];
      readonly none?: readonly string[];
    }
  | { readonly kind: 'mentions'; readonly in: 'subject' | 'body'; readonly ideas: readonly Alternatives[] }
  | { readonly kind: 'avoids'; readonly in: 'subject' | 'body'; readonly words: readonly string[] }
  /** The subject or body has at least so many letters. */
  | { readonly kind: 'filled'; readonly in: 'subject' | 'body'; readonly letters?: number }
  | { readonly kind: 'greeting' }
  | { readonly kind: 'closing' }
  | { readonly kind: 'signed'; readonly names: Alternatives }
  /** No abbreviation of instant messages. */
  | { readonly kind: 'plain-style' }
  | {
      readonly kind: 'attached';
      readonly only?: readonly string[];
      readonly all?: readonly string[];
      readonly any?: readonly string[];
      readonly none?: readonly string[];
    }
  | { readonly kind: 'answers'; readonly message: string; readonly all?: boolean }
  /** The message is passed on, or one of the messages. */
  | { readonly kind: 'forwards'; readonly message: string | readonly string[] }
  /** None of these messages was passed on, in any message sent. */
  | { readonly kind: 'not-forwarded'; readonly messages: readonly string[] }
  | { readonly kind: 'sent'; readonly count: number }
  | { readonly kind: 'opened'; readonly message: string }
  /** The received file is the last one opened. */
  | { readonly kind: 'opened-file'; readonly file: string }
  /** None of these links was followed, none of these received files opened. */
  | { readonly kind: 'untouched'; readonly links?: readonly string[]; readonly files?: readonly string[] }
  /** Each of these messages is in the folder, or in one of the folders. */
  | { readonly kind: 'filed'; readonly messages: readonly string[]; readonly folder: MailFolder | readonly MailFolder[] };

export type FilesRule =
  /** The node itself (not a copy), or one of the nodes, is in this folder: the id of a folder, `null` for the top, or names joined by `/` from the top for a folder that the learner creates. */
  | { readonly kind: 'at'; readonly node: string | readonly string[]; readonly folder: string | null }
  /** The name equals one of these, compared without case, accents and repeated spaces; the ending of a file counts. */
  | { readonly kind: 'named'; readonly node: string; readonly names: Alternatives }
  | { readonly kind: 'name-mentions'; readonly node: string; readonly ideas: readonly Alternatives[]; readonly ending?: string }
  /** A folder with one of these names exists there. */
  | { readonly kind: 'folder'; readonly names: Alternatives; readonly parent: string | null }
  /** A copy of the node is in the folder, or in one of the folders, and the node is where it was. */
  | { readonly kind: 'copied'; readonly node: string; readonly folder: string | null | readonly (string | null)[] }
  /** The folder holds exactly so many files and folders. */
  | { readonly kind: 'holds'; readonly folder: string | null; readonly count: number }
  | { readonly kind: 'trashed'; readonly nodes: readonly string[] }
  | { readonly kind: 'restored'; readonly node: string }
  /** The file is the last one opened. */
  | { readonly kind: 'opened'; readonly node: string }
  /** Every node but these has its first place and name and is not in the bin. */
  | { readonly kind: 'intact'; readonly except?: readonly string[] };

export interface Rules {
  readonly choice: ChoiceRule;
  readonly order: OrderRule;
  readonly match: MatchRule;
  readonly text: TextRule;
  readonly mail: MailRule;
  readonly files: FilesRule;
}
export type RuleOf<T extends TaskType> = Rules[T];
export type Rule = Rules[TaskType];

/** One thing observed in the end state of a task. */
export interface Criterion<R extends Rule = Rule> {
  readonly id: string;
  /** Share of the score, relative to the other criteria. 1 unless said. */
  readonly weight?: number;
  /** When a critical criterion is not met, the score is 0. */
  readonly critical?: boolean;
  /** What is observed, said to the learner after the answer in learning mode: "Le bon destinataire". */
  readonly label: Text;
  readonly rule: R;
}

/** What a response is worth. */
export interface Grade {
  readonly criteria: readonly { readonly id: string; readonly met: boolean }[];
  /** 0 to 1: 0 if a critical criterion is not met, else the weighted share of the criteria that are. */
  readonly score: number;
  /** `score` reached the item's threshold. */
  readonly passed: boolean;
  /** Whether what the item shows of another level was done, where it is looked at. */
  readonly second?: boolean;
}
