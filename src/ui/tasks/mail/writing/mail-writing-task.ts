import { MailTaskElement } from '../mail-task.js';
import { composerStyles } from './composer-styles.js';
import { composerView } from './composer.js';

/** A simulated mailbox in which one also writes. */
export class MailWritingTaskElement extends MailTaskElement {
  static override styles = [...MailTaskElement.styles, composerStyles];

  protected override composer(): unknown {
    return composerView(this);
  }
}
