import { html, nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';

/**
 * Says things to screen readers from a live region in the light DOM: some engines do not listen to regions inside a
 * shadow root. The region is a child of the element and goes with it.
 */
export class Announcer implements ReactiveController {
  #region: HTMLElement | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    // A region that comes with its first words is often not heard: it is there from the first gesture on.
    host.addEventListener('click', this.#prepare, true);
  }

  say(text: string): void {
    this.#prepare();
    if (this.#region) render(html`${text}`, this.#region);
  }

  readonly #prepare = (): void => {
    if (this.#region || !this.host.isConnected) return;
    const region = this.host.ownerDocument.createElement('span');
    region.slot = 'status';
    region.setAttribute('role', 'status');
    this.host.append(region);
    this.#region = region;
  };

  hostDisconnected(): void {
    if (this.#region) render(nothing, this.#region);
    this.#region?.remove();
    this.#region = undefined;
  }
}
