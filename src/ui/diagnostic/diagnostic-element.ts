import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { createEmbeddedBackend, type Backend } from '../../backend/index.js';
import { DiagnosticError, type Language, type Offer, type Recommendation, type Result, type TaskType, type Voice } from '../../model/index.js';
import { createSession, deviceClock, deviceNetwork, deviceStorage, type Session, type SessionEventName, type SessionEvents, type Status } from '../../session/index.js';
import { version } from '../../version.js';
import { fr, type Locale, type PhraseKey } from '../locales/fr.js';
import { say } from '../locales/phrases.js';
import { controls } from '../styles/controls.js';
import { frame } from '../styles/frame.js';
import { tokens } from '../styles/tokens.js';
import type { TaskElement } from '../tasks/task-element.js';
import { frameView, idleDialog, screenOf } from '../views/frame.js';
import type { ViewContext } from '../views/screen.js';
import { voiceContext } from '../voice.js';
import { Announcer } from './announcer.js';
import { ownContent } from './content-url.js';
import { eventFor } from './events.js';
import { IdleGuard } from './idle-guard.js';
import { LaterParts } from './later-parts.js';
import { chosen, languageOf, type Choice, type ChoiceName } from './settings.js';

/** A change of one of these begins another session. */
const identity = ['pathway', 'backend', 'content', 'partner', 'storage', 'resumePolicy', 'kiosk', 'preview', 'backendInstance'] as const;

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
 * @csspart start - Begins, or goes on after a pause.
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
 * @csspart share - Sends the result on.
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
 * @cssstate offline - The device has no connection.
 * @cssstate error - Something went wrong.
 */
export class PixDiagnosticElement extends LitElement {
  static readonly formAssociated = true;
  /** Which version of the package this class is from. */
  static readonly version = version;
  static override styles = styles;

  /** Id of the pathway to take. */
  @property() pathway = 'diagnostic-initial';
  /** Where sessions live: `embedded`, in the page. */
  @property() backend = 'embedded';
  /** Address of a compiled pack; the one that comes with the package by default. Embedded backend only. */
  @property() content: string | null = null;
  /** Name of the partner, to keep apart what several partners' pages keep on one device. */
  @property() partner = '';
  /** `light`, `dark`, `auto` (as the device) or nothing (as the page). */
  @property() theme: string | null = null;
  /** Language of the interface, `fr` or `en`: own, else the nearest ancestor's, else French. */
  @property() override lang = '';
  /** How the learner is addressed: `vous` (default) or `tu`. */
  @property() register: string = 'vous';
  /** `standard` (default) or `simple` wording; the learner can change it. */
  @property() reading: string = 'standard';
  /** An unfinished session on the device: `auto` (default) goes on, `ask` asks, `never` begins anew. The attribute is `resume`; `resume()` is a method. */
  @property({ attribute: 'resume' }) resumePolicy = 'auto';
  /** Where progress is kept on the device: `session` (default: survives a reload, not the tab), `local` or `none`. */
  @property() storage = 'session';
  /** For a shared machine: keeps nothing, and erases when nobody is there any more. */
  @property({ type: Boolean }) kiosk = false;
  /** Begins without the introduction. */
  @property({ type: Boolean }) autostart = false;
  /** `ask` (default) the learner before sharing, or `auto`: the host answers for the agreement. */
  @property() sharing = 'ask';
  /** Level of the title of each screen, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Nothing is kept or sent, and grading is shown. Empty, or what to open: `item:ID`, `lesson:ID`, `route`, `stop`, `review`, `result:1` to `result:3`. */
  @property() preview: string | null = null;
  /** With a name, a form around the element submits the shared result. */
  @property() name = '';

  /** A backend made by the page, instead of the one that attributes describe. */
  @property({ attribute: false }) backendInstance: Backend | undefined;
  /** The host's own next steps, for the rules of pathways that call for one. */
  @property({ attribute: false }) offers: readonly Offer[] = [];
  /** Replaces the recommendations, when it returns some. */
  @property({ attribute: false }) recommend: ((result: Result) => readonly Recommendation[] | undefined) | undefined;

  /** Resolves to this element once the diagnostic can be started. */
  readonly ready: Promise<this>;

  @query('.title') private readonly titleElement!: HTMLElement | null;
  @query('[data-task]') private readonly taskElement!: TaskElement<TaskType> | null;
  @query('dialog') private readonly dialogElement!: HTMLDialogElement | null;

  @state() private notice = '';
  @state() private locale: Locale = fr;
  @state() private session: Session | undefined;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  readonly #later = new LaterParts(this, { styles, report: (error) => this.#report(error) });
  readonly #idle = new IdleGuard(this, { active: () => this.kiosk, erase: () => void this.restart() });
  readonly #voice = new ContextProvider(this, { context: voiceContext, initialValue: this.#currentVoice() });
  #becomeReady: () => void = () => undefined;
  #unsubscribe: (() => void) | undefined;
  #screen = '';
  /** The learner has acted: from now on the focus follows the screens. */
  #engaged = false;
  #reported = '';

  constructor() {
    super();
    this.addEventListener('click', () => (this.#engaged = true));
    this.ready = new Promise((resolve) => (this.#becomeReady = () => resolve(this)));
  }

  /** What is shown now, as the custom states say it. */
  get state(): Status {
    return this.session?.state.status ?? 'loading';
  }

  /** The result, once there is one. */
  get result(): Result | undefined {
    return this.session?.state.result;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Begins, once the diagnostic is there. */
  start(): Promise<Status> {
    return this.#whenOpen('start', ['intro'], (session) => session.start());
  }
  /** Takes a break. */
  pause(): Promise<Status> {
    return this.#whenOpen('pause', ['question', 'checkpoint'], (session) => session.pause());
  }
  /** Ends a break. */
  resume(): Promise<Status> {
    return this.#whenOpen('resume', ['paused'], (session) => session.resume());
  }
  /** Forgets everything and begins anew. */
  restart(): Promise<Status> {
    return this.#whenOpen('restart', undefined, (session) => session.restart());
  }
  /** Shares the result, as the button does. */
  share(): Promise<Status> {
    return this.#whenOpen('share', ['result'], (session) => session.share());
  }
  /** Erases what the device keeps of this diagnostic. What is on screen stays. */
  forget(): Promise<Status> {
    return this.#whenOpen('forget', undefined, (session) => session.forget());
  }

  async #whenOpen(name: string, statuses: readonly Status[] | undefined, act: (session: Session) => void | Promise<void>): Promise<Status> {
    if (statuses && this.state === 'loading') await this.ready;
    const { session } = this;
    if (session && (!statuses || statuses.includes(session.state.status))) await act(session);
    else console.warn(`<pix-diagnostic>: ${name}() does nothing in the state "${this.state}".`);
    return this.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session?.connect();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving the element disconnects and connects it at once: only what stays away is let go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.session?.disconnect();
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    });
  }

  #follow(): void {
    if (this.session && !this.#unsubscribe) this.#unsubscribe = this.session.subscribe(() => this.requestUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.session || identity.some((name) => changed.has(name))) this.#openSession();
    if (changed.has('lang') || !this.hasUpdated) void this.#useLanguage();
    const voice = this.#currentVoice();
    const { language, register, reading } = this.#voice.value;
    if (voice.language !== language || voice.register !== register || voice.reading !== reading) this.#voice.setValue(voice);
  }

  #openSession(): void {
    this.session?.disconnect();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    const storage = this.#storage;
    const session = createSession({
      backend: this.backendInstance ?? this.#ownBackend(),
      pathway: this.pathway,
      owners: { storage: deviceStorage(storage), clock: deviceClock, network: deviceNetwork },
      storageKey: ['pix-diagnostic', this.partner, this.pathway].join(':'),
      resume: this.#choice('resume', this.resumePolicy),
      sharing: this.#choice('sharing', this.sharing),
      offers: () => this.offers,
      recommend: (result) => this.recommend?.(result),
      emit: (name, detail) => this.#emit(name, detail),
    });
    this.session = session;
    this.#screen = '';
    this.#follow();
    session.connect();
    void session.load();
  }

  #ownBackend(): Backend {
    if (this.backend !== 'embedded')
      this.#report(new DiagnosticError('setting-invalid', `backend="${this.backend}" is not known to this version: "embedded" is used.`, { recoverable: true }));
    const content = this.content ? new URL(this.content, this.ownerDocument.baseURI).href : ownContent();
    return createEmbeddedBackend({ content, ...(this.preview !== null && { preview: this.preview }) });
  }

  get #storage(): Choice<'storage'> {
    return this.kiosk || this.preview !== null ? 'none' : this.#choice('storage', this.storage);
  }

  #choice<N extends ChoiceName>(name: N, value: string | null): Choice<N> {
    return chosen(name, value, (error) => this.#reportOnce(error));
  }

  #currentVoice(): Voice {
    return { language: languageOf(this), register: this.#choice('register', this.register), reading: this.session?.state.reading ?? this.#choice('reading', this.reading) };
  }

  async #useLanguage(): Promise<void> {
    const language: Language = languageOf(this);
    if (language === 'fr') this.locale = fr;
    else {
      try {
        this.locale = (await import('../locales/en.js')).en;
      } catch (cause) {
        this.#report(new DiagnosticError('content-unreachable', 'The English texts could not be fetched: French is used. Serve the chunks folder beside the script.', { recoverable: true, cause }));
      }
    }
  }

  #emit<N extends SessionEventName>(name: N, detail: SessionEvents[N]): boolean {
    const allowed = this.dispatchEvent(eventFor(name, detail));
    if (name === 'ready') {
      this.#becomeReady();
      if (this.autostart || this.preview) queueMicrotask(() => void this.session?.start());
    }
    return allowed;
  }

  #report({ code, message, recoverable }: DiagnosticError): void {
    this.#emit('error', { code, message, recoverable });
  }

  // A setting is read at each update: its mistake is told once.
  #reportOnce(error: DiagnosticError): void {
    if (this.#reported.includes(error.message)) return;
    this.#reported += error.message;
    queueMicrotask(() => this.#report(error));
  }

  #context(session: Session): ViewContext {
    const voice = this.#voice.value;
    const { failure } = this.#later;
    const state = failure ? { ...session.state, status: 'error' as const, error: failure } : session.state;
    const { step } = state;
    return {
      state,
      session,
      voice,
      say: (key: PhraseKey, parameters) => say(this.locale[key], voice, parameters),
      headingLevel: this.headingLevel,
      storage: this.#storage,
      taskTag: step?.kind === 'item' ? this.#later.task(step.item.task.type) : undefined,
      later: this.#later.views,
      notice: this.notice,
      previewing: this.preview !== null,
      submit: this.#submit,
      setSimpleReading: (simple) => session.read(simple ? 'simple' : 'standard'),
      retry: failure ? () => this.#later.retry() : () => void session.load(),
    };
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
    const theme = this.#choice('theme', this.theme);
    return html`<div class="root ${theme}" lang=${context.voice.language} dir="ltr">
        ${frameView(context, screenOf(context))} ${this.#idle.asking ? idleDialog(context, this.#idle) : nothing}
      </div>
      <slot name="status"></slot>`;
  }

  protected override updated(): void {
    const { session } = this;
    if (!session) return;
    const { state } = session;
    // The first question does not wait for the views that come after it.
    if (state.busy || !['loading', 'intro', 'question'].includes(state.status)) this.#later.prepareViews();
    this.#showStates(state.status, state.online);
    this.#submitWithForm();
    if (this.#idle.asking && this.dialogElement?.open === false) this.dialogElement.showModal();
    this.#followScreen();
  }

  #showStates(status: Status, online: boolean): void {
    const { states } = this.#internals;
    states.clear();
    states.add(this.#later.failure ? 'error' : status);
    if (!online) states.add('offline');
  }

  #submitWithForm(): void {
    const shared = this.result?.state === 'shared';
    this.#internals.setFormValue(this.name && shared ? JSON.stringify(this.result) : null);
    if (!this.name || shared) this.#internals.setValidity({});
    else if (this.titleElement) this.#internals.setValidity({ valueMissing: true }, say(this.locale.formMissing, this.#voice.value), this.titleElement);
  }

  /** A new screen takes the focus to its title, once the learner has begun; screen readers hear what happened. */
  #followScreen(): void {
    const { state } = this.session ?? {};
    if (!state) return;
    const { status, step, revising, feedback } = state;
    const place = step?.kind === 'item' ? step.item.id : step?.kind === 'checkpoint' ? step.checkpoint : step?.kind === 'lesson' ? step.id : '';
    const screen = [status, place, revising, feedback !== undefined].join();
    if (screen === this.#screen) return;
    const before = this.#screen;
    this.#screen = screen;
    this.notice = '';
    if (!this.#engaged || !before) return;
    const feedbackElement = this.renderRoot.querySelector<HTMLElement>('[part=feedback]');
    (feedbackElement ?? this.titleElement)?.focus();
    if (before.startsWith('question') && status !== 'paused') this.#announcer.say(say(this.locale.recorded, this.#voice.value));
  }
}
