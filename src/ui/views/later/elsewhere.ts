import { html } from 'lit';
import { button, type Screen, type ViewContext } from '../screen.js';

/** The session is in another tab: it can go on there, or be taken over here. */
export const elsewhereView = ({ session, say }: ViewContext): Screen => ({
  title: say('elsewhereTitle'),
  body: html`<p class="lead">${say('elsewhereText')}</p>`,
  actions: button('start', say('elsewhereHere'), () => void session.takeOver(), { primary: true }),
});
