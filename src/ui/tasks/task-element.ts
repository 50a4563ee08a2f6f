import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { ResponseOf, TaskOf, TaskType, Voice } from '../../model/index.js';
import { say, type Phrase, type Phrases } from '../locales/phrases.js';
import { defaultVoice, voiceContext } from '../voice.js';

/**
 * What every task is: it shows `task`, starts from `response` if there is one, and says each change of the end state.
 *
 * The screen around it owns the buttons that send the answer; a task never does.
 */
export abstract class TaskElement<T extends TaskType> extends LitElement {
  /** What to show. */
  @property({ attribute: false }) task!: TaskOf<T>;

  /** The end state so far; the task's own initial state when there is none. Set again only from outside. */
  @property({ attribute: false }) response: ResponseOf<T> | undefined;

  /** Shows the end state without letting it change. */
  @property({ type: Boolean }) disabled = false;

  @consume({ context: voiceContext, subscribe: true })
  @property({ attribute: false })
  voice: Voice = defaultVoice;

  /** What still has to be done before the answer can be sent, said to the learner; null when nothing. */
  abstract missing(): string | null;

  /** Tells the screen about a new end state. The event stays on this element: no private event leaves the house. */
  protected respond(response: ResponseOf<T>): void {
    this.response = response;
    this.dispatchEvent(new Event('response-change'));
  }

  protected say<K extends string>(phrases: Phrases<K>, key: K, parameters?: Readonly<Record<string, string | number>>): string {
    const phrase: Phrase = phrases[this.voice.language][key];
    return say(phrase, this.voice, parameters);
  }
}
