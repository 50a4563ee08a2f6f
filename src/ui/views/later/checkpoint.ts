import { html, nothing, type TemplateResult } from 'lit';
import { pickText, plainText, type AnsweredItem, type CheckpointStep, type LessonStep } from '../../../model/index.js';
import { wording } from '../../parts/rich-text.js';
import { button, failureWords, notice, type Screen, type ViewContext } from '../screen.js';

/** A moment to read, to decide or to look again. */
export function checkpointView(context: ViewContext, step: CheckpointStep | LessonStep): Screen {
  const { state, session, say, voice } = context;
  const proceed = (accept: boolean) => (): void => void session.proceed(accept);
  const failed = notice(failureWords(context));
  const main = { primary: true, disabled: state.busy };
  const decide = (no: string, yes: string): unknown => [
    button('decline', no, proceed(false), { disabled: state.busy }),
    button('continue', yes, proceed(true), main),
  ];
  if (step.kind === 'lesson')
    return {
      kicker: say('lesson'),
      title: wording(step.title, voice),
      body: html`<div class="lesson">${wording(step.body, voice)}</div>
        ${failed}`,
      actions: button('continue', say('continue'), proceed(true), main),
    };
  switch (step.checkpoint) {
    case 'route':
      return {
        title: say('routeTitle'),
        body: html`<p class="lead">${say('routeText', { title: step.pathway ? plainText(pickText(step.pathway.title, voice)) : '' })}</p>
          <p class="muted">${wording(step.pathway?.summary, voice)}</p>
          ${failed}`,
        actions: decide(say('routeDecline'), say('routeAccept')),
      };
    case 'stop':
      return {
        title: say('stopTitle'),
        body: html`<p class="lead">${say('stopText')}</p>
          ${failed}`,
        actions: decide(say('stopDecline'), say('stopAccept')),
      };
    case 'review':
      return {
        title: say('reviewTitle'),
        body: html`<p class="muted">${say('reviewText')}</p>
          <ol class="review" role="list">
            ${state.answers?.map((answer) => reviewLine(context, answer))}
          </ol>
          ${failed}`,
        actions: button('confirm', say('confirm'), proceed(true), main),
      };
  }
}

const reviewLine = (
  { state, session, say, voice }: ViewContext,
  { item, number, situation, prompt, unknown }: AnsweredItem,
): TemplateResult => {
  const title = plainText(pickText(prompt, voice));
  return html`<li>
    <span class="number" aria-hidden="true">${number}</span>
    <span class="what"
      ><strong lang=${voice.language === 'fr' ? nothing : 'fr'}>${wording(situation, voice)}</strong><br />
      <span class=${unknown ? 'tag quiet' : 'tag good'}>${say(unknown ? 'reviewUnknown' : 'reviewAnswered')}</span></span
    >
    <button
      type="button"
      class="button small"
      part="change"
      aria-label=${say('reviewChangeNamed', { number, title })}
      ?disabled=${state.busy}
      @click=${() => void session.reopen(item)}
    >
      ${say('reviewChange')}
    </button>
  </li>`;
};
