import { html as staticHtml } from 'lit/static-html.js';
import { html, nothing } from 'lit';
import { headingTag } from '../../parts/heading.js';
import { wording } from '../../parts/rich-text.js';
import { button, type ViewContext } from '../screen.js';

/** The learner's other runs: a result to look at again, a pathway to go on with. */
export function asidePart({ state, session, say, voice, headingLevel }: ViewContext): unknown {
  if (!state.aside.length) return nothing;
  return staticHtml`<section>
    <${headingTag(headingLevel + 1)} class="subtitle">${say('aside')}</${headingTag(headingLevel + 1)}>
    <ul class="others" role="list">
      ${state.aside.map(
        (other) =>
          html`<li>
            <strong>${wording(other.title, voice)}</strong>
            ${button('back', say(other.finished ? 'backToResult' : 'goOn'), () => void session.turnTo(other))}
          </li>`,
      )}
    </ul>
  </section>`;
}
