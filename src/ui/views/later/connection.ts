import { html, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from '../screen.js';

/** In calm words: what waits for the connection, what was not taken, or that the session went on elsewhere; empty when there is nothing to say. */
export function connectionWords({ state, say, storage }: ViewContext): string {
  const { online, busy, kept, moved, refused, sending, error } = state;
  const { waiting, trouble } = sending;
  const lost = trouble === 'offline';
  if (online && !lost) return refused ? say('refused') : moved ? say('moved') : '';
  if (waiting) {
    const here = kept && storage !== 'none';
    return say(waiting === 1 ? (here ? 'waitingOne' : 'waitingOneOpen') : here ? 'waiting' : 'waitingOpen', { count: waiting });
  }
  return busy && lost ? '' : say(error ? 'nextWaits' : 'offline');
}

/** Near the button that cannot be pressed: what comes next has to wait, and comes by itself. */
export const nextWaits = ({ state, say }: ViewContext): TemplateResult | typeof nothing =>
  state.busy && state.sending.trouble === 'offline' ? html`<p class="banner waits" role="status">${say('nextWaits')}</p>` : nothing;
