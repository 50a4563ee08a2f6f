import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { pickText, plainText, toDiagnosticError, type Language, type TaskType, type Text, type Voice } from '../../model/index.js';
import type { Session, Status } from '../../session/index.js';
import { importAgain } from '../../import-again.js';
import { version } from '../../version.js';
import type { frLater } from '../locales/fr-later.js';
import { fr, type Locale, type PhraseKey } from '../locales/fr.js';
import { say } from '../locales/phrases.js';
import { controls } from '../styles/controls.js';
import { frame } from '../styles/frame.js';
import { tokens } from '../styles/tokens.js';
import type { TaskElement } from '../tasks/task-element.js';
import { frameView, screenOf } from '../views/frame.js';
import type { ViewContext } from '../views/screen.js';
import { voiceContext } from '../voice.js';
import { Announcer } from './announcer.js';
import { FormValue } from './form-value.js';
import { IdleGuard } from './idle-guard.js';
import { LaterParts } from './later-parts.js';
import { ScreenFocus } from './screen-focus.js';
import { SessionHost } from './session-host.js';
import { languageOf } from './settings.js';

const english = importAgain(() => import('../locales/en.js'));
const styles = [tokens, controls, frame];

/**
 * An adaptive diagnostic of digital skills, from its introduction to the next step.
 *
 * @summary Runs a diagnostic in any page and tells the page the score and the pathway to take next.
 *
 * @fires {PixReadyEvent} pix-ready - The diagnostic is there and can be started.
 * @fires {PixStartEvent} pix-start - The learner begins, or goes on with, a session.
 * @fires {PixQuestionEvent} pix-question - A question is shown.
 * @fires {PixAnswerEvent} pix-answer - An answer was taken.
 * @fires {PixProgressEvent} pix-progress - How far the learner is.
 * @fires {PixPauseEvent} pix-pause - The learner takes a break.
 * @fires {PixResumeEvent} pix-resume - The break is over.
 * @fires {PixResultEvent} pix-result - The result, with its score, interval, level and recommended pathways.
 * @fires {PixShareEvent} pix-share - The learner agrees to send the result on. Cancelable.
 * @fires {PixPathwayEvent} pix-pathway - The learner chose a next step. Cancelable: the host takes the learner there.
 * @fires {PixSurveyEvent} pix-survey - The learner says, from 0 to 10, whether they would recommend the diagnostic.
 * @fires {PixErrorEvent} pix-error - Something went wrong. Cancelable: the host shows its own message.
 *
 * @slot logo - A logo, at the start of the header.
 * @slot intro - More words in the introduction.
 * @slot consent - What sharing means here, instead of the text that comes with the element.
 * @slot result-end - What the host adds at the end of the result.
 * @slot fallback - What the host adds when the diagnostic cannot be shown: a telephone number, a link.
 *
 * @csspart card - The whole widget.
 * @csspart header - The line at the top.
 * @csspart progress - The progress bar.
 * @csspart title - The title of each screen.
 * @csspart task - The task of a question.
 * @csspart start - Begins, or goes on: after a pause, or from another tab.
 * @csspart skip - "Je ne sais pas encore".
 * @csspart submit - Sends the answer.
 * @csspart continue - Goes on from a lesson, feedback or a proposal.
 * @csspart decline - Refuses a proposal.
 * @csspart confirm - Ends the review.
 * @csspart change - Opens an answer again, in the review.
 * @csspart pause - Takes a break.
 * @csspart result - The screen of the result.
 * @csspart score - The picture of the score.
 * @csspart band - The band, in words and as a picture.
 * @csspart strengths - The learner's strength.
 * @csspart gaps - The thing to work on.
 * @csspart recommendation - The next step.
 * @csspart pathway-start - Starts a recommended pathway.
 * @csspart back - Turns to another run: its result, or where it was left.
 * @csspart share - Sends the result on.
 * @csspart survey - Whether the learner would recommend the diagnostic.
 * @csspart survey-send - Sends that.
 * @csspart survey-skip - Passes it over.
 * @csspart explanation - How the result was worked out, at the end of the result.
 * @csspart explain - Shows and hides the explanation.
 * @csspart explanation-save - Saves the explanation in a file.
 * @csspart feedback - What an answer was worth, in learning mode.
 * @csspart retry - Tries again what failed.
 *
 * @cssprop --pix-accent - Colour of the main buttons and of progress; 4.5:1 on `--pix-paper`, 3:1 on `--pix-ground`.
 * @cssprop --pix-on-accent - Text on the accent colour; 4.5:1 on it.
 * @cssprop --pix-accent-soft - A pale accent behind text; `--pix-ink` must keep 4.5:1 on it.
 * @cssprop --pix-ink - Text; 4.5:1 on `--pix-paper` and on every soft colour.
 * @cssprop --pix-muted - Quieter text; 4.5:1 on `--pix-paper`.
 * @cssprop --pix-line - Lines that only separate; no contrast duty.
 * @cssprop --pix-edge - Outlines of buttons and fields; 3:1 on `--pix-paper`.
 * @cssprop --pix-paper - Background of the card.
 * @cssprop --pix-ground - Background of bars and quiet areas.
 * @cssprop --pix-good - Text for what is acquired; 4.5:1 on `--pix-good-soft`.
 * @cssprop --pix-good-soft - Behind what is acquired.
 * @cssprop --pix-warn - Text for what is to work on; 4.5:1 on `--pix-warn-soft`.
 * @cssprop --pix-warn-soft - Behind what is to work on.
 * @cssprop --pix-bad - Text of refusals; 4.5:1 on `--pix-bad-soft`.
 * @cssprop --pix-bad-soft - Behind refusals.
 * @cssprop --pix-focus - Focus ring; 3:1 on `--pix-paper`.
 * @cssprop --pix-radius - Roundness of blocks, 14px.
 * @cssprop --pix-radius-card - Roundness of the card, 20px.
 * @cssprop --pix-font - Font family; the system's own by default.
 * @cssprop --pix-font-size - Size of the text, 1rem.
 *
 * @cssstate loading - The diagnostic is on its way.
 * @cssstate intro - The introduction is shown.
 * @cssstate question - A question is shown.
 * @cssstate checkpoint - A lesson, a proposal or the review is shown.
 * @cssstate result - The result is shown.
 * @cssstate paused - The learner takes a break.
 * @cssstate elsewhere - The session is open in another tab.
 * @cssstate offline - There is no connection.
 * @cssstate error - Something went wrong.
 */
export class PixDiagnosticElement extends SessionHost {
  static readonly formAssociated = true;
  /** Which version of the package this class is from. */
  static readonly version = version;
  static override styles = styles;

  /** `light`, `dark`, `auto` (as the device) or nothing (as the page). */
  @property() theme: string | null = null;
  /** Language of the interface, `fr` or `en`: own, else the nearest ancestor's, else French. */
  @property() override lang = '';
  /** How the learner is addressed: `vous` (default) or `tu`. */
  @property() register: string = 'vous';
  /** `standard` (default) or `simple` wording; the learner can change it. */
  @property() reading: string = 'standard';
  /** Level of the title of each screen, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** With a name, a form around the element submits the shared result. */
  @property({ reflect: true, useDefault: true }) name = '';

  @query('.title') private readonly titleElement!: HTMLElement | null;
  @query('[part=feedback]') private readonly feedbackElement!: HTMLElement | null;
  @query('[data-task]') private readonly taskElement!: TaskElement<TaskType> | null;
  @query('dialog') private readonly dialogElement!: HTMLDialogElement | null;

  @state() private notice = '';
  @state() private locale: Partial<Locale> = fr;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  readonly #later = new LaterParts(this, { styles, report: (error) => this.report(error) });
  readonly #idle = new IdleGuard(this, {
    active: () => this.kiosk,
    begun: () => !['loading', 'intro'].includes(this.state) || this.session?.state.reading !== undefined,
    erase: () => void this.restart(),
  });
  readonly #voice = new ContextProvider(this, { context: voiceContext, initialValue: this.#currentVoice() });

  constructor() {
    super();
    // With this Lit tells the page of a context that is nobody's business.
    this.addEventListener('context-provider', (event) => event.target === this && event.stopPropagation());
    // The question is in use: what comes after it may come.
    this.addEventListener('click', () => this.state === 'question' && this.#later.prepareViews(), true);
    new FormValue(this, this.#internals, { anchor: () => this.titleElement, missing: () => this.#say('formMissing') });
    new ScreenFocus(this, {
      state: () => this.session?.state,
      target: () => this.feedbackElement ?? this.titleElement,
      changed: (before) => this.#screenChanged(before),
    });
  }

  /** The form around the element, if any. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  /** Whether the form has what it asks for: a shared result. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  /** What is missing, in words. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  /** Whether nothing is missing; otherwise dispatches `invalid`. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }
  /** The same, and shows the learner what is missing. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The ancestors, and so perhaps the language, are others.
    this.requestUpdate();
    void this.#useLanguage();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('lang')) void this.#useLanguage();
    const voice = this.#currentVoice();
    const { language, register, reading } = this.#voice.value;
    if (voice.language !== language || voice.register !== register || voice.reading !== reading) this.#voice.setValue(voice);
  }

  #currentVoice(): Voice {
    return {
      language: languageOf(this),
      register: this.choice('register', this.register),
      reading: this.session?.state.reading ?? this.choice('reading', this.reading),
    };
  }

  async #useLanguage(): Promise<void> {
    const language: Language = languageOf(this);
    if (language === 'fr') this.locale = fr;
    else {
      try {
        const { en } = await english();
        // It may have changed meanwhile.
        if (languageOf(this) === language) this.locale = en;
      } catch (cause) {
        // French is used.
        this.report(toDiagnosticError(cause));
      }
    }
  }

  #context(session: Session): ViewContext {
    const voice = this.#voice.value;
    const failure = this.#later.failure(session.state);
    const state = failure ? { ...session.state, status: 'error' as const, error: failure } : session.state;
    const { step } = state;
    return {
      state,
      session,
      voice,
      say: (key, parameters) => this.#say(key, parameters),
      headingLevel: this.headingLevel,
      storage: this.usedStorage,
      taskTag: step?.kind === 'item' ? this.#later.task(step.item.task) : undefined,
      later: this.#later.views,
      notice: this.notice,
      previewing: this.preview !== null,
      submit: this.#submit,
      setSimpleReading: (simple) => session.read(simple ? 'simple' : 'standard'),
      retry: failure ? () => this.#later.retry() : () => void session.load(),
    };
  }

  protected override words(text: Text): string {
    return plainText(pickText(text, this.#voice.value));
  }

  #say(key: PhraseKey, parameters?: Readonly<Record<string, string | number>>): string {
    // French from the first checkpoint on comes with the views that say it.
    return say(this.locale[key] ?? this.#later.views?.frLater[key as keyof typeof frLater] ?? '', this.#voice.value, parameters);
  }

  #screenChanged(before: Status): void {
    this.notice = '';
    if (before === 'question' && ['question', 'checkpoint', 'result'].includes(this.state)) this.#announcer.say(this.#say('recorded'));
  }

  readonly #submit = (): void => {
    const task = this.taskElement;
    if (!task) return;
    this.notice = task.missing() ?? '';
    if (!this.notice && task.response) void this.session?.submit(task.response);
  };

  protected override render(): unknown {
    const { session } = this;
    if (!session) return nothing;
    const context = this.#context(session);
    const theme = this.choice('theme', this.theme);
    return html`<div class="root ${theme}" lang=${context.voice.language} dir="ltr">
        ${frameView(context, screenOf(context))} ${this.kiosk && context.later ? context.later.idleDialog(context, this.#idle) : nothing}
      </div>
      <slot name="status"></slot>`;
  }

  protected override updated(): void {
    const { session } = this;
    if (!session) return;
    const { state } = session;
    // The first question does not wait for the views that come after it.
    const { status, step } = state;
    const first = status === 'question' && step?.kind === 'item' && step.number === 1 && !state.progress.answered;
    const begun = !['loading', 'intro'].includes(status) && (state.busy || !first);
    if (begun || this.#idle.asking || this.preview !== null) this.#later.prepareViews();
    // The connection may be lost at any time: what is left to fetch is fetched once the learner is well under way.
    if (state.sending.waiting || (step?.kind === 'item' && step.phase === 'main' && step.number > 1)) this.#later.prepareTasks();
    this.#showStates(this.#later.failure(state) ? 'error' : status, state.online && state.sending.trouble !== 'offline');
    const dialog = this.dialogElement;
    if (dialog && dialog.open !== this.#idle.asking) {
      if (this.#idle.asking) dialog.showModal();
      else dialog.close();
    }
  }

  #showStates(status: Status, online: boolean): void {
    const { states } = this.#internals;
    // Back: what could not be fetched is asked for again.
    if (online && states.has('offline')) this.#later.retry();
    states.clear();
    states.add(status);
    if (!online) states.add('offline');
  }
}
