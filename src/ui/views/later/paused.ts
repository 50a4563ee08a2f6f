import { html } from 'lit';
import { asidePart } from './aside.js';
import { button, type Screen, type ViewContext } from '../screen.js';

/** A break: nothing is lost, and it says how to come back. */
export function pausedView(context: ViewContext): Screen {
  const { session, say, storage, state } = context;
  const where = !state.kept || storage === 'none' ? 'pausedNotKept' : storage === 'local' ? 'pausedLocal' : 'pausedKept';
  return {
    title: say('pausedTitle'),
    body: html`<p class="lead">${say('pausedText')}</p>
      <p class="muted">${say(where)}</p>
      ${asidePart(context)}
      <details class="hint">
        <summary>${say('erase')}</summary>
        <p>${say('eraseSure')}</p>
        ${button('forget', say('eraseNow'), () => void session.restart())}
      </details>`,
    actions: button('start', say('resume'), () => session.resume(), { primary: true }),
  };
}
