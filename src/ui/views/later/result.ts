import { html as staticHtml } from 'lit/static-html.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { AxisState, Recommendation, Result } from '../../../model/index.js';
import { headingTag } from '../../parts/heading.js';
import { icon } from '../../parts/icon.js';
import { common } from '../../parts/icons.js';
import { wording } from '../../parts/rich-text.js';
import { button, notice, type Screen, type ViewContext } from '../screen.js';
import { asidePart } from './aside.js';
import { explanationPart } from './explanation.js';
import { counts, gauge, ladder } from './gauge.js';
import { surveyPart } from './survey.js';

/** One strength first, then one thing to work on, then one next step; the score with its doubt; what can be sent on. */
export function resultView(context: ViewContext, result: Result): Screen {
  const { say, voice } = context;
  const [next, ...others] = result.recommendations;
  return {
    kicker: say('strength'),
    title: html`<span part="strengths">${result.strength ? wording(result.strength.text, voice) : say('strengthNone')}</span>`,
    body: html`${scoreBlock(context, result)} ${axes(context, result)} ${toWorkOn(context, result)}
      ${next ? nextStep(context, next) : nothing} ${others.length ? otherSteps(context, others) : nothing} ${share(context)}
      ${asidePart(context)} ${surveyPart(context)} ${explanationPart(context)} <slot name="result-end"></slot>`,
  };
}

/** What is weakest; where that is acquired too, there is always further to go. */
function toWorkOn({ say, voice }: ViewContext, { subjects, toWorkOn }: Result): unknown {
  if (!toWorkOn) return nothing;
  const acquired = subjects.find(({ id }) => id === toWorkOn.subject)?.state === 'acquired';
  return html`<div class=${acquired ? 'work further' : 'work'} part="gaps">
    <span class="kicker">${say(acquired ? 'further' : 'toWorkOn')}</span><strong>${wording(toWorkOn.text, voice)}</strong>
  </div>`;
}

function scoreBlock(context: ViewContext, result: Result): TemplateResult {
  const { say } = context;
  const { score, answered, shows } = result;
  const [from, to] = score.interval;
  // No picture of a zero.
  if (shows === 'gestures')
    return result.passed ? html`<div class="score">${gauge(context, result)}<strong>${say('gesturesText')}</strong></div>` : html``;
  const likely = score.bandProbabilities
    .map((probability, i) => ({ probability, band: i + 1 }))
    .sort((a, b) => b.probability - a.probability);
  const [low, high] = likely
    .slice(0, 2)
    .map(({ band }) => band)
    .sort() as [number, number];
  return html`<div class="score">
    ${counts(result) && !result.passed ? nothing : gauge(context, result)}
    <div>
      <p class="band" part="band">
        ${ladder(score)}<span class="tag good"
          >${score.confidence === 'low' ? say('bandsBetween', { from: low, to: high }) : say('band', { band: score.band })}</span
        >
      </p>
      <p><strong>${say(`band${score.band}`)}</strong></p>
      <p class="muted">
        ${say(answered === 1 ? 'intervalOne' : 'interval', { from, to, count: answered })}
        ${score.confidence === 'low' ? say('bandToConfirm') : nothing}
      </p>
    </div>
  </div>`;
}

const tones: Readonly<Record<AxisState, string>> = {
  acquired: 'tag good',
  'on-track': 'tag',
  'to-work-on': 'tag warn',
  'not-seen': 'tag quiet',
};

const axes = ({ say, voice, headingLevel }: ViewContext, { axes: lines }: Result): unknown =>
  staticHtml`<${headingTag(headingLevel + 1)} class="subtitle">${say('axes')}</${headingTag(headingLevel + 1)}>
    <ul class="axes" role="list">
      ${lines.map(({ title, state }) => html`<li><span>${wording(title, voice)}</span><span class=${tones[state]}>${say(state)}</span></li>`)}
    </ul>`;

const duration = ({ say }: ViewContext, { minutes }: Recommendation): string =>
  minutes ? say('duration', { from: minutes[0], to: minutes[1] }) : '';

/** A pathway starts here; an offer is a page to go to, unless the host prevents it. */
function go({ session, say, state }: ViewContext, step: Recommendation, primary: boolean): TemplateResult {
  const begun = state.aside.some(({ pathway, finished }) => pathway === step.id && !finished);
  if (step.kind === 'pathway')
    return button('pathway-start', say(begun ? 'goOn' : 'startPathway'), () => void session.follow(step), { primary });
  const follow = (event: Event): void => {
    if (!session.tell(step)) event.preventDefault();
  };
  const style = primary ? 'button primary' : 'button';
  return step.url === undefined
    ? button('pathway-start', say('openOffer'), () => session.tell(step), { primary })
    : html`<a class=${style} part="pathway-start" href=${step.url} @click=${follow}>${say('openOffer')}</a>`;
}

const about = (context: ViewContext, step: Recommendation): unknown => [
  duration(context, step),
  ' ',
  wording(step.reason, context.voice),
  step.kind === 'offer' && step.summary ? html`<br />${wording(step.summary, context.voice)}` : nothing,
];

const nextStep = (context: ViewContext, step: Recommendation): unknown =>
  staticHtml`<section class="next" part="recommendation">
    <p class="kicker">${context.say('nextStep')}</p>
    <${headingTag(context.headingLevel + 1)} class="subtitle">${wording(step.title, context.voice)}</${headingTag(context.headingLevel + 1)}>
    <p>${about(context, step)}</p>
    ${go(context, step, true)}
  </section>`;

const otherSteps = (context: ViewContext, steps: readonly Recommendation[]): unknown =>
  staticHtml`<${headingTag(context.headingLevel + 1)} class="subtitle">${context.say('otherSteps')}</${headingTag(context.headingLevel + 1)}>
    <ul class="others" role="list">
      ${steps.map(
        (step) =>
          html`<li>
            <span><strong>${wording(step.title, context.voice)}</strong><br /><span class="muted">${about(context, step)}</span></span>
            ${go(context, step, false)}
          </li>`,
      )}
    </ul>`;

function share({ session, say, state, headingLevel }: ViewContext): unknown {
  const { sharing } = state;
  // Where nothing leaves the device by the backend, the page alone has the result: no more is said.
  const words = session.sends
    ? (['shareTitle', 'shareText', 'share', 'shared'] as const)
    : (['handTitle', 'handText', 'hand', 'handed'] as const);
  const [title, text, press, done] = words.map((key) => say(key));
  return staticHtml`<section class="sharing">
    <${headingTag(headingLevel + 1)} class="subtitle">${title}</${headingTag(headingLevel + 1)}>
    ${
      sharing === 'shared'
        ? html`<p class="shared" role="status">${icon(common.check)} ${done}</p>`
        : html`<slot name="consent"><p class="muted">${text}</p></slot>
            ${button('share', sharing === 'sending' ? say('sharing') : press, () => void session.share(), { disabled: sharing === 'sending' })}
            ${notice(sharing === 'failed' ? say('shareFailed') : '')}`
    }
  </section>`;
}
