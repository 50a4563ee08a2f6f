import { html, nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';

/**
 * Says things to screen readers from a live region in the light DOM: some engines do not listen to regions inside a
 * shadow root. The region is a child of the element and goes with it.
 */
export class Announcer implements ReactiveController {
  #region: HTMLElement | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  say(text: string): void {
    if (!this.host.isConnected) return;
    if (!this.#region) {
      const region = this.host.ownerDocument.createElement('span');
      region.slot = 'status';
      region.setAttribute('role', 'status');
      this.host.append(region);
      this.#region = region;
    }
    render(html`${text}`, this.#region);
  }

  hostDisconnected(): void {
    if (this.#region) render(nothing, this.#region);
    this.#region?.remove();
    this.#region = undefined;
  }
}
