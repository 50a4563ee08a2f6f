import { html, type TemplateResult } from 'lit';
import type { StaticValue } from 'lit/static-html.js';
import type { Voice } from '../../model/index.js';
import type { Session, SessionState, StorageKind } from '../../session/index.js';
import type { PhraseKey } from '../locales/fr.js';
import { icon } from '../parts/icon.js';
import { common } from '../parts/icons.js';

/** What a view is given. */
export interface ViewContext {
  readonly state: SessionState;
  readonly session: Session;
  readonly voice: Voice;
  say(key: PhraseKey, parameters?: Readonly<Record<string, string | number>>): string;
  /** Level of the title of the screen. */
  readonly headingLevel: number;
  readonly storage: StorageKind;
  /** The tag of the step's task, once its code is there. */
  readonly taskTag: StaticValue | undefined;
  /** The views of checkpoints, feedback and result, once they are there. */
  readonly later: typeof import('./later/index.js') | undefined;
  /** Nothing is kept or sent: say so. */
  readonly previewing: boolean;
  /** What stands between the learner and sending the answer, in kind words. */
  readonly notice: string;
  /** Sends the task's answer, or says what is missing. */
  submit(): void;
  setSimpleReading(simple: boolean): void;
  /** Tries again what failed. */
  retry(): void;
}

/** A screen: what a view puts in the frame. */
export interface Screen {
  /** A few words above the title. */
  readonly kicker?: unknown;
  readonly title: unknown;
  readonly body?: unknown;
  /** Buttons, the main one last. */
  readonly actions?: unknown;
}

export type View = (context: ViewContext) => Screen;

/** A button with a public part name. The second click of a double click is meant for the screen before. */
export const button = (
  part: string,
  label: unknown,
  press: () => void,
  options: { readonly primary?: boolean; readonly disabled?: boolean } = {},
): TemplateResult =>
  html`<button
    type="button"
    class=${options.primary ? 'button primary' : 'button'}
    part=${part}
    ?disabled=${options.disabled ?? false}
    @click=${(event: MouseEvent) => event.detail < 2 && press()}
  >
    ${label}
  </button>`;

export const notice = (text: string): TemplateResult =>
  html`<p class="notice" role="alert">${text ? html`${icon(common.alert)}<span>${text}</span>` : ''}</p>`;

/** Why an answer did not go, in kind words; empty when nothing failed, or the banner or the page says it by its own means. */
export const failureWords = ({ state: { error, errorTaken, online }, say }: ViewContext): string =>
  !error || errorTaken || !online ? '' : say(error.code === 'launch-refused' ? 'errorLaunch' : 'answerNotSent');
