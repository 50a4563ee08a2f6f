import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionState } from '../../session/index.js';

interface Options {
  readonly state: () => SessionState | undefined;
  /** What takes the focus on a new screen. */
  readonly target: () => HTMLElement | null;
  /** A new screen is there, after a screen of this status. */
  readonly changed: (before: SessionState['status']) => void;
}

const placeOf = ({ status, step, revising, feedback }: SessionState): string => {
  const place =
    step?.kind === 'item' ? step.item.id : step?.kind === 'checkpoint' ? step.checkpoint : step?.kind === 'lesson' ? step.id : '';
  return [status, place, revising, feedback !== undefined].join();
};

/** Focuses without the browser's own scrolling, which would put the title in the middle; then shows it high enough to read on. */
function reveal(target: HTMLElement | null): void {
  if (!target) return;
  target.focus({ preventScroll: true });
  const { top } = target.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) target.scrollIntoView({ block: 'start' });
}

/** A new screen takes the focus to its title, once the learner has acted: never while the page is only loading. */
export class ScreenFocus implements ReactiveController {
  #place = '';
  #status: SessionState['status'] | undefined;
  #engaged = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    private readonly options: Options,
  ) {
    host.addController(this);
    // On its way down: the screen may have changed before a real click comes back up.
    host.addEventListener('click', () => (this.#engaged = true), true);
  }

  hostUpdated(): void {
    const state = this.options.state();
    if (!state) return;
    const place = placeOf(state);
    if (place === this.#place) return;
    const before = this.#status;
    this.#place = place;
    this.#status = state.status;
    if (before === undefined) return;
    this.options.changed(before);
    if (this.#engaged) reveal(this.options.target());
  }
}
