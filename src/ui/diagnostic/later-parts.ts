import { adoptStyles, type CSSResultOrNative, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { StaticValue } from 'lit/static-html.js';
import { DiagnosticError, type TaskType } from '../../model/index.js';
import { loadTask, taskTag } from '../tasks/registry.js';

type LaterViews = typeof import('../views/later/index.js');

interface Options {
  readonly styles: readonly CSSResultOrNative[];
  readonly report: (error: DiagnosticError) => void;
}

/** Fetches the parts of the screen that the first one does not need, and brings them in when they are there. */
export class LaterParts implements ReactiveController {
  views: LaterViews | undefined;
  /** What could not be fetched, if anything. */
  failure: DiagnosticError | undefined;
  readonly #loading = new Map<string, Promise<void>>();

  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Required of a controller; loading begins when something is asked for.
  }

  /** The tag of a task, or undefined while its code is on its way. */
  task(type: TaskType): StaticValue | undefined {
    const tag = taskTag(type);
    if (!tag) this.#fetch(type, () => loadTask(type));
    return tag;
  }

  /** Asks for the views of checkpoints, feedback and result. */
  prepareViews(): void {
    if (this.views) return;
    this.#fetch('views', async () => {
      this.views = await import('../views/later/index.js');
      if (this.host.renderRoot instanceof ShadowRoot) adoptStyles(this.host.renderRoot, [...this.options.styles, this.views.styles]);
    });
  }

  /** Forgets the failure, so that what is missing is asked for again. */
  retry(): void {
    this.failure = undefined;
    this.#loading.clear();
    this.host.requestUpdate();
  }

  #fetch(name: string, load: () => Promise<void>): void {
    if (this.#loading.has(name)) return;
    const loading = load().then(
      () => this.host.requestUpdate(),
      (cause: unknown) => {
        this.failure = new DiagnosticError(
          'task-unavailable',
          `The code for "${name}" could not be fetched: ${String(cause)}. Serve the chunks folder beside the script.`,
          { recoverable: true, cause },
        );
        this.options.report(this.failure);
        this.host.requestUpdate();
      },
    );
    this.#loading.set(name, loading);
  }
}
