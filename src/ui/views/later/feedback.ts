import { html } from 'lit';
import type { Feedback } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { common } from '../../parts/icons.js';
import { wording } from '../../parts/rich-text.js';
import { button, type ViewContext } from '../screen.js';

const tick = common.check;
const arrow = 'M4 12a8 8 0 1 0 2.5-5.8M6.5 2.5v4h4';

/** What an answer was worth: what was observed, why it matters, and trying again. */
export function feedbackView({ session, say, voice }: ViewContext, { grade, criteria, explanation }: Feedback): unknown {
  return html`<div
    class=${grade.passed ? 'feedback good' : 'feedback'}
    part="feedback"
    tabindex="-1"
    role="group"
    aria-labelledby="feedback-title"
  >
    <p id="feedback-title" class="feedback-title">${icon(grade.passed ? tick : arrow, 24)} ${say(grade.passed ? 'well' : 'notYet')}</p>
    <ul class="criteria" role="list">
      ${criteria.map(
        ({ label, met }) =>
          html`<li class=${met ? 'met' : ''}>
            ${icon(met ? tick : arrow)}<span
              >${wording(label, voice)} <span class="muted">— ${say(met ? 'criterionMet' : 'criterionNotMet')}</span></span
            >
          </li>`,
      )}
    </ul>
    <div>${wording(explanation, voice)}</div>
    <div class="row">
      ${grade.passed ? '' : button('again', say('retry'), () => session.retry())}
      ${button('continue', say('next'), () => void session.proceed(), { primary: true })}
    </div>
  </div>`;
}
