import type { MailFile, MailFolder, MailResponse, MailTask, Text, Voice } from '../../../model/index.js';
import type { MailPhrase } from './phrases.js';

/** The three lists of recipients of a message. */
export type Field = 'to' | 'cc' | 'bcc';

export type View =
  | { readonly name: 'list'; readonly folder: MailFolder }
  | { readonly name: 'message'; readonly id: string }
  /** A message that the learner sent, by its place in the response; `fresh` just after sending. */
  | { readonly name: 'sent'; readonly index: number; readonly fresh?: boolean }
  | { readonly name: 'compose' };

export type Panel =
  | { readonly kind: 'preview'; readonly file: MailFile }
  | { readonly kind: 'attach' }
  | { readonly kind: 'contacts'; readonly field: Field };

/** What is on screen and no part of the answer. */
export interface Screen {
  readonly view: View;
  /** What has just happened, and how to take it back. */
  readonly notice:
    | {
        readonly text: string;
        readonly undo?: () => void;
        /** Read out, not shown. */ readonly quiet?: boolean;
      }
    | undefined;
  /** Why the message was not sent. */
  readonly problem: { readonly at: Field | 'attachments'; readonly text: string } | undefined;
  readonly panel: Panel | undefined;
  /** The link whose address is shown. */
  readonly link: string | undefined;
  /** Cc and Cci are shown. */
  readonly copies: boolean;
}

/** The mailbox as its views see it, and the two ways in which they change it. */
export interface Mailbox {
  readonly task: MailTask;
  readonly voice: Voice;
  readonly disabled: boolean;
  readonly state: MailResponse;
  readonly screen: Screen;
  /** Messages can be written here and now. */
  readonly writes: boolean;
  /** What is in a file. */
  preview(text: Text | undefined): unknown;
  /** Kilobytes in words. */
  size(kilobytes: number): string;
  text(phrase: MailPhrase, parameters?: Readonly<Record<string, string | number>>): string;
  /** Changes the answer. */
  change(state: MailResponse): void;
  /** Changes what is on screen; then focus goes to the first element that matches `focus`. */
  show(screen: Partial<Screen>, focus?: string): void;
}
