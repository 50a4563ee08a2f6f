import { adoptStyles, type CSSResultOrNative, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { StaticValue } from 'lit/static-html.js';
import { toDiagnosticError, type DiagnosticError, type Task } from '../../model/index.js';
import { importAgain } from '../../import-again.js';
import type { SessionState } from '../../session/index.js';
import { loadEveryPlayer, loadPlayer, playerTag } from '../tasks/registry.js';

type LaterViews = typeof import('../views/later/index.js');

const laterViews = importAgain(() => import('../views/later/index.js'));

interface Options {
  readonly styles: readonly CSSResultOrNative[];
  readonly report: (error: DiagnosticError) => void;
}

/** Fetches the parts of the screen that the first one does not need, and brings them in when they are there. */
export class LaterParts implements ReactiveController {
  views: LaterViews | undefined;
  readonly #loading = new Map<string, Promise<unknown>>();
  readonly #failures = new Map<string, DiagnosticError>();

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
  task({ type }: Task): StaticValue | undefined {
    const tag = playerTag(type);
    if (!tag) this.#fetch(type, () => loadPlayer(type));
    return tag;
  }

  /** Asks for the views of checkpoints, feedback and result. */
  prepareViews(): void {
    if (this.views) return;
    this.#fetch('views', async () => {
      this.views = await laterViews();
      if (this.host.renderRoot instanceof ShadowRoot) adoptStyles(this.host.renderRoot, [...this.options.styles, this.views.styles]);
    });
  }

  /** Fetches every task while there is a connection: what comes next may have to do without. What fails is asked for again when needed. */
  prepareTasks(): void {
    if (!this.#loading.has('tasks')) this.#loading.set('tasks', loadEveryPlayer());
  }

  /** Why the code that this state needs could not be fetched, if so. What nothing needs yet stands in nobody's way. */
  failure({ status, step, feedback }: SessionState): DiagnosticError | undefined {
    if (status === 'question' && step?.kind === 'item' && !feedback) return this.#failures.get(step.item.task.type);
    return ['question', 'checkpoint', 'result', 'elsewhere'].includes(status) ? this.#failures.get('views') : undefined;
  }

  /** Forgets the failures, so that what is missing is asked for again. */
  retry(): void {
    this.#loading.clear();
    if (!this.#failures.size) return;
    this.#failures.clear();
    this.host.requestUpdate();
  }

  #fetch(name: string, load: () => Promise<void>): void {
    if (this.#loading.has(name)) return;
    const loading = load().then(
      () => this.host.requestUpdate(),
      (cause: unknown) => {
        const failure = toDiagnosticError(cause);
        this.#failures.set(name, failure);
        this.options.report(failure);
        this.host.requestUpdate();
      },
    );
    this.#loading.set(name, loading);
  }
}
