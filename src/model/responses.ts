import type { MailDraft, MailFolder, TaskType } from './tasks.js';

export interface ChoiceResponse {
  readonly selected: readonly string[];
}
export interface OrderResponse {
  /** Ids of all entries, in the learner's order. */
  readonly order: readonly string[];
}
export interface MatchResponse {
  /** Entry id to group id. */
  readonly groups: Readonly<Record<string, string>>;
}
export interface TextResponse {
  readonly text: string;
}

export interface SentMail extends MailDraft {
  /** Message answered or passed on, if any. */
  readonly replyTo?: string;
  readonly replyAll?: boolean;
  readonly forwards?: string;
  /** How the body was made. Both ways are graded alike. */
  readonly written: 'free' | 'blocks';
}

/** The end state of a mailbox. */
export interface MailResponse {
  readonly sent: readonly SentMail[];
  /** Message ids, in the order last opened. */
  readonly opened: readonly string[];
  /** Link ids the learner followed after the address was shown to them. */
  readonly followed: readonly string[];
  /** Ids of received attachments that were opened; the last one opened is the last. */
  readonly openedFiles: readonly string[];
  /** Messages that are no longer in their first folder. */
  readonly moved: Readonly<Record<string, MailFolder>>;
  /** The composer as it stands, when something is being written: lets a reload lose nothing. */
  readonly draft?: SentMail;
  /** Choice picked for each block of the assembly mode, while composing. */
  readonly picks?: Readonly<Record<string, string>>;
}

/** A node of the explorer's end state. New folders and copies have ids made by the surface. */
export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** Folder id; null at the top. */
  readonly parent: string | null;
  readonly copyOf?: string;
  readonly trashed?: boolean;
}

/** The end state of an explorer. */
export interface FilesResponse {
  readonly entries: readonly FileEntry[];
  /** Ids of the files that were opened; the last one opened is the last. */
  readonly opened: readonly string[];
  /** The folder on screen, `null` at the top, where it is another than at first: not graded, it lets a reload come back there. */
  readonly folder?: string | null;
}

export interface Responses {
  readonly choice: ChoiceResponse;
  readonly order: OrderResponse;
  readonly match: MatchResponse;
  readonly text: TextResponse;
  readonly mail: MailResponse;
  readonly files: FilesResponse;
}
export type ResponseOf<T extends TaskType> = Responses[T];

/** What the learner produced: an end state, never a log of keystrokes. Plain JSON. */
export type TaskResponse = Responses[TaskType];
