import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Nobody touched anything for so long: ask. */
const askAfter = 120_000;
/** No answer for so long: erase. More than the twenty seconds that accessibility rules ask for. */
const eraseAfter = 30_000;

interface Options {
  readonly active: () => boolean;
  /** There is something to erase: an empty room is not asked. */
  readonly begun: () => boolean;
  readonly erase: () => void;
}

/** On a shared machine: asks whether the person is still there, then erases for the next one. */
export class IdleGuard implements ReactiveController {
  /** The question is on screen. */
  asking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #gestures = ['pointerdown', 'keydown', 'input'] as const;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  readonly stay = (): void => {
    clearTimeout(this.#timer);
    if (this.asking) {
      this.asking = false;
      this.host.requestUpdate();
    }
    if (this.options.active()) this.#timer = setTimeout(this.#ask, askAfter);
  };

  readonly end = (): void => {
    this.asking = false;
    this.options.erase();
    this.stay();
  };

  readonly #ask = (): void => {
    if (!this.options.begun()) return this.stay();
    this.asking = true;
    this.host.requestUpdate();
    this.#timer = setTimeout(this.end, eraseAfter);
  };

  readonly #gesture = (): void => {
    if (!this.asking) this.stay();
  };

  // A page brought back from the browser's history must not show the previous person's screen.
  readonly #shown = (event: PageTransitionEvent): void => {
    if (event.persisted && this.options.active()) this.end();
  };

  hostConnected(): void {
    this.#gestures.forEach((name) => this.host.addEventListener(name, this.#gesture));
    addEventListener('pageshow', this.#shown);
    this.stay();
  }

  hostDisconnected(): void {
    this.#gestures.forEach((name) => this.host.removeEventListener(name, this.#gesture));
    removeEventListener('pageshow', this.#shown);
    clearTimeout(this.#timer);
  }
}
