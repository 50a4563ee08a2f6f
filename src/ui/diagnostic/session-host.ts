import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Backend } from '../../backend/index.js';
import type { DiagnosticError, Offer, Recommendation, Result, Text } from '../../model/index.js';
import { deviceStorage, type Session, type SessionEventName, type SessionEvents, type Status } from '../../session/index.js';
import { eventFor } from './events.js';
import { sessionFor } from './session-for.js';
import { chosen, type Choice, type ChoiceName } from './settings.js';

/** A change of one of these begins another session. */
const identity = ['pathway', 'backend', 'content', 'partner', 'preview', 'backendInstance'] as const;
/** Of one of these too, unless a session is in use: what is kept there may be gone on with. */
const place = ['storage', 'resumePolicy', 'kiosk'] as const;

/** The life of a session inside an element: opened by its settings, listened to, let go with it. Shows nothing. */
export abstract class SessionHost extends LitElement {
  /** Id of the pathway to take. */
  @property() pathway = 'diagnostic-initial';
  /** Where sessions live: `embedded`, in the page, or the address of a service (`https://…`, `/…` or `./…`). */
  @property() backend = 'embedded';
  /** Address of a compiled pack; the one that comes with the package by default. Embedded backend only. */
  @property() content: string | null = null;
  /** Name of the partner at the service; also keeps apart what several partners' pages keep on one device. */
  @property() partner = '';
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
  /** Nothing is kept or sent, and grading is shown. Empty, or what to open: `item:ID`, `lesson:ID`, `route`, `stop`, `review`, `result:1` to `result:3`. */
  @property() preview: string | null = null;
  /** Gives a new launch token, made by the partner's server; for a service that asks for one. Never kept. */
  @property({ attribute: false }) getToken: (() => Promise<string>) | undefined;
  /** A backend made by the page, instead of the one that attributes describe. */
  @property({ attribute: false }) backendInstance: Backend | undefined;
  /** The host's own next steps, for the rules of pathways that call for one. */
  @property({ attribute: false }) offers: readonly Offer[] = [];
  /** Replaces the recommendations, when it returns some. */
  @property({ attribute: false }) recommend: ((result: Result) => readonly Recommendation[] | undefined) | undefined;

  /** Resolves to this element once the diagnostic can be started. */
  readonly ready: Promise<this>;

  @state() protected session: Session | undefined;

  #becomeReady: () => void = () => undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #reported = new Set<string>();

  constructor() {
    super();
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
    const session = await this.#settled(statuses);
    if (session && (!statuses || statuses.includes(session.state.status))) await act(session);
    else console.warn(`<pix-diagnostic>: ${name}() does nothing in the state "${this.state}".`);
    return this.state;
  }

  /** The session, once it is no longer on its way when that matters. */
  async #settled(statuses: readonly Status[] | undefined): Promise<Session | undefined> {
    // Out of any page it would be awaited for ever.
    if (this.isConnected) await this.updateComplete;
    while (statuses && this.session?.state.status === 'loading') {
      const { session } = this;
      await new Promise<void>((resolve) => {
        const stop = session.subscribe(() => (stop(), resolve()));
      });
    }
    return this.session;
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
      this.#leave();
    });
  }

  #follow(): void {
    if (this.session) this.#unsubscribe ??= this.session.subscribe(() => this.requestUpdate());
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Set after the session was opened, it opens it better; another function of the same kind changes nothing.
    const first = this.backend !== 'embedded' && changed.has('getToken') && !changed.get('getToken');
    if (!this.isConnected) return;
    const inUse = ['question', 'checkpoint', 'paused', 'result'].includes(this.state);
    const anew = inUse ? identity : [...identity, ...place];
    if (!this.session || first || anew.some((name) => changed.has(name))) this.#openSession();
    else if (changed.has('storage') || changed.has('kiosk')) this.session.keepIn(deviceStorage(this.usedStorage));
  }

  #openSession(): void {
    this.session?.disconnect();
    this.#leave();
    const { pathway, partner, backend, backendInstance, content, preview } = this;
    const settings = {
      ...{ pathway, partner, backend, backendInstance, content, preview },
      storage: this.usedStorage,
      resume: this.choice('resume', this.resumePolicy),
      sharing: () => this.choice('sharing', this.sharing),
    };
    this.session = sessionFor(settings, this, {
      emit: (name, detail) => this.#emit(name, detail),
      words: (text) => this.words(text),
      report: (error) => this.report(error),
    });
    this.#follow();
    this.session.connect();
    void this.session.load();
  }

  /** A text as the learner reads it. */
  protected abstract words(text: Text): string;

  /** Where progress is really kept. */
  protected get usedStorage(): Choice<'storage'> {
    return this.kiosk || this.preview !== null ? 'none' : this.choice('storage', this.storage);
  }

  /** A setting, checked. It is read again and again: its mistake is told once. */
  protected choice<N extends ChoiceName>(name: N, value: string | null): Choice<N> {
    return chosen(name, value, (error) => {
      if (this.#reported.has(error.message)) return;
      this.#reported.add(error.message);
      queueMicrotask(() => this.report(error));
    });
  }

  protected report({ code, message, recoverable }: DiagnosticError): void {
    this.#emit('error', { code, message, recoverable });
  }

  #emit<N extends SessionEventName>(name: N, detail: SessionEvents[N]): boolean {
    const allowed = this.dispatchEvent(eventFor(name, detail));
    if (name === 'ready') {
      this.#becomeReady();
      if (this.autostart || this.preview) queueMicrotask(() => void this.session?.start());
    }
    return allowed;
  }
}
