import type { MailResponse } from '../../../../model/index.js';
import type { Phrases } from '../../../locales/phrases.js';
import { optionStyles } from '../../option.js';
import { MailTaskElement } from '../mail-task.js';
import type { View, Writing } from '../mailbox.js';
import { french } from '../phrases.js';
import { around } from './around.js';
import { composerStyles } from './composer-styles.js';
import { composerView } from './composer.js';
import { writingFrench } from './phrases.js';
import { sentView } from './sent.js';
import { hasContent, initialState } from './state.js';

const words = { ...french, ...writingFrench };

/** A simulated mailbox in which one also writes. */
export class MailWritingTaskElement extends MailTaskElement {
  static override styles = [optionStyles, ...MailTaskElement.styles, composerStyles];

  protected override phrases: Phrases = { fr: words, en: words };

  override get writing(): Writing | undefined {
    return this.disabled || this.task.compose === false ? undefined : around;
  }

  override missing(): string | null {
    const { draft, sent } = this.state;
    const { start, blocks } = this.task;
    if (draft && hasContent(draft)) return this.text('missingSend');
    if (sent.length) return null;
    if (start.view === 'compose' || start.view === 'reply' || blocks?.length) return this.text('missingMessage');
    return super.missing();
  }

  protected override begin(): MailResponse {
    return initialState(this.task);
  }

  protected override written(view: View): unknown {
    return view.name === 'sent' ? sentView(this, view.index, view.fresh ?? false) : composerView(this);
  }
}

export { MailWritingTaskElement as Player };
