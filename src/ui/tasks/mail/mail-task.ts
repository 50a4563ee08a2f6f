import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { MailResponse, MailTask } from '../../../model/index.js';
import type { Phrases } from '../../locales/phrases.js';
import { controls } from '../../styles/controls.js';
import { surfaceStyles } from '../../styles/surface.js';
import { optionStyles } from '../option.js';
import { SurfaceElement } from '../surface-element.js';
import { closed, hasCopies } from './actions.js';
import { listView } from './list.js';
import { mailStyles } from './mail-styles.js';
import type { Mailbox, Screen, View } from './mailbox.js';
import { messageView } from './message.js';
import { panelOf } from './panels.js';
import { noticeBar } from './parts.js';
import { french, type MailPhrase } from './phrases.js';
import { messageOf } from './state.js';
import { composerStyles } from './writing/composer-styles.js';
import { composerView } from './writing/composer.js';
import { sentView } from './writing/sent.js';
import { hasContent, initialState } from './writing/state.js';

const firstScreen: Screen = {
  ...closed,
  view: { name: 'list', folder: 'inbox' },
  copies: false,
};

/** What to show first: the message being written, the last one sent, or what the task begins with. */
function firstView({ start }: MailTask, { draft, sent }: MailResponse): View {
  if (draft) return { name: 'compose' };
  if (sent.length) return { name: 'sent', index: sent.length - 1 };
  return start.view === 'message' ? { name: 'message', id: start.message } : firstScreen.view;
}

/** A simulated mailbox: reading, filing, writing. Nothing leaves it. */
export class MailTaskElement extends SurfaceElement<'mail', MailPhrase> implements Mailbox {
  static override styles = [optionStyles, controls, surfaceStyles, mailStyles, composerStyles];

  screen: Screen = firstScreen;

  protected phrases: Phrases<MailPhrase> = { fr: french, en: french };
  #begun: MailResponse | undefined;
  #said: MailResponse | undefined;
  #focus: string | undefined;

  /** The mailbox as it stands. */
  get state(): MailResponse {
    return this.response ?? (this.#begun ??= initialState(this.task));
  }

  get writes(): boolean {
    return !this.disabled && this.task.compose !== false;
  }

  change(state: MailResponse): void {
    this.#said = state;
    this.respond(state);
  }

  show(screen: Partial<Screen>, focus?: string): void {
    this.screen = { ...this.screen, ...screen };
    this.#focus = focus ?? this.#focus;
    this.requestUpdate();
  }

  close(): void {
    this.show({ panel: undefined });
  }

  override missing(): string | null {
    const { draft, sent, opened, openedFiles, moved } = this.state;
    const { start, blocks } = this.task;
    if (draft && hasContent(draft)) return this.text('missingSend');
    if (sent.length) return null;
    if (start.view === 'compose' || start.view === 'reply' || blocks?.length) return this.text('missingMessage');
    return opened.length || openedFiles.length || Object.keys(moved).length ? null : this.text('missingAction');
  }

  protected readonly english = (): Promise<typeof import('./phrases-en.js')> => import('./phrases-en.js');

  protected override willUpdate(changed: PropertyValues<this>): void {
    const given = changed.has('response') && this.response !== this.#said;
    if (!changed.has('task') && !given) return;
    this.#begun = undefined;
    this.screen = { ...firstScreen, view: firstView(this.task, this.state), copies: hasCopies(this.state) };
  }

  protected override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.screen.notice?.text}</p>
      <div class="tool">${noticeBar(this)}${this.#view()}</div>
      ${this.front(panelOf(this))}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#focus) this.find(this.#focus)?.focus();
    this.#focus = undefined;
  }

  #view(): unknown {
    const { view } = this.screen;
    switch (view.name) {
      case 'compose':
        return composerView(this);
      case 'sent':
        return sentView(this, view.index, view.fresh ?? false);
      case 'list':
        return listView(this, view.folder);
      case 'message': {
        const message = messageOf(this.task, view.id);
        return message ? messageView(this, message) : listView(this, 'inbox');
      }
    }
  }
}

export { MailTaskElement as Player };
