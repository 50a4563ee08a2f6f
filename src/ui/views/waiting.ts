import { html } from 'lit';
import { button, type Screen, type ViewContext } from './screen.js';

/** While the diagnostic is on its way. */
export const loadingView = ({ say }: ViewContext): Screen => ({
  title: say('loading'),
  body: html`<div class="pulse" aria-hidden="true"></div>`,
});

/** Something went wrong: kind words, a way to try again, and whatever the host wants to add. */
export function errorView({ say, state, retry }: ViewContext): Screen {
  const { code = 'unexpected', recoverable } = state.error ?? {};
  const network = ['content-unreachable', 'task-unavailable', 'backend-unreachable'].includes(code);
  // Its words come with later views.
  const launch = code === 'launch-refused' && say('errorLaunch');
  return {
    title: say('errorTitle'),
    body: html`<div role="alert">
        <p class="lead">${launch || say(network ? 'errorNetwork' : 'errorContent')}</p>
        <p class="muted">${say('errorHelp')}</p>
      </div>
      <slot name="fallback"></slot>`,
    actions: recoverable ? button('retry', say('tryAgain'), retry, { primary: true }) : undefined,
  };
}
