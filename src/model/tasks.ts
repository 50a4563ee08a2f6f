import type { Text } from './text.js';

/** Something shown above a classic question: a page of a browser, a message, a document. All of it is fictional. */
export interface Exhibit {
  readonly kind: 'page' | 'message' | 'document';
  readonly title?: Text;
  /** Address bar of a `page`. */
  readonly address?: string;
  /** Sender of a `message`. */
  readonly from?: string;
  readonly body: Text;
}

/** One thing to choose, to put in order or to sort. */
export interface Option {
  readonly id: string;
  readonly label: Text;
  /** A second, quieter line: an address, a date, a sender. */
  readonly detail?: Text;
}

/** Choose one answer or several. */
export interface ChoiceTask {
  readonly type: 'choice';
  /** Several answers may be chosen. */
  readonly multiple?: boolean;
  readonly exhibit?: Exhibit;
  readonly options: readonly Option[];
}

/** Put steps in order. Entries are listed in the order first shown, which is not the right one. */
export interface OrderTask {
  readonly type: 'order';
  readonly exhibit?: Exhibit;
  readonly entries: readonly Option[];
}

/** Sort entries into groups, by buttons. */
export interface MatchTask {
  readonly type: 'match';
  readonly exhibit?: Exhibit;
  readonly groups: readonly Option[];
  readonly entries: readonly Option[];
}

/** Type a short answer. */
export interface TextTask {
  readonly type: 'text';
  readonly exhibit?: Exhibit;
  readonly label: Text;
  readonly input?: 'text' | 'numeric' | 'email' | 'url';
  /** Visible lines; 1 unless said. */
  readonly lines?: number;
}

export interface MailContact {
  readonly name: string;
  readonly address: string;
}

/** A file that can be attached, or comes attached. */
export interface MailFile {
  readonly id: string;
  readonly name: string;
  /** Kilobytes. */
  readonly size: number;
  /** When it was last changed, in words. */
  readonly date?: string;
  /** What opening it shows. */
  readonly preview?: Text;
}

/** A link inside a message: what is written, and where it really leads. */
export interface MailLink {
  readonly id: string;
  readonly label: string;
  readonly target: string;
}

export type MailFolder = 'inbox' | 'sent' | 'archive' | 'junk' | 'trash';

export interface MailMessage {
  readonly id: string;
  /** `inbox` unless said. */
  readonly folder?: MailFolder;
  readonly from: MailContact;
  readonly to?: readonly MailContact[];
  readonly cc?: readonly MailContact[];
  /** In words, as a mailbox shows it. */
  readonly date: string;
  readonly subject: string;
  readonly body: Text;
  readonly attachments?: readonly MailFile[];
  /** Shown as buttons under the text. */
  readonly links?: readonly MailLink[];
  readonly unread?: boolean;
}

/** What a composed message holds. Addresses as typed or picked. */
export interface MailDraft {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Ids of {@link MailTask.files}. */
  readonly attachments: readonly string[];
}

/** One slot of the assembly mode: pick one wording. The slots, in order, make the subject and the body. */
export interface MailBlock {
  readonly id: string;
  /** What the slot is for ("Début", "Ce que vous demandez"). */
  readonly label: Text;
  readonly part: 'subject' | 'body';
  /** One of these is picked; `text` goes to the message as it is. */
  readonly choices: readonly { readonly id: string; readonly text: string }[];
}

/** A mailbox and a composer. */
export interface MailTask {
  readonly type: 'mail';
  readonly account: MailContact;
  readonly messages: readonly MailMessage[];
  readonly contacts?: readonly MailContact[];
  /** Files that the learner may attach. */
  readonly files?: readonly MailFile[];
  /** Largest total of attachments in kilobytes; a larger message is refused with an explanation when sending. */
  readonly maxSize?: number;
  /** What is on screen first: the list, a message, an empty composer, an answer to a message, or the given draft. */
  readonly start:
    | { readonly view: 'inbox' }
    | { readonly view: 'message'; readonly message: string }
    | { readonly view: 'compose'; readonly draft?: Partial<MailDraft> }
    | { readonly view: 'reply'; readonly message: string; readonly draft?: Partial<MailDraft> };
  /** The assembly mode, equivalent to writing freely. Required when the learner has to write. */
  readonly blocks?: readonly MailBlock[];
  /** False when the item is about sorting or reading: no composer, no sending. True unless said. */
  readonly compose?: boolean;
}

export interface FileNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** When it was last changed, in words. */
  readonly date?: string;
  /** Kilobytes. */
  readonly size?: number;
  /** What opening a file shows. */
  readonly preview?: Text;
  readonly children?: readonly FileNode[];
}

/** Commands of the explorer that an item may take away. Opening is always there. */
export type FilesCommand = 'create' | 'rename' | 'move' | 'copy' | 'delete' | 'search';

/** A file explorer. */
export interface FilesTask {
  readonly type: 'files';
  /** Name of the place shown at the top ("Mes fichiers", "Clé USB"). */
  readonly root: string;
  readonly nodes: readonly FileNode[];
  /** Folder opened first; the top unless said. */
  readonly start?: string;
  /** Ids of nodes that lie in the bin at first. */
  readonly trashed?: readonly FileNode[];
  /** All of them unless said. */
  readonly commands?: readonly FilesCommand[];
}

export type Task = ChoiceTask | OrderTask | MatchTask | TextTask | MailTask | FilesTask;
export type TaskType = Task['type'];
export type TaskOf<T extends TaskType> = Extract<Task, { type: T }>;
