import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Result } from '../../model/index.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly name: string;
  readonly result: Result | undefined;
}

interface Options {
  /** Where the browser points when the value is missing. */
  readonly anchor: () => HTMLElement | null;
  readonly missing: () => string;
}

/** With a name, the element takes part in a form: its value is the shared result; before, a value is missing. */
export class FormValue implements ReactiveController {
  constructor(
    private readonly host: Host,
    private readonly internals: ElementInternals,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { name, result } = this.host;
    const shared = result?.state === 'shared';
    this.internals.setFormValue(name && shared ? JSON.stringify(result) : null);
    const anchor = this.options.anchor();
    if (!name || shared) this.internals.setValidity({});
    else if (anchor) this.internals.setValidity({ valueMissing: true }, this.options.missing(), anchor);
  }
}
