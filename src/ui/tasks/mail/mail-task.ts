import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { MailResponse, MailTask } from '../../../model/index.js';
import type { Phrases } from '../../locales/phrases.js';
import { controls } from '../../styles/controls.js';
import { TaskElement } from '../task-element.js';
import { listView } from './list.js';
import { mailStyles } from './mail-styles.js';
import type { Mailbox, Screen, View } from './mailbox.js';
import { messageView, sentView } from './message.js';
import { panelDialog } from './panel.js';
import { noticeBar } from './parts.js';
import { french, type MailPhrase } from './phrases.js';
import { hasContent, initialState, messageOf } from './state.js';

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
export class MailTaskElement extends TaskElement<'mail'> implements Mailbox {
  static override styles = [controls, mailStyles];

  @state() screen: Screen = firstScreen;

  #phrases: Phrases<MailPhrase> = { fr: french, en: french };
  #begun: MailResponse | undefined;
  #said: MailResponse | undefined;
  #focus: string | undefined;

  /** The mailbox as it stands. */
  get state(): MailResponse {
    return this.response ?? (this.#begun ??= initialState(this.task));
  }

  text(phrase: MailPhrase, parameters?: Readonly<Record<string, string | number>>): string {
    return this.say(this.#phrases, phrase, parameters);
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
    const { draft, sent, opened, openedFiles, moved } = this.state;
    const { compose, start, blocks } = this.task;
    const writes = start.view === 'compose' || start.view === 'reply' || Boolean(blocks?.length);
    if (compose !== false) {
      if (draft && hasContent(draft)) return this.text('missingSend');
      if (sent.length) return null;
      if (writes) return this.text('missingMessage');
    }
    return opened.length || openedFiles.length || Object.keys(moved).length ? null : this.text('missingAction');
  }

  /** English is fetched before the first screen in English; without it, French stays. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.voice.language === 'en' && this.#phrases.en === french) {
      const { english } = await import('./phrases-en.js').catch(() => ({ english: french }));
      this.#phrases = { fr: french, en: english };
    }
    await super.scheduleUpdate();
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
      if (!dialog?.open) dialog?.showModal();
    } else if (dialog?.open) dialog.close();
    if (this.#focus) this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  /** Where a message is written: only in the form of the mailbox that has a composer. */
  protected composer(): unknown {
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
      case 'sent':
        return sentView(this, view.index, view.fresh ?? false);
      case 'compose':
        return this.composer();
    }
  }
}
