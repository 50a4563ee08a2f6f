import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { MailResponse, MailTask } from '../../../model/index.js';
import type { Phrases } from '../../locales/phrases.js';
import { controls } from '../../styles/controls.js';
import { SurfaceElement } from '../surface-element.js';
import { panelDialog } from './dialogs.js';
import { listView } from './list.js';
import { mailStyles } from './mail-styles.js';
import type { Mailbox, Screen, View, Writing } from './mailbox.js';
import { messageView } from './message.js';
import { noticeBar } from './parts.js';
import { french } from './phrases.js';
import { messageOf, untouched } from './state.js';

const firstScreen: Screen = {
  view: { name: 'list', folder: 'inbox' },
  notice: undefined,
  problem: undefined,
  panel: undefined,
  link: undefined,
  copies: false,
};

/** What to show first: the message being written, the last one sent, or what the task begins with. */
function firstView({ start }: MailTask, { draft, sent }: MailResponse): View {
  if (draft) return { name: 'compose' };
  if (sent.length) return { name: 'sent', index: sent.length - 1 };
  return start.view === 'message' ? { name: 'message', id: start.message } : firstScreen.view;
}

/** A simulated mailbox: reading and filing. Nothing leaves it. */
export class MailTaskElement extends SurfaceElement<'mail', string> implements Mailbox {
  static override styles = [controls, mailStyles];

  @state() screen: Screen = firstScreen;

  protected phrases: Phrases = { fr: french, en: french };
  #begun: MailResponse | undefined;
  #said: MailResponse | undefined;
  #focus: string | undefined;

  /** The mailbox as it stands. */
  get state(): MailResponse {
    return this.response ?? (this.#begun ??= this.begin());
  }

  change(state: MailResponse): void {
    this.#said = state;
    this.respond(state);
  }

  show(screen: Partial<Screen>, focus?: string): void {
    this.screen = { ...this.screen, ...screen };
    this.#focus = focus ?? this.#focus;
  }

  override missing(): string | null {
    const { opened, openedFiles, moved } = this.state;
    return opened.length || openedFiles.length || Object.keys(moved).length ? null : this.text('missingAction');
  }

  protected readonly english = (): Promise<typeof import('./phrases-en.js')> => import('./phrases-en.js');

  /** A page that moves the element closes what lies in front: it is opened again. */
  override connectedCallback(): void {
    super.connectedCallback();
    const { panel } = this.screen;
    if (panel) this.renderRoot.querySelector('dialog')?.close();
    if (panel) this.show({ panel: { ...panel } });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const given = changed.has('response') && this.response !== this.#said;
    if (!changed.has('task') && !given) return;
    this.#begun = undefined;
    const { draft } = this.state;
    this.screen = { ...firstScreen, view: firstView(this.task, this.state), copies: Boolean(draft && draft.cc.length + draft.bcc.length) };
  }

  protected override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.screen.notice?.text}</p>
      <div class="box">${noticeBar(this)}${this.#view()}</div>
      ${panelDialog(this)}`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.screen.panel) {
      if (!dialog?.open && this.isConnected) dialog?.showModal();
    } else if (dialog?.open) dialog.close();
    if (this.#focus) this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  get writing(): Writing | undefined {
    return undefined;
  }

  /** The mailbox before anything is done. */
  protected begin(): MailResponse {
    return untouched;
  }

  /** Where a message is written, or shown once sent: only in the form of the mailbox that has a composer. */
  protected written(_: View): unknown {
    return nothing;
  }

  #view(): unknown {
    const { view } = this.screen;
    switch (view.name) {
      case 'list':
        return listView(this, view.folder);
      case 'message': {
        const message = messageOf(this.task, view.id);
        return message ? messageView(this, message) : listView(this, 'inbox');
      }
      default:
        return this.written(view);
    }
  }
}

export { MailTaskElement as Player };
